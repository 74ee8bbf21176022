import { html, type TemplateResult } from 'lit/html.js';
import { button, choice, toggle } from './parts.ts';
import type { Play } from './play.ts';
import { faults, kinds, type Fault, type Kind, type ServerEnding } from './server.ts';
import type { State } from './state.ts';

const lengths = { 60: '1 minute', 300: '5 minutes', 1200: '20 minutes', 3600: '1 hour', 28800: '8 hours' };
const minute = 60_000;
const offsets: Record<string, string> = {
  '-60 min': '1 hour behind',
  '-5 min': '5 minutes behind',
  '0 min': 'right',
  '5 min': '5 minutes ahead',
  '60 min': '1 hour ahead',
};
const endings: Record<ServerEnding, string> = {
  expired: 'Timed out',
  revoked: 'Revoked',
  'not-found': 'Not found',
  unknown: 'Bare 401',
};

/** All that surrounds a page and goes wrong. `begin`: the session's terms are others, so it begins anew. */
export function surroundings(
  play: Play,
  state: State,
  begin: (part: Partial<State>) => void,
): TemplateResult {
  const { clock, server, hand } = play;
  const told = (text: string, run: () => unknown) => () => {
    play.note(text);
    void run();
  };
  const known = state.lasts in lengths ? lengths : { ...lengths, [state.lasts]: `${state.lasts} seconds` };

  return html`
    <section class="act">
      <h2>Session</h2>
      <div class="pair">
        ${choice('It lasts', known, String(state.lasts), (value) => begin({ lasts: Number(value) }))}
        ${choice('Its end', kinds, state.kind, (value) => begin({ kind: value as Kind }))}
      </div>
      <div class="buttons">
        ${button('Look', told('The page looks', hand.look))}
        ${button('Renew', told('The page renews', hand.renew))}
        ${button(
          'Sign in',
          told('Signed in as Ada', () => signIn(play, 'ada')),
        )}
        ${button(
          'As Grace',
          told('Signed in as Grace', () => signIn(play, 'grace')),
        )}
      </div>
      <p class="label" id="endings">The server ends it</p>
      <div class="buttons" role="group" aria-labelledby="endings">
        ${Object.entries(endings).map(([ending, text]) =>
          button(
            text,
            told(`The server ends it: ${ending}`, () => server.end(ending as ServerEnding)),
          ),
        )}
      </div>
      <p class="hint">A page hears of it when it next asks.</p>
    </section>
    <section class="act">
      <h2>Network</h2>
      ${toggle('Offline', server.offline, (on) => {
        hand.setOffline(on);
        play.note(on ? 'Offline' : 'Online again');
      })}
      <div class="pair">
        ${choice('Looks', faults, server.faults.look, (value) => {
          hand.fault('look', value as Fault);
          play.note(`Looks: ${faults[value as Fault]}`);
        })}
        ${choice('Renewals', faults, server.faults.renew, (value) => {
          hand.fault('renew', value as Fault);
          play.note(`Renewals: ${faults[value as Fault]}`);
        })}
      </div>
    </section>
    <section class="act">
      <h2>Computer</h2>
      <p class="label" id="lid">Close the lid for</p>
      <div class="buttons" role="group" aria-labelledby="lid">
        ${button(
          '5 min',
          told('Asleep for 5 minutes', () => hand.sleep(5 * minute)),
        )}
        ${button(
          '1 hour',
          told('Asleep for an hour', () => hand.sleep(60 * minute)),
        )}
        ${button(
          'A night',
          told('Asleep for 9 hours', () => hand.sleep(540 * minute)),
        )}
      </div>
      ${choice('Its clock is', offsets, `${clock.wrongBy / minute} min`, (value) => {
        clock.setWrong(parseInt(value) * minute);
        play.note(`The clock of the computer is ${offsets[value]}`);
      })}
    </section>
    <section class="act">
      <h2>Tabs</h2>
      ${toggle('This tab is out of sight', play.isBehind(1), (on) => play.setBehind(1, on))}
      ${toggle('A second tab', play.hasSecond, (on) => {
        play.note(on ? 'A second tab opens' : 'The second tab is closed');
        if (on) void hand.openSecond();
        else play.closeSecond();
      })}
      ${
        play.hasSecond
          ? html`${toggle('The second is out of sight', play.isBehind(2), (on) => play.setBehind(2, on))}
              <p class="label" id="second">In the second</p>
              <div class="buttons" role="group" aria-labelledby="second">
                ${button(
                  'Renew',
                  told('The second tab renews', () => hand.inSecond('renew')),
                )}
                ${button(
                  'Sign out',
                  told('The second tab signs out', () => hand.inSecond('sign out')),
                )}
                ${button(
                  'Sign in',
                  told('Signed in in the second tab', () => hand.inSecond('sign in')),
                )}
              </div>`
          : html`<p class="hint">Two tabs are one session: one renewal, one voice.</p>`
      }
    </section>
  `;
}

function signIn({ server, hand }: Play, subject: string): void {
  server.signIn(subject);
  hand.look();
}
