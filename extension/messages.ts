import * as v from 'valibot';
import { phases } from '../shared/phase.ts';
import type { Problem } from '../shared/problem.ts';

const key = v.pipe(v.string(), v.maxLength(200));
const moment = v.pipe(v.number(), v.finite());
const short = v.pipe(v.string(), v.maxLength(200));

/**
 * What extension pages ask of the background; each is done for a trusted gesture of the person. The answer is
 * `{ok: true}` or `{ok: false, problem}`. From a prompt frame they come with its token, and only those of `ofPrompt`.
 */
export const command = v.variant('do', [
  v.strictObject({ do: v.literal('look'), key }),
  v.strictObject({ do: v.literal('renew'), key }),
  /** Opens the sign-in of the site: in a new tab, or where the profile says so in the session's tab. */
  v.strictObject({ do: v.literal('sign-in'), key }),
  v.strictObject({ do: v.literal('open-tab'), key }),
  v.strictObject({
    do: v.literal('keep-fresh'),
    site: key,
    on: v.boolean(),
    /** Ends with this tab. */
    untilTabCloses: v.optional(v.number()),
  }),
  v.strictObject({ do: v.literal('pause'), site: key, on: v.boolean() }),
  v.strictObject({ do: v.literal('unguard'), site: key }),
  /** The wish is stored, access was given: guard it now. Also done from `permissions.onAdded`; once is enough. */
  v.strictObject({ do: v.literal('guard') }),
  /** Replaces all profiles by these (JSON text), or is refused whole. */
  v.strictObject({ do: v.literal('save-profiles'), text: v.string() }),
  /** Adds these; those that come with `confirmed: false` are paused until confirmed. */
  v.strictObject({ do: v.literal('add-profiles'), text: v.string(), confirmed: v.boolean() }),
  /** The person saw what an imported site would ask, and agreed: it is paused as `unconfirmed` no more. */
  v.strictObject({ do: v.literal('confirm'), site: key }),
  /** Deletes what was set aside at that moment under that key. */
  v.strictObject({ do: v.literal('forget-set-aside'), at: moment, key }),
  /** The person's answer to "How does this site sign you out?": the sources that the profile gets. */
  v.strictObject({
    do: v.literal('set-expiry'),
    site: key,
    expiry: v.array(v.unknown()),
    /** What goes with the answer, as it is written in a profile: `withAnswer` puts it into the one that is there. */
    signs: v.optional(v.array(v.unknown())),
    look: v.optional(v.unknown()),
    keepFresh: v.optional(v.unknown()),
    hosts: v.optional(v.array(v.string())),
  }),
  /** The person's word: they are signed in there now. It counts as seen alive. */
  v.strictObject({ do: v.literal('signed-in'), site: key }),
  /** "Were you just signed out?" */
  v.strictObject({ do: v.literal('was-signed-out'), site: key, yes: v.boolean() }),
  v.strictObject({ do: v.literal('decline'), site: key, proposal: short }),
  v.strictObject({ do: v.literal('set-preferences'), preferences: v.record(v.string(), v.unknown()) }),
]);
export type Command = v.InferOutput<typeof command>;

export type CommandAnswer = { ok: true } | { ok: false; problem: Problem };

/** What of the prompt's theme is around its frame: in values that a style sheet gave, no text of a theme. */
const face = v.strictObject({
  /** CSS px */
  radius: v.number(),
  shadow: v.pipe(v.string(), v.maxLength(1000)),
  backdrop: short,
});
export type Face = v.InferOutput<typeof face>;

/** What a prompt frame says: its token is in the fragment of its address, good for one tab and one showing. */
export const fromPrompt = v.variant('prompt', [
  /** Answered with `{key}`, or nothing where the token is not good. */
  v.strictObject({ prompt: v.literal('hello'), token: short }),
  /** CSS px that it needs; the host follows. */
  v.strictObject({
    prompt: v.literal('size'),
    token: short,
    place: v.picklist(['none', 'dialog', 'banner']),
    width: v.number(),
    height: v.number(),
    face: v.optional(face),
  }),
  v.strictObject({ prompt: v.literal('do'), token: short, what: v.picklist(['renew', 'look', 'sign-in']) }),
]);
export type FromPrompt = v.InferOutput<typeof fromPrompt>;

