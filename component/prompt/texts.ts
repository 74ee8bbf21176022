import en from '../../shared/locales/en.json';

export type Texts = typeof en;

const locales: Record<string, Texts> = { en };

export interface Language {
  /** The tag that numbers, times and texts follow. */
  tag: string;
  /** The page's language has no texts: these are English, in a page that is not. */
  foreign: boolean;
  texts: Texts;
  clock(at: number): string;
  duration(value: number, unit: 'minute' | 'second'): Intl.NumberFormatPart[];
}

const nearestLang = (from: Element): string => {
  const near = from.closest<HTMLElement>('[lang]');
  if (near) return near.lang;
  const { host } = from.getRootNode() as ShadowRoot;
  return host ? nearestLang(host) : '';
};

const supported = (lang: string): string | undefined => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang)[0];
  } catch {
    return undefined;
  }
};

export const languageFor = (lang: string): Language => {
  const wanted = supported(lang);
  const found = wanted && locales[wanted.split('-')[0]!];
  const tag = found ? wanted : 'en';
  const clock = new Intl.DateTimeFormat(tag, { timeStyle: 'short' });
  const unit = (unit: 'minute' | 'second') =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
  const units = { minute: unit('minute'), second: unit('second') };
  return {
    tag,
    foreign: !!lang && !found,
    texts: found || en,
    clock: (at) => clock.format(at),
    duration: (value, unit) => units[unit].formatToParts(value),
  };
};

/** The language nearest to the element: its own, its ancestors', English. */
export const languageOf = (host: Element): Language => languageFor(nearestLang(host));

export const fill = (text: string, time: string): string => text.replace('{time}', time);
