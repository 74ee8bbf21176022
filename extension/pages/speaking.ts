import { english, languageOf, type Language, type Locale } from './language.ts';
import { localeFiles, matchOf } from './locale-files.ts';
import type { PagePorts } from './page-ports.ts';

export interface SpeakingEdges {
  /** The language of the browser. */
  ofBrowser: string;
  /** What the person chose, as it is stored; `''`: as the browser. */
  chosen(): Promise<string>;
  /** A file of this package. */
  read(path: string): Promise<Locale>;
  ports: Pick<PagePorts, 'setTimer'>;
}

/** The language that a page speaks. */
export interface Speaking {
  /** What to draw in; `undefined`: it is known in a moment, and another would flash by. */
  language(): Language | undefined;
  /** As the person chose; until that language is there it stays the one before. */
  choose(tag: string): void;
  /** The language of the browser, as far as it is spoken. */
  ofBrowser: string;
  /** Runs when there is another to draw in. */
  onChange(run: () => void): void;
}

/** How long nothing is drawn for want of its language. */
const patience = 150;

export function createSpeaking({ ofBrowser, chosen, read, ports }: SpeakingEdges): Speaking {
  const known = new Map<string, Locale>();
  let spoken: Language | undefined;
  let wanted: string | undefined;
  let changed = () => {};

  const speak = (language: Language) => {
    spoken = language;
    changed();
  };

  function choose(tag: string) {
    if (tag === wanted) return;
    wanted = tag;
    const match = matchOf(tag || ofBrowser);
    const locale = known.get(match.found);
    if (match.found === 'en') spoken = english(match.tag);
    else if (locale) spoken = languageOf(match.tag, locale);
    else void load(tag, match);
  }

  async function load(tag: string, match: { tag: string; found: string }) {
    const locale = await read(localeFiles[match.found]!).catch(() => undefined);
    if (locale) known.set(match.found, locale);
    // What was chosen meanwhile is newer.
    if (tag === wanted) speak(locale ? languageOf(match.tag, locale) : english());
  }

  const first = (tag: string) => {
    // The page has read it itself by now.
    if (wanted !== undefined) return;
    choose(tag);
    if (spoken) changed();
  };
  chosen().then(first, () => first(''));
  ports.setTimer(patience, () => spoken ?? speak(english()));

  return {
    language: () => spoken,
    choose,
    ofBrowser: matchOf(ofBrowser).tag,
    onChange: (run) => (changed = run),
  };
}