/** What the agent in a page says. It is believed for its own tab only, and as far as a page may be. */
export const fromAgent = v.variant('say', [
  /** First, and again when the page is restored. Answered with `AgentOrders`, or nothing: then it stays silent. */
  v.strictObject({
    say: v.literal('hello'),
    seen: v.boolean(),
    /** Somebody acted in this page since it loaded (`userActivation.hasBeenActive`). */
    acted: v.boolean(),
    /** `<meta name="session-guard" content="no-keep-fresh">`. */
    forbids: v.boolean(),
    /** When the page was loaded, wall clock epoch ms. */
    loadedAt: v.optional(moment),
  }),
  v.strictObject({ say: v.literal('seen'), seen: v.boolean(), acted: v.boolean() }),
  /** Trusted key, pointer, wheel or touch; at most one for each time the orders ask for it. */
  v.strictObject({ say: v.literal('input') }),
  /** A sign of the orders holds: its place in the profile. Wall clock epoch ms of the request's start. */
  v.strictObject({
    say: v.literal('sign'),
    sign: v.pipe(v.number(), v.integer(), v.minValue(0)),
    requestedAt: moment,
    url: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  }),
  /** Of reader.js, to which nothing was ordered: the order may have come before it could hear. */
  v.strictObject({ say: v.literal('reader') }),
  /** A source of the orders was read in the page. Times are wall clock epoch ms. */
  v.strictObject({
    say: v.literal('value'),
    source: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Absent: the value is gone, or could not be read. */
    expiresAt: v.optional(moment),
    relative: v.optional(v.boolean()),
    subject: v.optional(short),
    problems: v.pipe(v.array(short), v.maxLength(10)),
    requestedAt: moment,
    receivedAt: moment,
  }),
  /** A `<session-guard>` in the page: its attributes as they are. `phase: ''`: it is gone. */
  v.strictObject({
    say: v.literal('element'),
    phase: v.picklist([...phases, '']),
    endsAt: v.optional(v.pipe(v.string(), v.maxLength(40))),
    /** It shows nothing by itself: a reading like any other, but it silences no prompt. */
    headless: v.optional(v.boolean()),
  }),
  /** The answer to an `ask`. Without `status` there was none. */
  v.strictObject({
    say: v.literal('answer'),
    id: short,
    kind: v.picklist(['look', 'renew']),
    url: v.pipe(v.string(), v.maxLength(2000)),
    requestedAt: moment,
    receivedAt: moment,
    status: v.optional(v.number()),
    type: v.optional(short),
    /** Only `date`, `age`, `content-type`, `www-authenticate`. */
    headers: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(1000)))),
    body: v.optional(v.pipe(v.string(), v.maxLength(65_536))),
  }),
  /** Of the prompt's host. `refused`: the page fights it, or the frame cannot run. */
  v.strictObject({
    say: v.literal('prompt'),
    state: v.picklist(['up', 'down', 'refused']),
    why: v.optional(short),
  }),
  /** Whether the person can really see and press the prompt: its buttons arm only then. */
  v.strictObject({ say: v.literal('visible'), visible: v.boolean() }),
  /** A moment that the orders named has come. */
  v.strictObject({ say: v.literal('due') }),
  v.strictObject({ say: v.literal('bye') }),
]);
export type FromAgent = v.InferOutput<typeof fromAgent>;

/** What the agent is to do from now on; new orders replace the old. Pages get nothing of it. */
export interface AgentOrders {
  order: 'orders';
  match: readonly string[];
  hosts: readonly string[];
  /** The signs that it can see by itself: replies by address and status, and what the page shows. */
  signs: {
    place: number;
    url?: string;
    except?: readonly string[];
    status?: number | string | readonly (number | string)[];
    page?: string;
    means: string;
  }[];
  /** The next trusted input matters. */
  wantsInput: boolean;
  /** All input matters, told at most this often (ms). */
  inputEvery?: number;
  /** Wall clock epoch ms within the next 30 s: say `due` then, if in view. */
  dueAt?: number;
}

/** What else the background sends to a tab. */
export type ToAgent =
  | AgentOrders
  | {
      order: 'ask';
      id: string;
      kind: 'look' | 'renew';
      url: string;
      method: string;
      headers?: Record<string, string>;
      body?: string;
      /** The name of a cookie that scripts can read; its value goes into this header, and nowhere else. */
      csrf?: { name: string; header: string };
      /** Wall clock epoch ms: later it is not sent. A frozen page hears of it only when it wakes. */
      before?: number;
    }
  /** For reader.js: read these storage sources now, and when they change. */
  | {
      order: 'read';
      sources: {
        place: number;
        area: 'local' | 'session';
        key: string;
        as?: string;
        path?: string;
        split?: string;
        part?: number;
        unit?: string;
      }[];
    }
  /** For reader.js, which hands it to observer.js in the page's own world: what to read of passing replies. */
  | {
      order: 'observe';
      match: readonly string[];
      hosts: readonly string[];
      sources: {
        place: number;
        url: string;
        as?: string;
        path?: string;
        split?: string;
        part?: number;
        unit?: string;
      }[];
      /** Of replies, but for those with `redirect`, which shows in no page. */
      signs: {
        place: number;
        url: string;
        except?: readonly string[];
        method?: string;
        status?: number | string | readonly (number | string)[];
        header?: string;
        at?: string;
        is?: unknown;
        means: string;
      }[];
    }
  /** For prompt-host.js. `src`: the frame's address with its token. `none`: take it down, give focus back. */
  | { order: 'prompt'; show: 'none' }
  | { order: 'prompt'; show: 'warning' | 'over'; src: string; title: string }
  | { order: 'size'; place: 'none' | 'dialog' | 'banner'; width: number; height: number; face?: Face }
  /** Another agent has taken over, or the site is guarded no more: go silent. */
  | { order: 'stop' };

/** What the background sends to the frames of a tab, for whoever holds this token. */
export interface ToPrompt {
  order: 'armed';
  token: string;
  armed: boolean;
}
