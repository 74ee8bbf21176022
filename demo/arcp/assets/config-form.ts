import type { Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createSavedForm, type SavedForm } from '../../assets/saving.ts';
import type { Config } from '../config.ts';

export function createConfigForm(api: Send): SavedForm<Config> {
  const form = byId<HTMLFormElement>('config');
  const field = (name: keyof Config) => form.elements.namedItem(name) as HTMLInputElement;
  return createSavedForm<Config>({
    form,
    read: () => ({
      registry_name: field('registry_name').value,
      heartbeat_interval: field('heartbeat_interval').valueAsNumber,
      stale_after: field('stale_after').valueAsNumber,
      log_level: field('log_level').value as Config['log_level'],
      accept_registrations: field('accept_registrations').checked,
      shift_notes: field('shift_notes').value,
    }),
    fill(config) {
      for (const name of Object.keys(config) as (keyof Config)[]) {
        const value = config[name];
        if (typeof value === 'boolean') field(name).checked = value;
        else field(name).value = String(value);
      }
    },
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
