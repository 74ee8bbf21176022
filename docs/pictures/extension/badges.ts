import { readFile } from 'node:fs/promises';
import { badgeOf } from '../../../extension/background/badge.ts';
import { madeUp, type MadeUp } from '../../../extension/popup/testing/made-up.ts';
import { viewsOf } from '../../../extension/session/view.ts';
import { orders, watched } from './sites.ts';
import { pageOf } from './stage.ts';
import { hour, minute, type State } from './state.ts';

const second = 1000;

const moments: [caption: string, site: MadeUp][] = [
  ['watched: no end is known', watched()],
  ...(
    [
      ['3 h 10 min left', 3 * hour + 10 * minute],
      ['48 min left', 48 * minute],
      ['12 min left', 12 * minute],
      ['100 s left', 100 * second],
      ['45 s left', 45 * second],
      ['20 s left', 20 * second],
    ] as const
  ).map(([caption, endsIn]): [string, MadeUp] => [caption, { ...orders, endsIn }]),
  ['over', { ...orders, passed: true }],
];

const access = { granted: () => true, cookies: true };

function badgeAt(site: MadeUp) {
  const now = Date.now();
  const [view] = viewsOf(madeUp(now, [site]), access, now);
  return badgeOf(view!, now);
}

const style = `
  :root { color-scheme: light dark; background: light-dark(#f1f3f4, #35363a); color: light-dark(#15181e, #f2f4f8); }
  body { display: flex; margin: 0; padding: 24px 12px; font: 13px/1.35 system-ui, sans-serif; }
  figure { flex: 1; margin: 0; padding: 0 6px; text-align: center; }
  .icon { position: relative; display: block; inline-size: 48px; margin: 0 auto 14px; }
  img { display: block; inline-size: 48px; }
  b { position: absolute; inset: auto -12px -8px auto; min-inline-size: 26px; padding: 1px 5px; border-radius: 8px;
    box-sizing: border-box; color: #fff; font-weight: 500; font-size: 16px; line-height: 20px; }
  b:empty { display: none; }`;

/** No browser lets its toolbar be photographed: the icon, and what `setBadgeText` and its kin are given. */
export const badges: State = {
  name: 'badge',
  kind: 'drawn',
  async reach(stage) {
    const page = pageOf(await stage.newTab());
    const icon = await readFile(new URL('../../../extension/icons/48.png', import.meta.url), 'base64');
    const figures = moments.map(([caption, site]) => {
      const { text, colour } = badgeAt(site);
      return `<figure><span class="icon"><img src="data:image/png;base64,${icon}" alt=""><b
        style="background: ${colour}">${text}</b></span>${caption}</figure>`;
    });
    await page.setContent(`<!doctype html><style>${style}</style>${figures.join('')}`);
    return page;
  },
};
