import type { CreatePrompt } from './prompt-model.ts';
import { toClockTime } from './page-ports.ts';

// Three texts of the English locale once more: a locale comes late too, and this is for when late code cannot come.
export const plain = {
  warning: 'Your session is about to end',
  expired: 'Your session has ended',
  signIn: 'Sign in again',
};

/** Stands in where the prompt's own code cannot come: heading, time, and a link to sign in. */
export const createPlainDialog: CreatePrompt = (_host, root, _ports, actions) => {
  let dialog: HTMLDialogElement | undefined;
  let shown: string | undefined;

  function show(heading: string, time: string, href: string | undefined) {
    dialog ??= root.appendChild(document.createElement('dialog'));
    const title = Object.assign(document.createElement('h2'), { textContent: heading });
    const parts: Node[] = [title, Object.assign(document.createElement('p'), { textContent: time })];
    if (href) {
      const link = Object.assign(document.createElement('a'), {
        href,
        textContent: plain.signIn,
        target: '_blank',
      });
      link.rel = 'noopener';
      // Large enough to press (WCAG 2.5.8); a stylesheet would be one more thing that may not come.
      Object.assign(link.style, { display: 'inline-block', padding: '0.5rem 0' });
      link.addEventListener('click', (event) => {
        if (!actions.signIn()) event.preventDefault();
      });
      parts.push(link);
    }
    dialog.replaceChildren(...parts);
    if (!dialog.open) dialog.showModal();
  }

  return {
    update(model) {
      const key = model && `${model.phase} ${model.endsAt}`;
      if (key === shown) return;
      shown = key;
      if (!model) return dialog?.close();
      const time = model.endsAt === undefined ? '' : toClockTime(model.endsAt);
      show(model.phase === 'warning' ? plain.warning : plain.expired, time, model.signIn?.href);
    },
    remove() {
      dialog?.remove();
      dialog = undefined;
    },
  };
};
