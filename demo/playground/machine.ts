import { html, type TemplateResult } from 'lit/html.js';
import { button, segments } from './parts.ts';
import type { Play } from './play.ts';
import { timeline } from './timeline.ts';

const speeds = { 0: 'Pause', 1: '1×', 10: '10×', 60: '60×' };

/** The time machine: how fast, how far, and what came of it. */
export function machine(play: Play): TemplateResult {
  const { clock, hand } = play;
  const jump = (text: string, run: () => Promise<void>) => () => {
    play.note(text);
    void run();
  };
  const over = /ended|expired|none/.test(play.phase);
  const warned = over || play.phase === 'warning';
  const late = over || (play.untilEnd() ?? 0) < 11_000;
  const clockTime = new Date(clock.wall()).toLocaleTimeString('en-GB');

  return html`<div class="transport">
      <p class="clock">
        <span class="visually-hidden">Clock of the stage: </span><time>${clockTime}</time>
        ${clock.wrongBy ? html`<small>wrong</small>` : ''}
      </p>
      ${segments('speed', 'Speed', speeds, String(clock.speed), (value) => {
        clock.run(Number(value));
        play.note(value === '0' ? 'Paused' : `Speed ${value}×`);
      })}
      <div class="jumps" role="group" aria-label="Jump">
        ${button(
          '+1 min',
          jump('A minute later', () => hand.pass(60_000)),
        )}
        ${button('To the warning', jump('To the warning', hand.toWarning), warned)}
        ${button(
          '10 s before',
          jump('To 10 s before the end', () => hand.toBefore(10)),
          late,
        )}
        ${button('Past the end', jump('Past the end', hand.pastEnd), over)}
      </div>
    </div>
    ${timeline(play)}`;
}
