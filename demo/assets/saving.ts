import { byId } from './dom.ts';
import { formValues, nameOf, type Values } from './form-values.ts';

export interface SavedForm<T> {
  /** Shows what the server holds; what the person typed meanwhile, or got back, stays. */
  show(value: T): void;
  /** The session is back: a save that was refused can be tried again, by the person. */
  sessionRestored(): void;
}

export interface SavedFormInput<T> {
  form: HTMLFormElement;
  put(values: Values): Promise<Response>;
  /** The server holds it now. */
  saved?(value: T): void;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A form that is saved as a whole, on purpose, and says how that went. The reply is what the server holds. */
export function createSavedForm<T extends object>({ form, put, saved }: SavedFormInput<T>): SavedForm<T> {
  const { read, fill, labelOf } = formValues(form);
  const state = byId('save-state');
  const save = byId<HTMLButtonElement>('save');
  let held: Values | undefined;
  /** What was filled in before there was anything to show: only a draft that came back can be that. */
  const early = new Set<string>();
  let refused = false;

  function changed(values = read()): string[] {
    const before = held;
    return before ? Object.keys(values).filter((name) => !isSame(before[name], values[name])) : [...early];
  }

  function say(text: string, tone: 'quiet' | 'good' | 'bad' | 'unsaved' = 'quiet'): void {
    state.textContent = text;
    state.dataset.tone = tone;
  }

  function sayUnsaved(): void {
    if (changed().length > 0) say('Unsaved changes', 'unsaved');
    else say('');
  }

  form.addEventListener('input', ({ target }) => {
    const name = target instanceof Element ? nameOf(target) : undefined;
    if (!held && name) early.add(name);
    refused = false;
    sayUnsaved();
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    save.disabled = true;
    const sent = read();
    const news = changed(sent);
    say('Saving …');
    try {
      const reply = await put(sent);
      refused = reply.status === 401;
      if (reply.ok) {
        const value = (await reply.json()) as T;
        held = value as Values;
        forgetSecrets(form, sent);
        saved?.(value);
        if (changed().length > 0) say('Unsaved changes', 'unsaved');
        else say(sayWhat(news.map(labelOf)), 'good');
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
    if (held) fill(held);
    say('');
  });

  return {
    show(value) {
      const typed = new Set(changed());
      held = value as Values;
      fill(held, typed);
      form.inert = false;
      if (typed.size > 0) sayUnsaved();
    },
    sessionRestored() {
      if (refused) say('You are signed in again. Save when you are ready.', 'unsaved');
    },
  };
}

function sayWhat(labels: string[]): string {
  if (labels.length === 0) return 'Saved; nothing was new';
  return labels.length <= 3 ? `Saved: ${labels.join(', ')}` : `Saved: ${labels.length} fields`;
}

/** Once sent, a code is shown no more. */
function forgetSecrets(form: HTMLFormElement, sent: Values): void {
  for (const secret of form.querySelectorAll<HTMLInputElement>('input[type=password]'))
    if (secret.value === sent[secret.name]) secret.value = '';
}
