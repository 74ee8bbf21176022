import type { BrowserContext } from 'puppeteer-core';
import { untilDialog, untilPhase } from '../prompt.ts';
import { everything, type Attributes, type PageOptions } from '../site-pages.ts';
import type { Site } from '../site.ts';
import { signIn, visit } from '../story.ts';
import { pass, type Tab } from '../tab.ts';

/** A form as people fill one for an hour, on a page that is longer than a screen. */
export const content = `<form action="/submitted" method="post">
        <p><label>Title <input id="title"></label></p>
        <p><label>Kind <select id="kind"><option>note</option><option>letter</option><option>report</option></select></label></p>
        <p><label>Topics <select id="topics" multiple><option>sea</option><option>sky</option><option>land</option></select></label></p>
        <p><label><input id="urgent" type="checkbox"> Urgent</label></p>
        <p><label>Report <textarea id="report" rows="8" cols="50"></textarea></label></p>
        <div id="letter" contenteditable="true" role="textbox" aria-label="Letter"></div>
        <div id="rest"></div>
      </form>`;

/** Half-typed: it ends within a word, on purpose. */
export const words = (howMany: number): string =>
  Array.from({ length: howMany }, (_, at) => {
    const word = ['naïve', 'Ωmega', '工作', '👩‍🚀', 'tab\there', "it's", '<b>&amp;', 'two  spaces', 'plain'][
      at % 9
    ]!;
    return `${word}${at}${at % 12 === 11 ? ' \n' : ' '}`;
  }).join('') + 'and half a wo';

export type Place = 'report' | 'letter' | 'title';

/** Fills everything, types the last of it, and leaves a selection in one place and the scroll in another. */
export async function work(tab: Tab, place: Place, text: string): Promise<void> {
  await tab.page.evaluate(fill, place, text);
  await tab.page.keyboard.type('rd');
  await tab.page.evaluate(select, place);
  // Firefox scrolls to what was selected a moment later.
  await pass(200);
  await tab.page.evaluate(() => {
    document.getElementById('report')!.scrollTop = 700;
    scrollTo(0, 900);
  });
}

function fill(place: Place, text: string): void {
  const get = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
  const report = get<HTMLTextAreaElement>('report');
  report.value = text;
  get<HTMLInputElement>('title').value = 'A title, and half a wo';
  get('letter').innerHTML =
    '<p>Dear <b>Ada</b>,</p><ul><li>one</li><li>two <i>and a half wo</i></li></ul>\u00a0';
  get<HTMLSelectElement>('kind').value = 'report';
  for (const option of get<HTMLSelectElement>('topics').options) option.selected = option.text !== 'sky';
  get<HTMLInputElement>('urgent').checked = true;
  get('rest').style.height = '4000px';
  const field = get<HTMLInputElement>(place);
  field.focus();
  if (place === 'letter') getSelection()!.collapse(field.querySelector('i')!.firstChild, 13);
  else field.setSelectionRange(text.length, text.length);
}

function select(place: Place): void {
  const field = document.getElementById(place) as HTMLInputElement;
  const [start, end] = [...field.querySelectorAll('b, i')].map((element) => element.firstChild!);
  if (place === 'letter') getSelection()!.setBaseAndExtent(end!, 5, start!, 1);
  else field.setSelectionRange(3, 12, 'backward');
}

/** Every byte of it, and where the person was. */
export function readWork(tab: Tab) {
  return tab.page.evaluate(() => {
    const get = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
    const report = get<HTMLTextAreaElement>('report');
    const letter = get('letter');
    const field = document.activeElement as HTMLInputElement;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection()!;
    return {
      report: report.value,
      letter: letter.innerHTML,
      title: get<HTMLInputElement>('title').value,
      kind: get<HTMLSelectElement>('kind').value,
      topics: Array.from(get<HTMLSelectElement>('topics').selectedOptions, ({ text }) => text),
      urgent: get<HTMLInputElement>('urgent').checked,
      focus: field.id,
      selection:
        field === letter
          ? [anchorNode?.textContent, anchorOffset, focusNode?.textContent, focusOffset]
          : [field.selectionStart, field.selectionEnd, field.selectionDirection],
      scroll: [scrollX, scrollY, report.scrollTop],
    };
  });
}

export type Work = Awaited<ReturnType<typeof readWork>>;

/** Ada is at work in a tab of her own, whose session has long to go; all that is there. */
export async function adasWork(
  { site, context, tab }: { site: Site; context: BrowserContext; tab: Tab },
  attributes: Attributes = everything,
  { query = '', ...options }: PageOptions & { query?: string } = {},
): Promise<Work> {
  site.sessions.life = 300;
  await signIn(context, site, 'ada');
  await visit(tab, site.page(attributes, { content, ...options }) + query);
  await untilPhase(tab, 'active');
  await work(tab, 'report', words(400));
  return readWork(tab);
}

/** The session has so few seconds left, and the page has heard so from its server. */
export async function leave(tab: Tab, site: Site, seconds: number): Promise<void> {
  site.sessions.life = seconds;
  site.sessions.extendLatest();
  site.sessions.life = 300;
  await tab.page.evaluate(() => void document.querySelector('session-guard')!.look());
}

/** The server ends the session, the page hears so, and asks its person to sign in. */
export async function endNow(tab: Tab, site: Site): Promise<void> {
  await leave(tab, site, 0);
  await untilPhase(tab, 'ended');
  await untilDialog(tab);
}
