import { html, svg, type TemplateResult } from 'lit/html.js';
import { stopwatch, type Entry } from './history.ts';
import type { Play } from './play.ts';

/** How much of the strip is still to come, at least. */
const ahead = 0.06;

const percent = (part: number) => `${Math.min(100, Math.max(0, part * 100)).toFixed(3)}%`;

/** What happened, from left to right: phases as a band, and above and below it events and requests. */
export function timeline(play: Play): TemplateResult {
  const { now, history } = play;
  // What is over has no end to come, whatever the server holds for somebody else.
  const left = /ended|none/.test(play.phase) ? undefined : play.untilEnd();
  const endsAt = left === undefined ? undefined : now + left;
  const whole = Math.max(now * (1 + ahead), endsAt === undefined ? 0 : endsAt * (1 + ahead), 60_000);
  const at = (ms: number) => percent(ms / whole);
  const bands = history.stretches.map(({ from, phase }, index) => ({
    phase,
    from,
    to: history.stretches[index + 1]?.from ?? now,
  }));
  const mark = ({ at: when, kind, tone, text }: Entry) =>
    kind === 'request'
      ? svg`<circle class="mark request ${tone}" cx=${at(when)} cy="44" r="3"><title>${stopwatch(when)} ${text}</title></circle>`
      : svg`<rect class="mark ${kind} ${tone}" x=${at(when)} y="4" width="2" height="11" rx="1"><title>${stopwatch(when)} ${text}</title></rect>`;

  return html`<div class="timeline">
    <svg
      width="100%"
      height="52"
      role="img"
      aria-label="What happened so far; the list below says it in words"
    >
      <rect class="track" x="0" y="21" width="100%" height="14" rx="7" />
      ${bands.map(
        ({ phase, from, to }) =>
          svg`<rect class="band ${phase}" x=${at(from)} y="21" width=${percent((to - from) / whole)} height="14" rx="3"><title>${phase}</title></rect>`,
      )}
      ${history.entries.map(mark)}
      ${
        endsAt === undefined || endsAt < 0
          ? ''
          : svg`<line class="end" x1=${at(endsAt)} x2=${at(endsAt)} y1="16" y2="40" /><title>the end</title>`
      }
      <line class="now" x1=${at(now)} x2=${at(now)} y1="2" y2="50" />
    </svg>
    <p class="legend" aria-hidden="true">
      <span class="of-event">event</span> <span class="of-request">request</span>
      <span class="of-end">end</span>
    </p>
    <ol class="log" tabindex="0" aria-label="What happened, the newest first">
      ${history.entries.length === 0 ? html`<li class="muted">Nothing yet.</li>` : ''}
      ${history.entries
        .slice(-60)
        .reverse()
        .map(
          ({ at, kind, tone, text, tab }) =>
            html`<li class="${kind} ${tone}">
              <time>${stopwatch(at)}</time>
              <span>${tab ? html`<em>tab ${tab}</em> ` : ''}${text}</span>
            </li>`,
        )}
    </ol>
  </div>`;
}
