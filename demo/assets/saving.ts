import { byId } from './dom.ts';

export interface SavedForm<T> {
  /** Shows what the server holds; what the person typed meanwhile stays. */
  show(value: T): void;
  /** The session is back: a save that was refused can be tried again, by the person. */
  sessionRestored(): void;
}

export interface SavedFormInput<T> {
  form: HTMLFormElement;
  read(): T;
  fill(value: T): void;
  put(value: T): Promise<Response>;
  /** The server holds it now. */
  saved?(value: T): void;
}

/** A form that is saved as a whole, on purpose, and says how that went. The reply is what the server holds. */
export function createSavedForm<T extends object>(input: SavedFormInput<T>): SavedForm<T> {
  const { form, read, fill, put } = input;
  const state = byId('save-state');
  const save = byId<HTMLButtonElement>('save');
  let saved: T | undefined;
  let refused = false;

  const changed = () => {
    const held = saved;
    return (
      held !== undefined && Object.entries(read()).some(([name, value]) => held[name as keyof T] !== value)
    );
  };

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
      const reply = await put(sent);
      refused = reply.status === 401;
      if (reply.ok) {
        saved = (await reply.json()) as T;
        input.saved?.(saved);
        if (changed()) say('Unsaved changes', 'unsaved');
        else say('Saved', 'good');
      } else if (refused) {
        say('Not saved: your session is over. Your text is still here.', 'bad');
      } else {
        const { detail, message } = (await reply.json()) as { detail?: string; message?: string };
        say(`Not saved. ${detail ?? message ?? ''}`, 'bad');
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
    show(value) {
      const keep = changed();
      saved = value;
      if (!keep) fill(value);
      form.inert = false;
    },
    sessionRestored() {
      if (refused) say('You are signed in again. Save when you are ready.', 'unsaved');
    },
  };
}
