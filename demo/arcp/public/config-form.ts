import type { Config } from '../config.ts';
import type { Send } from './connection.ts';
import { byId } from './dom.ts';

export interface ConfigForm {
  /** Shows what the server holds; what the person typed meanwhile stays. */
  show(config: Config): void;
  /** The session is back: a save that was refused can be tried again, by the person. */
  sessionRestored(): void;
}

export function createConfigForm(send: () => Send): ConfigForm {
  const form = byId<HTMLFormElement>('config');
  const state = byId('save-state');
  const save = byId<HTMLButtonElement>('save');
  let saved: Config | undefined;
  let refused = false;

  const field = (name: keyof Config) => form.elements.namedItem(name) as HTMLInputElement;

  function read(): Config {
    return {
      registry_name: field('registry_name').value,
      heartbeat_interval: field('heartbeat_interval').valueAsNumber,
      stale_after: field('stale_after').valueAsNumber,
      log_level: field('log_level').value as Config['log_level'],
      accept_registrations: field('accept_registrations').checked,
      shift_notes: field('shift_notes').value,
    };
  }

  function fill(config: Config): void {
    for (const name of Object.keys(config) as (keyof Config)[]) {
      const value = config[name];
      if (typeof value === 'boolean') field(name).checked = value;
      else field(name).value = String(value);
    }
  }

  const changed = () =>
    saved !== undefined && JSON.stringify(read()) !== JSON.stringify({ ...read(), ...saved });

  function say(text: string, tone: 'quiet' | 'good' | 'bad' | 'unsaved' = 'quiet'): void {
    state.textContent = text;
    state.dataset.tone = tone;
  }

  form.addEventListener('input', () => {
    refused = false;
    if (changed()) say('Unsaved changes', 'unsaved');
    else say('');
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    save.disabled = true;
    const sent = read();
    say('Saving …');
    try {
      const reply = await send()('/arcp/config', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(sent),
      });
      refused = reply.status === 401;
      if (reply.ok) {
        saved = (await reply.json()) as Config;
        byId('registry-name').textContent = saved.registry_name;
        if (changed()) say('Unsaved changes', 'unsaved');
        else say('Saved', 'good');
      } else if (refused) {
        say('Not saved: your session is over. Your text is still here.', 'bad');
      } else {
        const { detail } = (await reply.json()) as { detail?: string };
        say(`Not saved. ${detail ?? ''}`, 'bad');
      }
    } catch {
      say('Not saved: the server did not answer. Your text is still here.', 'bad');
    } finally {
      save.disabled = false;
    }
  });

  byId('discard').addEventListener('click', () => {
    if (saved) fill(saved);
    say('');
  });

  return {
    show(config) {
      const keep = changed();
      saved = config;
      if (!keep) fill(config);
      form.inert = false;
      byId('registry-name').textContent = config.registry_name;
    },
    sessionRestored() {
      if (refused) say('You are signed in again. Save when you are ready.', 'unsaved');
    },
  };
}
