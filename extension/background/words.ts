import { clockTime, fill, languageFor } from '../../component/prompt/texts.ts';
import texts from '../locales/en.background.json';
import type { SessionView } from '../session/view.ts';
import type { Notice } from './notices.ts';

const english = languageFor('en');

/** Title and message of a notification. Of a page it holds nothing but the site's name in the profile. */
export function noticeText(
  { name, endsAt }: SessionView,
  kind: Notice['kind'],
): [title: string, message: string] {
  if (kind === 'end') return [texts.end.title.replace('{site}', name), texts.end.message];
  const { title, at, anyMoment } = texts.warning;
  const message = endsAt === undefined ? anyMoment : fill(at, clockTime(english, endsAt));
  return [title.replace('{site}', name), message];
}

/** The accessible name of the prompt's frame. */
export const promptTitle = (site: string): string => texts.prompt.replace('{site}', site);

export const menuTexts = texts.menu;
