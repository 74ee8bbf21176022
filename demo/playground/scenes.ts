import type { Fault, Kind, ServerEnding } from './server.ts';
import type { State } from './state.ts';

/** What a scene may do; it begins with a session that is fresh, in one tab, with everything well. */
export interface Stagehand {
  toWarning(): Promise<void>;
  /** Seconds before the end. */
  toBefore(seconds: number): Promise<void>;
  pastEnd(): Promise<void>;
  pass(ms: number): Promise<void>;
  sleep(ms: number): Promise<void>;
  setWrong(ms: number): void;
  setOffline(offline: boolean): void;
  fault(of: 'look' | 'renew', fault: Fault): void;
  /** The server ends it, and the page asks. */
  endOnServer(ending: ServerEnding): Promise<void>;
  signIn(subject: string): void;
  /** No session at all. */
  forget(): void;
  look(): void;
  renew(): void;
  openSecond(): Promise<void>;
  inSecond(act: 'sign out' | 'sign in' | 'renew'): Promise<void>;
}

export interface Scene {
  id: string;
  title: string;
  /** What to look out for. */
  says: string;
  /** Attributes that it is about. */
  needs?: Record<string, string>;
  kind?: Kind;
  /** The phase that the first tab is in afterwards. */
  promises: 'none' | 'active' | 'warning' | 'expired' | 'ended';
  play(hand: Stagehand): Promise<void>;
}

export interface Act {
  title: string;
  scenes: Scene[];
}

const endedBy = (id: string, title: string, says: string, ending: ServerEnding): Scene => ({
  id,
  title,
  says,
  promises: 'ended',
  play: (hand) => hand.endOnServer(ending),
});

const hour = 3_600_000;

/** The place to add a scene. */
export const acts: Act[] = [
  {
    title: 'While it lasts',
    scenes: [
      {
        id: 'well',
        title: 'All is well',
        says: 'The session lives. Nothing is shown, one timer waits.',
        promises: 'active',
        play: (hand) => hand.pass(1000),
      },
      {
        id: 'notice',
        title: 'A quiet notice',
        says: 'A banner, early, that interrupts nobody.',
        needs: { 'notice-before': '5m' },
        promises: 'active',
        play: (hand) => hand.toBefore(280),
      },
      {
        id: 'warn',
        title: 'Warn me now',
        says: 'Two minutes left. One click stays signed in; Escape puts it away.',
        promises: 'warning',
        play: (hand) => hand.toWarning(),
      },
      {
        id: 'last',
        title: 'Last seconds',
        says: 'Twenty seconds left, counted one by one.',
        promises: 'warning',
        async play(hand) {
          await hand.toWarning();
          await hand.toBefore(20);
        },
      },
      {
        id: 'final',
        title: 'Cannot be renewed',
        says: 'The server says that no renewal helps: there is no button that would pretend.',
        kind: 'final',
        promises: 'warning',
        play: (hand) => hand.toWarning(),
      },
      {
        id: 'renew-fails',
        title: 'Renewal fails',
        says: 'The server answers 500. It is told as failed, and the countdown goes on.',
        promises: 'warning',
        async play(hand) {
          await hand.toWarning();
          hand.fault('renew', 'error');
          hand.renew();
          await hand.pass(2000);
        },
      },
    ],
  },
  {
    title: 'When it is over',
    scenes: [
      {
        id: 'end',
        title: 'Let it end',
        says: 'Time is up, and a look confirms it. What was written is still there.',
        promises: 'ended',
        play: (hand) => hand.pastEnd(),
      },
      {
        id: 'cover',
        title: 'With the page covered',
        says: 'The same where nobody who walks by may read it.',
        needs: { 'on-expire': 'cover' },
        promises: 'ended',
        play: (hand) => hand.pastEnd(),
      },
      endedBy('expired', 'Timed out early', 'The server ended it before its time.', 'expired'),
      endedBy('revoked', 'Revoked', 'Somebody signed out of all devices.', 'revoked'),
      endedBy('not-found', 'Not found', 'The server forgot it, after a restart say.', 'not-found'),
      endedBy('unknown', 'A bare 401', 'Over, and the server does not say why.', 'unknown'),
      {
        id: 'signed-out',
        title: 'Signed out elsewhere',
        says: 'The second tab signs out, and this one says so at once.',
        promises: 'ended',
        async play(hand) {
          await hand.openSecond();
          await hand.inSecond('sign out');
        },
      },
      {
        id: 'other-user',
        title: 'Another person',
        says: 'Somebody else signed in: the first one’s work is hidden from them.',
        promises: 'ended',
        async play(hand) {
          hand.signIn('grace');
          hand.look();
          await hand.pass(2000);
        },
      },
      {
        id: 'back',
        title: 'And signed in again',
        says: 'It ended, the other tab signed in: the prompt closes, and the work goes on.',
        promises: 'active',
        async play(hand) {
          await hand.openSecond();
          await hand.pastEnd();
          await hand.inSecond('sign in');
        },
      },
    ],
  },
  {
    title: 'When the world is unkind',
    scenes: [
      {
        id: 'offline',
        title: 'Offline',
        says: 'Time is up and nobody can be asked: it says no more than it knows.',
        promises: 'expired',
        async play(hand) {
          await hand.toBefore(200);
          hand.setOffline(true);
          await hand.pastEnd();
        },
      },
      {
        id: 'silent',
        title: 'Server says nothing',
        says: 'No answer in ten seconds is no answer.',
        promises: 'expired',
        async play(hand) {
          await hand.toBefore(200);
          hand.fault('look', 'silent');
          await hand.pastEnd();
          await hand.pass(12_000);
        },
      },
      {
        id: 'html',
        title: 'A page, not JSON',
        says: 'A captive portal answers. That is no ending.',
        promises: 'active',
        async play(hand) {
          hand.fault('look', 'html');
          hand.look();
          await hand.pass(2000);
        },
      },
      {
        id: 'sleep',
        title: 'Asleep past the end',
        says: 'The lid was closed for an hour. On waking it asks before it speaks.',
        promises: 'ended',
        async play(hand) {
          await hand.sleep(hour);
          await hand.pass(4000);
        },
      },
      {
        id: 'wrong-clock',
        title: 'Clock an hour off',
        says: 'This computer’s clock is wrong. The warning comes at the right moment all the same.',
        promises: 'warning',
        async play(hand) {
          hand.setWrong(hour);
          hand.look();
          await hand.pass(2000);
          await hand.toWarning();
        },
      },
      {
        id: 'nobody',
        title: 'Nobody is signed in',
        says: 'No session was ever held here: nobody is asked anything.',
        promises: 'none',
        async play(hand) {
          hand.forget();
          await hand.pass(2000);
        },
      },
    ],
  },
];

export const scenes: readonly Scene[] = acts.flatMap(({ scenes }) => scenes);

export const sceneOf = (id: string): Scene => scenes.find((each) => each.id === id) ?? scenes[0]!;

/** From one scene to another: what the first one needed goes, where nobody changed it; what the next needs comes. */
export function changeScene(state: State, to: Scene): State {
  const from = sceneOf(state.scene);
  const attributes = { ...state.attributes };
  for (const [name, value] of Object.entries(from.needs ?? {}))
    if (attributes[name] === value) delete attributes[name];
  const kind = to.kind ?? (state.kind === from.kind ? 'fixed' : state.kind);
  return { ...state, scene: to.id, kind, attributes: { ...attributes, ...to.needs } };
}
