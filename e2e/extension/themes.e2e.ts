import { describe, expect } from 'vitest';
import { onePixel } from '../one-pixel.ts';
import { everything } from '../site-pages.ts';
import { endedAs, stageIn, type Stage } from './prompt-stage.ts';
import { signIn } from './guarded.ts';
import { story } from './story.ts';
import { pass } from '../tab.ts';
import { until, type Tab, type View } from './view.ts';

const color = (...components: number[]) => ({ $value: { colorSpace: 'srgb', components } });
const size = (value: number, unit = 'px') => ({ $value: { value, unit } });

/** A team's face, and its words: the extension's own name the site, and so would differ from the element's. */
const team = {
  light: {
    surface: color(1, 0.98, 0.92),
    text: color(0.1, 0.15, 0.2),
    muted: color(0.25, 0.3, 0.35),
    accent: color(0, 0.35, 0.3),
    'on-accent': color(1, 1, 1),
    backdrop: color(0, 0, 0),
  },
  dark: {
    surface: color(0.08, 0.1, 0.12),
    text: color(0.95, 0.95, 0.95),
    muted: color(0.75, 0.78, 0.8),
    accent: color(0.5, 0.9, 0.8),
    'on-accent': color(0, 0.1, 0.1),
    backdrop: color(0, 0, 0),
  },
  both: {
    radius: size(6),
    'button-radius': size(20),
    space: size(24),
    width: size(26, 'rem'),
    'heading-weight': { $value: 500 },
  },
  $extensions: {
    'session-guard': {
      version: 1,
      name: 'Harbour',
      texts: { en: { plainExpired: 'The harbour is closed', work: 'What you wrote is safe.' } },
      logo: { data: onePixel(200, 40, 40), alt: 'Harbour', height: { value: 24, unit: 'px' } },
    },
  },
};

describe('A team’s theme file, dropped once', () => {
  story('gives the same prompt in the element and in the extension', async ({ extension, site }) => {
    site.answer('/theme-page.js', { headers: { 'Content-Type': 'text/javascript' }, body: script });
    const content = '<script type="module" src="/theme-page.js"></script>';
    const ofElement = await extension.newTab();
    await signIn(ofElement, site, site.page(everything, { content }));
    await until('the session', () =>
      ofElement.evaluate(
        () => document.querySelector('session-guard[phase=active], [phase=warning]') !== null,
      ),
    );
    site.sessions.end('session_revoked');
    await until('the end', () => ofElement.evaluate(end, JSON.stringify(team)));

    const options = await extension.extensionPage('options', '#themes');
    await until('the place', () => options.has('#add-theme'));
    await options.evaluate(drop, '#add-theme', JSON.stringify({ ...team, light: { acent: 1 } }));
    await until(
      'the reason',
      () => options.text(),
      (text) => text.includes('light.acent'),
    );
    await options.evaluate(drop, '#add-theme', JSON.stringify(team));
    await until(
      'the theme',
      () => extension.storage(),
      (all) => all['theme:harbour'] === JSON.stringify(team),
    );
    await options.click('[aria-label="Wear on all sites: Harbour"]');
    await until(
      'the choice',
      () => extension.storage(),
      ({ preferences }) => Object(preferences).theme === 'harbour',
    );

    const stage = await over(await stageIn(extension, `${site.origin}/other`));
    const ours = await shotOf(stage.tab, stage.prompt, 'body > div', () => stage.prompt.box());
    const theirs = await shotOf(ofElement, ofElement, 'session-guard');
    expect([ours.region.width, ours.region.height]).toEqual([theirs.region.width, theirs.region.height]);
    const { different, colours } = await options.evaluate(compare, ours, theirs);
    // Letters stand on other parts of pixels; nothing else differs.
    expect(different).toBeLessThan(0.02);
    expect(colours).toBeGreaterThan(50);

    // What follows is worn at once, and an unknown name is the usual face.
    await extension.store({ preferences: { theme: 'gone' } });
    await until(
      'the usual face',
      () => textOf(stage.prompt),
      (text) => text.includes('Your session at'),
    );
  });
});

const script = `
import { applyTheme } from '/dist/theme.js';
globalThis.applyTheme = applyTheme;`;

interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Shot {
  png: string;
  region: Region;
}

/** Once nothing moves any more. */
async function shotOf(
  tab: Tab,
  view: View,
  host: string,
  place = async () => ({ x: 0, y: 0 }),
): Promise<Shot> {
  await tab.bringToFront();
  await until('the prompt', () => view.evaluate(regionIn, host));
  await pass(400);
  const { x, y, width, height } = (await view.evaluate(regionIn, host))!;
  const frame = await place();
  const region = { x: x + frame.x, y: y + frame.y, width, height };
  return { png: (await tab.screenshot()).toString('base64'), region };
}

/** In the page, once it is there: the theme is applied, and the session looked at, which is over. */
function end(theme: string): boolean {
  const { applyTheme } = window as never as { applyTheme?: (theme: string) => { ok: boolean } };
  const guard = document.querySelector('session-guard') as (Element & { look?(): void }) | null;
  if (!applyTheme?.(theme).ok || !guard?.look || !guard.hasAttribute('phase')) return false;
  guard.look();
  return guard.getAttribute('phase') === 'ended';
}

/** Where the prompt says what it says: all across the dialog, from its logo to its last button. */
function regionIn(host: string): Region | undefined {
  const root = document.querySelector(host)?.shadowRoot;
  const dialog = root?.querySelector('dialog[open]');
  const logo = dialog?.querySelector('[part=logo]');
  const last = dialog?.querySelector('[part=dismiss]');
  if (!dialog || !logo || !last) return undefined;
  const { left, width } = dialog.getBoundingClientRect();
  const { top } = logo.getBoundingClientRect();
  return { x: left, y: top, width, height: last.getBoundingClientRect().bottom - top };
}

function drop(place: string, text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], 'harbour.json', { type: 'application/json' }));
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.querySelector(place)!.dispatchEvent(event);
}

/** In any page: which part of the pixels is another in each, and how many colours there are at all. */
async function compare(...shots: Shot[]): Promise<{ different: number; colours: number }> {
  const [one, other] = await Promise.all(
    shots.map(async ({ png, region }) => {
      const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const paper = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      paper.drawImage(image, 0, 0);
      const { x, y, width, height } = region;
      const [left, top] = [x, y].map(Math.round) as [number, number];
      return paper.getImageData(left, top, Math.round(width), Math.floor(height)).data;
    }),
  );
  let different = 0;
  const colours = new Set<number>();
  for (let at = 0; at < one!.length; at += 4) {
    const channels = [0, 1, 2].map((each) => Math.abs(one![at + each]! - other![at + each]!));
    if (Math.max(...channels) > 48) different += 1;
    colours.add((one![at]! << 16) | (one![at + 1]! << 8) | one![at + 2]!);
  }
  return { different: (different * 4) / one!.length, colours: colours.size };
}

const textOf = (view: View) =>
  view.evaluate(() => document.body.firstElementChild!.shadowRoot!.querySelector('h2')!.innerText);

async function over(stage: Stage): Promise<Stage> {
  await stage.hold(endedAs('revoked'));
  await stage.show('over');
  await stage.untilState('up');
  return stage;
}
