import type { Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createSavedForm, type SavedForm } from '../../assets/saving.ts';
import type { Config } from '../config.ts';

export function createConfigForm(api: Send): SavedForm<Config> {
  return createSavedForm<Config>({
    form: byId<HTMLFormElement>('config'),
    put: (config) =>
      api('/arcp/config', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(config),
      }),
    saved: showName,
  });
}

export function showName({ registry_name }: Config): void {
  byId('registry-name').textContent = registry_name;
}
