import { describe, expect } from 'vitest';
import { browserName } from '../story.ts';
import { pass } from '../tab.ts';
import { openPages } from './prompt-pages.ts';
import { aliveFor, endedAs, stageIn, type Stage } from './prompt-stage.ts';
import { story as plain } from './story.ts';

const story = plain
  // vitest reads which fixtures are wanted from the pattern, and here none are.
  // eslint-disable-next-line no-empty-pattern
  .extend('pages', async ({}, { onCleanup }) => {
    const pages = await openPages();
    onCleanup(() => pages.close());
    return pages;
  });

/** Where the button is, whatever the page has put over it. */
const buttonOf = async (stage: Stage) => {
  const box = await stage.prompt.box();
  const { x, y } = await stage.prompt.evaluate(() => {
    const root = document.body.firstElementChild!.shadowRoot!;
    const button = root.querySelector('[part=renew], [part=sign-in]')!.getBoundingClientRect();
    return { x: button.x + button.width / 2, y: button.y + button.height / 2 };
  });
  return { x: box.x + x, y: box.y + y };
};

interface Attack {
  /** Runs in the page; `host` is what the page finds of the prompt. */
  run(): void;
  /** `stands`: it is as before, and a press counts. `refused`: it took itself down. `unarmed`: presses do nothing. */
  then: 'stands' | 'unarmed' | 'refused';
}

// Each finds the host anew: a function that runs in the page knows nothing of the others.
const attacks: Record<string, Attack> = {
  'removes it once': { run: () => document.documentElement.lastElementChild!.remove(), then: 'stands' },
  'removes it for ever': {
    run: () => {
      const known = new Set(document.documentElement.children);
      known.delete(document.documentElement.lastElementChild!);
      const removeAll = () =>
        [...document.documentElement.children].forEach((each) => known.has(each) || each.remove());
      new MutationObserver(removeAll).observe(document.documentElement, { childList: true });
      removeAll();
    },
    then: 'refused',
  },
  'moves the host into the body': {
    run: () => document.body.append(document.documentElement.lastElementChild!),
    then: 'stands',
  },
  'replaces the root element': {
    run: () => {
      const next = document.createElement('html');
      next.append(...[...document.documentElement.children].slice(0, 2));
      document.replaceChild(next, document.documentElement);
    },
    then: 'stands',
  },
  'writes styles on the host': {
    run: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.style.setProperty('display', 'none', 'important');
      host.style.setProperty('transform', 'translate(300px)', 'important');
      host.style.setProperty('opacity', '0', 'important');
    },
    then: 'stands',
  },
  'writes styles on the host for ever': {
    run: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      setInterval(() => host.setAttribute('style', `opacity: ${Math.random()} !important`), 20);
    },
    then: 'refused',
  },
  'makes the host inert, hidden and named': {
    run: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.inert = host.hidden = true;
      host.id = 'x';
    },
    then: 'stands',
  },
  'animates the host away': {
    run: () =>
      void document.documentElement.lastElementChild!.animate(
        { opacity: 0, transform: 'scale(0)', visibility: 'hidden', display: 'none' },
        { duration: 1, fill: 'forwards' },
      ),
    then: 'stands',
  },
  'makes html and body transparent': {
    run: () => {
      document.documentElement.style.cssText =
        'opacity: 0.01; filter: opacity(0.01); transform: translate(300px)';
      document.body.style.opacity = '0';
    },
    then: 'stands',
  },
  'lets presses through html': {
    run: () => void (document.documentElement.style.cssText = 'pointer-events: none; user-select: none'),
    then: 'stands',
  },
  'forbids popovers, dialogs and frames by rules': {
    run: () => {
      const style = document.createElement('style');
      style.textContent =
        '[popover], dialog, iframe, html > div { display: none !important; opacity: 0 !important; inset: 9999px !important } @layer a { * { visibility: hidden !important; pointer-events: none !important } }';
      document.head.append(style);
    },
    then: 'stands',
  },
  'zooms the page': { run: () => document.documentElement.style.setProperty('zoom', '0.2'), then: 'stands' },
  'has the highest z-index': {
    run: () => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
    },
    then: 'stands',
  },
  'calls hidePopover and close on what it finds': {
    run: () => {
      setInterval(() => {
        for (const each of document.querySelectorAll('*')) {
          try {
            (each as HTMLElement).hidePopover?.();
          } catch {
            // It is none.
          }
          (each as HTMLDialogElement).close?.();
        }
      }, 50);
    },
    then: 'stands',
  },
  'opens a popover on top once': {
    run: () => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; background: white';
      cover.showPopover();
    },
    then: 'stands',
  },
  'opens a popover on top for ever': {
    run: () => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; background: white';
      setInterval(() => {
        cover.hidePopover();
        cover.showPopover();
      }, 30);
    },
    then: 'refused',
  },
  'opens a modal dialog': {
    run: () => document.querySelector<HTMLDialogElement>('#own')!.showModal(),
    then: 'stands',
  },
  'makes html inert': { run: () => void (document.documentElement.inert = true), then: 'refused' },
  'opens what lets presses through': {
    run: () => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; background: white; pointer-events: none';
      cover.showPopover();
    },
    then: 'stands',
  },
  'opens what lets presses through, again and again': {
    run: () => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; background: white; pointer-events: none';
      setInterval(() => {
        cover.hidePopover();
        cover.showPopover();
      }, 400);
    },
    then: 'refused',
  },
  'opens what lets presses through, in a closed root': {
    run: () => {
      const inner = document.createElement('div');
      document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' }).append(inner);
      inner.popover = 'manual';
      inner.style.cssText = 'inset: 0; width: 100vw; height: 100vh; background: white; pointer-events: none';
      inner.showPopover();
    },
    // Firefox tells nobody what is painted; what a press can do there is in the profile, and nothing else.
    then: browserName === 'firefox' ? 'stands' : 'unarmed',
  },
  'hides everything': { run: () => void (document.documentElement.style.display = 'none'), then: 'refused' },
};

async function press(stage: Stage): Promise<string[]> {
  const before = (await stage.deeds()).length;
  await stage.tab.click(await buttonOf(stage));
  await pass(400);
  return (await stage.deeds()).slice(before);
}

/** Each attack meets one of the two prompts in one browser, the other in the other; with `npm run test:all` both in both. */
const meets = (attack: number, show: 'warning' | 'over') =>
  !!process.env.ALL_SYSTEMS ||
  (attack + Number(show === 'over') + Number(browserName === 'firefox')) % 2 === 0;

for (const [show, facts, deed] of [
  ['warning', () => aliveFor(100_000), 'renew'],
  ['over', () => endedAs('revoked'), 'sign-in'],
] as const)
  describe(`A hostile page under a prompt: ${show}`, () => {
    const met = Object.entries(attacks).filter((_, attack) => meets(attack, show));
    for (const [what, { run, then }] of met)
      story(`${what}: ${then}`, async ({ extension, pages }) => {
        const stage = await stageIn(extension, pages.url());
        await stage.hold(facts());
        await stage.show(show);
        await stage.untilState('up');
        await pass(200);
        await stage.tab.evaluate(run);
        if (then === 'refused') {
          await stage.untilState(/hides/.test(what) ? 'refused hidden' : 'refused fight');
          expect(await stage.prompt.exists()).toBe(false);
          return;
        }
        await pass(2500);
        expect(await stage.states()).not.toContain('refused fight');
        expect(await press(stage)).toEqual(then === 'stands' ? [deed] : []);
      });
  });
