import type { PromptPorts } from '../prompt-model.ts';

export interface Announcer {
  /** What the live regions hold now. */
  readonly speech: { text: unknown; urgent: boolean };
  say(text: unknown, urgent?: boolean): void;
  /** When the dialog is gone: its regions are too, and the page's must first be heard of again. */
  sayAfterwards(text: string): void;
  hush(): void;
  /** The tab is in view again: the newest of what it kept to itself. */
  seen(): void;
}

/** Speaks through live regions that were there before, and never from a hidden tab. */
export const createAnnouncer = (ports: PromptPorts, doc: Document, redraw: () => void): Announcer => {
  const speech = { text: '' as unknown, urgent: false };
  let held: unknown = '';
  let timer: unknown;

  const say = (text: unknown, urgent = false) => {
    if (doc.visibilityState !== 'visible') held = text;
    else Object.assign(speech, { text, urgent });
  };
  const hush = () => {
    ports.clearTimer(timer);
    held = '';
    say('');
  };
  const later = (ms: number, text: string, then?: () => void) => {
    timer = ports.setTimer(ms, () => {
      say(text);
      redraw();
      then?.();
    });
  };
  return {
    speech,
    say,
    hush,
    sayAfterwards(text) {
      // Cleared, for it would grow untrue where a screen reader can still find it.
      later(200, text, () => later(5000, ''));
    },
    seen() {
      if (held) say(held);
      held = '';
    },
  };
};
