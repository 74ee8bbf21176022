import { isQuiet, type CreatePrompt } from './prompt-model.ts';
import { toClockTime } from './page-ports.ts';

// Four texts of the English locale once more: a locale comes late too, and this is for when late code cannot come.
export const plain = {
  warning: 'Your session is about to end',
  expired: 'Your session has ended',
  signIn: 'Sign in again',
  hide: 'Hide',
};

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  members: Partial<HTMLElementTagNameMap[Name]>,
) => Object.assign(document.createElement(name), members);

/** Large enough to press (WCAG 2.5.8); a stylesheet would be one more thing that may not come. */
const pressable = (control: HTMLElement) => {
  Object.assign(control.style, { display: 'inline-block', padding: '0.5rem' });
  return control;
};

/** Stands in where the prompt's own code cannot come: heading, time, and a link to sign in. */
export const createPlainDialog: CreatePrompt = (_host, root, _ports, actions) => {
  let dialog: HTMLDialogElement | undefined;
  let shown: string | undefined;
  let covered = false;

  function show(heading: string, time: string, href: string | undefined) {
    dialog ??= createDialog();
    // On the heading, so that an Enter that was on its way presses nothing.
    const title = make('h2', { id: 'h', textContent: heading, tabIndex: -1, autofocus: true });
    const parts: Node[] = [title, make('p', { id: 'm', textContent: time })];
    if (href) {
      const link = make('a', { href, textContent: plain.signIn, target: '_blank' });
      link.rel = 'noopener';
      pressable(link);
      link.addEventListener('click', (event) => {
        if (!actions.signIn()) event.preventDefault();
      });
      parts.push(link);
    }
    const form = make('form', { method: 'dialog' });
    form.append(pressable(make('button', { textContent: plain.hide })));
    // Under the cover there is nothing to put it away for.
    dialog.replaceChildren(...parts, ...(covered ? [] : [form]));
    if (!dialog.open) dialog.showModal();
  }

  function createDialog() {
    const made = root.appendChild(make('dialog', { lang: 'en', dir: 'ltr' }));
    made.setAttribute('role', 'alertdialog');
    made.setAttribute('aria-labelledby', 'h');
    made.setAttribute('aria-describedby', 'm');
    made.addEventListener('close', () =>
      covered ? made.isConnected && made.showModal() : actions.putAway(),
    );
    return made;
  }

  return {
    update(model) {
      const key = model && `${model.phase} ${model.endsAt} ${model.covered}`;
      if (key === shown) return;
      shown = key;
      covered = model?.covered === true;
      if (!model || isQuiet(model)) return dialog?.close();
      const time = model.endsAt === undefined ? '' : toClockTime(model.endsAt);
      show(model.phase === 'warning' ? plain.warning : plain.expired, time, model.signIn?.href);
    },
    remove() {
      dialog?.remove();
      dialog = undefined;
    },
  };
};
