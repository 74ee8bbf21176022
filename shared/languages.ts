export type Direction = 'ltr' | 'rtl';

export interface Match {
  /** As it was wanted, in its canonical form: what numbers and times follow. */
  tag: string;
  /** The one of those that there are. */
  found: string;
}

/** The best of `tags` for the one wanted: itself, or one of the same language in the same script. */
export function matchLanguage(wanted: string, tags: readonly string[]): Match | undefined {
  const locale = parse(wanted);
  if (!locale) return undefined;
  const tag = locale.toString();
  if (tags.includes(tag)) return { tag, found: tag };
  const written = writtenAs(locale);
  // `pt` before `pt-BR`: what is said for no region in particular.
  const same = tags.filter((each) => writtenAs(new Intl.Locale(each)) === written);
  const [found] = same.sort((one, other) => one.length - other.length);
  return found === undefined ? undefined : { tag, found };
}

/** Scripts that are written from the right. Not every browser says so itself. */
const fromRight = /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

export function directionOf(tag: string): Direction {
  return fromRight.test(parse(tag)?.maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Language and script, also where the tag leaves the script to be known: `zh-TW` is `zh-Hant`. */
function writtenAs(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  return `${language}-${script}`;
}

function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
