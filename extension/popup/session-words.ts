import { isOver } from '../../shared/phase.ts';
import { durationText, fill, isSameDay, lengthText, momentText } from '../pages/texts.ts';
import { timeLeft } from '../pages/time-left.ts';
import type { SessionView } from '../session/view.ts';
import type { Language } from '../pages/language.ts';

/** What is said of one session. */
export interface SessionWords {
  /** A few words, such as "Signed out"; what a change is told by. */
  label: string;
  /** Above the sentences, where that is not the label. */
  title?: string;
  /** Whole sentences; none where the time says it all. */
  sentences: string[];
  /** Of a session that is alive, with a known end. */
  time?: { short: string; long: string };
  /** When it ends, and who says so. */
  about: string[];
  /** What went wrong. */
  notes: string[];
  /** It needs the person. */
  urgent: boolean;
  /** Nothing is known, or nothing is done. */
  faint: boolean;
}

export function wordsOf(view: SessionView, language: Language, now: number): SessionWords {
  const { texts, popup, prompt, tag } = language;
  const { state } = popup;
  const plain = (label: string, ...sentences: string[]): SessionWords => ({
    label,
    sentences,
    about: [],
    notes: notesOf(view, language),
    urgent: false,
    faint: true,
  });
  if (view.paused === 'person') return { ...plain(texts.paused, state.paused), notes: [] };
  if (view.paused) return { ...plain(texts.unconfirmed, state.unconfirmed), notes: [] };
  if (view.access === 'missing')
    return {
      ...plain(texts.noAccess, view.ofPolicy ? language.policy.guards : state.noAccess),
      notes: [],
      urgent: true,
    };
  if (isOver(view.phase)) return over(view, language, now, plain);
  if (view.endsAt !== undefined) {
    const left = timeLeft(view.endsAt - now);
    const source = view.weak && view.source === 'cookie' ? texts.weakCookie : texts.sources[view.source!];
    return {
      ...plain(view.phase === 'warning' ? texts.phases.warning : texts.phases.active),
      time: { short: durationText(tag, left, 'short'), long: durationText(tag, left, 'long') },
      about: [endText(view.endsAt, language, now), ...(view.source ? [source] : [])],
      sentences: [
        ...view.others.map(({ source, endsAt }) =>
          fill(texts.otherSources[source], { time: momentText(tag, endsAt, now) }),
        ),
        ...(view.probably ? [state.probably] : []),
      ],
      urgent: view.phase === 'warning',
      faint: false,
    };
  }
  if (view.phase === 'warning') return { ...plain(texts.anyMoment, prompt.anyMoment), urgent: true };
  if (view.probablyOver) return { ...plain(texts.probablyOver, state.probablyOver), urgent: true };
  if (view.watching && view.phase !== 'none') return plain(texts.watching, state.watching);
  if (view.knownAfterSignIn)
    return { ...plain(texts.knownAfterSignIn, state.knownAfterSignIn), title: texts.phases.active };
  if (view.phase === 'active') return { ...plain(texts.phases.active, state.active), faint: false };
  return view.phase === 'none'
    ? plain(texts.phases.none, state.none)
    : plain(texts.phases.unknown, state.unknown);
}

/** Beside a suggestion it is not said that nothing is known. */
export const sentencesOf = (
  { sentences }: SessionWords,
  { popup }: Language,
  isSuggested: boolean,
): string[] => sentences.filter((each) => !isSuggested || each !== popup.state.watching);

function over(
  view: SessionView,
  language: Language,
  now: number,
  plain: (label: string, ...sentences: string[]) => SessionWords,
): SessionWords {
  const { texts, popup, prompt, tag } = language;
  const last = view.lastEndings.at(-1);
  const inDoubt = view.phase === 'expired' && view.offline;
  const reason = view.ending?.reason ?? 'expired';
  const why = reason === 'other-user' ? prompt.someoneElse : prompt.reasons[reason];
  const at =
    last &&
    fill(isSameDay(tag, last.at, now) ? popup.brief.endedAt : popup.brief.endedOn, {
      time: momentText(tag, last.at, now),
    });
  const early = last?.early ?? 0;
  const words = plain(
    inDoubt ? texts.probablyExpired : view.phase === 'ended' ? texts.phases.ended : texts.phases.expired,
    ...(inDoubt ? [] : [why]),
    ...(early >= 60_000 ? [fill(popup.state.early, { time: lengthText(tag, early, 'long') })] : []),
  );
  return { ...words, about: at && !inDoubt ? [at] : [], urgent: true, faint: false };
}

function notesOf(view: SessionView, { popup, prompt }: Language): string[] {
  return [
    view.failed && prompt.failed,
    view.offline && prompt.offline,
    view.cookiesMissing && popup.state.noCookies,
  ].filter((note) => note !== false);
}

export const endText = (at: number, { tag, texts }: Language, now: number): string =>
  fill(isSameDay(tag, at, now) ? texts.at : texts.on, { time: momentText(tag, at, now) });

/** What the switch will do, or what it is doing. */
export function keepFreshWords({ keepFresh }: SessionView, language: Language, now: number): string[] {
  const { texts, popup, tag } = language;
  const { by, atMost, until, stuck, on } = keepFresh;
  const words = popup.keepFresh;
  const isOpen = keepFresh.while === 'open';
  const what =
    by === 'reload'
      ? isOpen
        ? words.reloadOpen
        : words.reloadActive
      : isOpen
        ? words.requestOpen
        : words.requestActive;
  return [
    fill(what, { time: lengthText(tag, atMost ?? 3_600_000, 'long') }),
    ...(isOpen ? [words.overrides] : []),
    ...(on && until !== undefined ? [fill(words.until, { time: momentText(tag, until, now) })] : []),
    ...(on && stuck ? [texts.stuck[stuck]] : []),
  ];
}
