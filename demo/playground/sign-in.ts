import { byId } from '../assets/dom.ts';

/** The one thing that the playground hears from outside: who is signed in. */
const channel = new BroadcastChannel('session-guard playground');
const done = byId('done');

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-as]'))
  button.addEventListener('click', () => {
    const { as } = button.dataset;
    channel.postMessage(as);
    done.textContent = as ? 'You are signed in. Go back to where you were.' : 'You are signed out.';
    const back = new URLSearchParams(location.search).get('return_to');
    if (window.parent !== window)
      location.replace(back?.startsWith('/playground/') ? back : '/playground/stage');
    else if (as) window.close();
  });
