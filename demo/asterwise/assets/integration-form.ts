import type { Send } from '../../assets/connection.ts';
import { byId } from '../../assets/dom.ts';
import { createSavedForm, type SavedForm } from '../../assets/saving.ts';
import type { Integration } from '../integration.ts';

export function createIntegrationForm(api: Send): SavedForm<Integration> {
  return createSavedForm<Integration>({
    form: byId<HTMLFormElement>('notes'),
    put: (integration) =>
      api('/asterwise/api/integration', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(integration),
      }),
  });
}
