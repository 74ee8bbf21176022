import { ReactiveElement, type PropertyValues } from '@lit/reactive-element';
import type { GuardEvent } from '../shared/announce.ts';
import type { Reason } from '../shared/ending.ts';
import type { Guard } from '../shared/guard.ts';
import type { ObservedReply, ObserveOptions } from '../shared/observe.ts';
import type { Outcome } from '../shared/outcome.ts';
import { isOver, type Phase } from '../shared/phase.ts';
import type { Settings } from '../shared/policy.ts';
import { problem, type Problem } from '../shared/problem.ts';
import type { Statement } from '../shared/statement.ts';
import type { Status } from '../shared/status.ts';
import { properties, statements, toAttribute, toProperty } from './attributes.ts';
import type { CoverState } from './cover.ts';
import type { Drafting } from './drafting.ts';
import type { DraftKeeper } from './drafts/drafts.ts';
import { joinGroup, leaveGroup, speaks, type Group, type Member } from './groups.ts';
import { lateCode } from './late-code.ts';
import { createLatePrompt } from './late-prompt.ts';
import { coverOf, modelOf } from './model.ts';
import { isParsed, navigation } from './navigation.ts';
import { sendFrom } from './page-fetch.ts';
import { onceInput, pageClock, toRfc3339 } from './page-ports.ts';
import type { PageSettings } from './page-settings.ts';
import { isQuiet, type Prompt } from './prompt-model.ts';
import { readSettings } from './read-settings.ts';
import { giveUp, mayShow, putAway } from './turns.ts';
import { createWarner } from './warn.ts';

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the lists in attributes.ts make them
export interface SessionGuard extends Settings, PageSettings {}

/**
 * `<session-guard>`: warns before a session ends, renews it while it is alive, and asks once it is over.
 *
 * Bad configuration never throws: the element stays quiet, fires `session-guard-problem` and warns once in the
 * console. Every event bubbles and is composed.
 *
 * @fires session-guard-change `{phase, previous, reason}` at each change of phase or reason.
 * @fires session-guard-warning `{expiresAt, canRenew}` once per expiry.
 * @fires session-guard-renewed `{expiresAt}` when a later expiry was confirmed.
 * @fires session-guard-expired The clock passed the expiry.
 * @fires session-guard-ended `{reason, code, requestId, docUrl}` The server or the site said so.
 * @fires session-guard-restored From expired or ended to alive.
 * @fires session-guard-problem `{code, field, found, expected}` A value was refused or is in doubt.
 * @fires session-guard-before-renew `{trigger}` Cancelable: the page renews and calls `start()` within 10 s.
 * @fires session-guard-before-sign-in Cancelable: the page signs the person in its own way.
 * @attr {string} expires-at - What the server rendered: the moment of the end.
 * @attr {number} expires-in - What the server rendered: seconds to the end.
 * @attr {string} absolute-expires-at - The moment no renewal can pass.
 * @attr {string} idle-timeout - Duration; requests that the server saw slide the end.
 * @attr {string} session-url - Look: GET, JSON, no side effects.
 * @attr {string} expires-at-path - JSON Pointer into look replies. Default: known shapes.
 * @attr {string} expires-at-unit - Unit of that value.
 * @attr {string} renew-url - Moves the end.
 * @attr {string} renew-method - Default: `POST`.
 * @attr {string} renew-path - JSON Pointer into renewal replies. Default: as `expires-at-path`.
 * @attr {'url'|'page'} renew-by - `page`: the page renews. Default: `url`.
 * @attr {string} csrf-from - `meta:<name>` or `cookie:<name>`.
 * @attr {string} csrf-header - Default: `X-CSRF-Token`.
 * @attr {string} session-name - Which session; tabs of one name share it. Default: `session-url`, else `renew-url`, else
 *   `sign-in-url`, resolved.
 * @attr {string} subject - Opaque hint of who is signed in.
 * @attr {string} sign-in-url - Where people sign in.
 * @attr {'_blank'|'_self'|'popup'} sign-in-target - Default: `_blank`.
 * @attr {string} return-param - Adds the way back to the sign-in link under this name.
 * @attr {string} return-origins - Other origins that may be told the way back.
 * @attr {string} sign-out-url - "Sign out now".
 * @attr {string} restart-url - For a flow that cannot go on: a plain link to its beginning.
 * @attr {string} warn-before - Duration, at least 25 s. Default: a fifth of the lifetime, 30 s to 2 min.
 * @attr {string} notice-before - Duration; an earlier, quiet banner. Default: none.
 * @attr {'off'|'active'} keep-fresh - `active`: renew in good time while the person is active. Default: `off`.
 * @attr {'prompt'|'cover'} on-expire - `cover`: also hide the page behind an opaque cover. Default: `prompt`.
 * @attr {boolean} protect-drafts - Keeps unsent text for this tab across a sign-in that leaves the page.
 * @attr {boolean} title-countdown - Time left in the title of a tab out of sight.
 * @attr {string} observe-origins - Other origins whose replies count, space-separated.
 * @attr {string} ended-statuses - Such as `419 440`.
 * @attr {boolean} no-expiry - Sentinels mean "never".
 * @attr {boolean} headless - Events only.
 * @attr {string} phase - Reflected, read-only: none, unknown, active, warning, expired, ended.
 * @attr {string} ends-at - Reflected, read-only: RFC 3339, server clock.
 * @slot heading - Replaces the heading.
 * @slot message - Replaces the message.
 * @slot actions - Replaces the buttons.
 * @slot details - Replaces what the server said of the ending: code, request, address.
 * @csspart dialog - The warning, then the sign-in prompt.
 * @csspart banner - What a dismissed dialog becomes; notices and kept drafts come there too.
 * @csspart cover - Hides the page.
 * @csspart heading
 * @csspart message
 * @csspart countdown
 * @csspart renew
 * @csspart sign-in
 * @csspart sign-out
 * @csspart restart
 * @csspart details
 * @csspart dismiss
 * @cssstate warning
 * @cssstate expired - In the phases expired and ended.
 * @cssstate renewing
 * @cssstate offline
 * @tag session-guard
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class SessionGuard extends ReactiveElement {
  static override properties = properties;

  #internals = this.attachInternals();
  #group: Group | undefined;
  #prompt: Prompt | undefined;
  #cover: ((state: CoverState) => void) | undefined;
  #drafting: Drafting | undefined;
  #keepers = new Map<string, DraftKeeper>();
  #stopListening: (() => void) | undefined;
  /** In the HTML, though its code may have come late: then what it says counts from the navigation. */
  #inHtml = this.isConnected || !isParsed();
  #warn = createWarner();
  /** Called before the first update, which comes a moment after connecting. */
  #early: ((guard: Guard) => void)[] = [];

  #coverCode = this.#late(() => import('./cover.ts'), 'onExpire');
  #draftingCode = this.#late(() => import('./drafting.ts'), 'protectDrafts');

  #member: Member = {
    settings: {},
    origins: [],
    isHeadless: () => this.headless === true,
    hear: (event) => this.#hear(event),
    send: (ask) => sendFrom(this, ask),
    show: () => this.#show(),
  };
  #turn = {
    isOpen: () => !!this.renderRoot?.querySelector('dialog[open]'),
    show: () => this.#show(),
  };

  get #guard(): Guard | undefined {
    return this.#group?.guard;
  }

  /** How the session stands. Reflected. */
  get phase(): Phase {
    return this.#guard?.status().phase ?? 'unknown';
  }

  /** The moment of the end on the server's clock, RFC 3339; `null` when none is known. Reflected. */
  get endsAt(): string | null {
    const at = this.#guard?.status().expiresAt;
    return at === undefined ? null : toRfc3339(at);
  }

  /**
   * How long the session lasts from when its end was first read, in ms, to be told at the start of a flow (WCAG
   * 2.2.6); `null` when no end is known.
   */
  get timeAllowed(): number | null {
    return this.#guard?.status().timeAllowed ?? null;
  }

  /** Asks how the session stands, without moving anything. Never rejects. */
  look(): Promise<Outcome> {
    return this.#ask((guard) => guard.look());
  }

  /** Asks the server to move the expiry; once the session is over it sends nothing. Never rejects. */
  renew(): Promise<Outcome> {
    return this.#ask((guard) => guard.renew());
  }

  /** Signed in, or a reading that the page has. `requestedAt` (`Date.now()` at the request's start): default now. */
  start(statement?: Statement & { requestedAt?: number }): void {
    const requestedAt = pageClock.wall();
    this.#act((guard) => guard.start({ requestedAt, ...statement }));
  }

  /** The session is over; `signed-out` (default) shows nothing in this tab. */
  end(reason?: Reason): void {
    this.#act((guard) => guard.end(reason));
  }

  /** A reply that the page got: it may end the session, or (with `requestedAt`) slide its idle limit. */
  observe(reply: ObservedReply, options?: ObserveOptions): void {
    this.#act((guard) => guard.observe(reply, options));
  }

  /**
   * State of the page's own that `protect-drafts` keeps and offers with what was typed: `save()` gives what survives
   * JSON, `restore(state)` takes it back. Returns the way to take it out again.
   *
   * @param name Under which it is found again on the next page; one of the same name replaces it.
   */
  addDraft(name: string, keeper: DraftKeeper): () => void {
    this.#keepers.set(name, keeper);
    return () => {
      if (this.#keepers.get(name) === keeper) this.#keepers.delete(name);
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#group) return;
    this.#group = joinGroup(this.#member, this.#group);
    this.#show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved, not removed, where it is connected again in the same task.
    void Promise.resolve().then(() => {
      if (this.isConnected) return;
      if (this.#group) leaveGroup(this.#member, this.#group);
      this.#stopListening?.();
      this.#stopListening = undefined;
      this.#silence();
    });
  }

  /** A page that is prerendered has nobody in front of it: nothing is read or asked until it is shown. */
  protected override async scheduleUpdate(): Promise<void> {
    if ((document as { prerendering?: boolean }).prerendering)
      await new Promise((shown) => document.addEventListener('prerenderingchange', shown, { once: true }));
    super.scheduleUpdate();
  }

  protected override createRenderRoot() {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  protected override updated(changed: PropertyValues): void {
    const first = !this.#guard;
    if (first || [...changed.keys()].some((name) => !isStatement(name))) this.#configure();
    this.#readStatements(changed, first && this.#inHtml);
    for (const run of this.#early.splice(0)) run(this.#guard!);
    this.#show();
  }

  #configure(): void {
    const { settings, origins, problems } = readSettings(this);
    Object.assign(this.#member, { settings, origins });
    this.#group = joinGroup(this.#member, this.#group);
    for (const each of problems) this.#tell(each);
  }

  #late<Code>(load: () => Promise<Code>, field: string): () => Code | undefined {
    const blocked = () => this.#tell(problem('code-blocked', 'its module', undefined, field));
    return lateCode(load, () => this.#show(), blocked);
  }

  #act(run: (guard: Guard) => void): void {
    if (this.#guard) run(this.#guard);
    else this.#early.push(run);
  }

  async #ask(run: (guard: Guard) => Promise<Outcome>): Promise<Outcome> {
    if (!this.isConnected) return notConnected;
    return new Promise((resolve) => this.#act((guard) => resolve(run(guard))));
  }

  /** Reads what was set just now, and nothing else: a duration read twice would count from the wrong moment. */
  #readStatements(changed: PropertyValues, rendered: boolean): void {
    const fresh = (name: 'expiresAt' | 'expiresIn' | 'absoluteExpiresAt') =>
      changed.has(name) ? this[name] : null;
    const statement = {
      expiresAt: fresh('expiresAt'),
      expiresIn: fresh('expiresIn'),
      absoluteExpiresAt: fresh('absoluteExpiresAt'),
    };
    if (Object.values(statement).every((value) => (value ?? null) === null)) return;
    const guard = this.#guard!;
    const now = guard.now();
    const { requestedAgo, receivedAgo, stale } = rendered ? navigation() : noNavigation;
    if (stale)
      return this.#tell(problem('stale-page', 'Cache-Control: no-store on pages that state an expiry'));
    const times = { requestedAt: now - requestedAgo, receivedAt: now - receivedAgo, navigated: rendered };
    guard.rendered(statement, times);
  }

  #hear(event: GuardEvent): void {
    if (event.type === 'update') return this.#show();
    if (event.type === 'problem') return this.#tell(event);
    const { type, ...detail } = event;
    if (type === 'before-renew') event.prevented ||= !this.#fire(type, { trigger: event.trigger }, true);
    else this.#fire(type, detail);
  }

  #tell({ code, field, found, expected }: Problem): void {
    const named = { code, field: field && toAttribute(field), found, expected };
    this.#warn(named);
    this.#fire('problem', named);
  }

  #fire(type: string, detail?: object, cancelable = false): boolean {
    const options = { detail, cancelable, bubbles: true, composed: true };
    return this.dispatchEvent(new CustomEvent(`session-guard-${type}`, options));
  }

  /** Status → attributes, states, prompt. */
  #show(): void {
    if (!this.isConnected || !this.#group) return;
    const status = this.#group.guard.status();
    this.#reflect('phase', status.phase);
    this.#reflect('ends-at', this.endsAt);
    const over = isOver(status.phase);
    this.#state('warning', status.phase === 'warning');
    this.#state('expired', over);
    this.#state('renewing', status.renewing);
    this.#state('offline', status.offline);
    this.#listen(status.wantsInput);
    this.#prompting(status);
  }

  /** Code that only a prompt needs is not even loaded for people who have no session. */
  #prompting(status: Status): void {
    if (!speaks(this.#member, this.#group!)) return this.#silence();
    const { phase } = status;
    const isLive = phase !== 'none' && phase !== 'unknown';
    if (isLive) this.#prompt ??= this.#createPrompt();
    const drafting = isLive ? this.#draft() : undefined;
    drafting?.update(status);

    this.#hide(coverOf(this, status));
    const model = modelOf(this, status, drafting);
    const asks = model && !isQuiet(model);
    if (!asks) giveUp(this.#turn);
    this.#prompt?.update(!asks || mayShow(this.#turn, status.endsAt ?? 0) ? model : undefined);
  }

  /** Nothing of this element is seen any more. */
  #silence(): void {
    giveUp(this.#turn);
    this.#prompt?.remove();
    this.#prompt = undefined;
    this.#drafting?.remove();
    this.#drafting = undefined;
    this.#cover?.('none');
  }

  /** Where it may be wanted its code comes ahead: a page that goes out of sight is hidden at once. */
  #hide(state: CoverState): void {
    const code = (state !== 'none' || this.onExpire === 'cover') && this.#coverCode();
    if (code) this.#cover ??= code.createCover(this.renderRoot as ShadowRoot);
    this.#cover?.(state);
  }

  /** It comes while there is time: what is typed is kept at once when the page goes. */
  #draft(): Drafting | undefined {
    const code = this.protectDrafts && this.#draftingCode();
    if (code)
      this.#drafting ??= code.createDrafting(this, {
        guard: this.#guard!,
        keepers: this.#keepers,
        tell: (told) => this.#tell(told),
        changed: () => this.#show(),
      });
    return this.#drafting;
  }

  #createPrompt(): Prompt {
    return createLatePrompt(this, this.renderRoot as ShadowRoot, this.#guard!.now, {
      renew: () => void this.#guard!.renew('click'),
      look: () => void this.#guard!.look(),
      // A reload would have Firefox fill in again what another person typed.
      reload: () => location.replace(location.pathname + location.search),
      putAway: () => putAway(this.#turn),
      leave: () => this.#drafting?.mayLeave() ?? true,
      draft: (what) => void this.#drafting?.act(what),
      signIn: () => {
        // The page may have gone elsewhere by script: the way back is from where it is now.
        this.#show();
        return this.#fire('before-sign-in', undefined, true);
      },
    });
  }

  #reflect(attribute: string, value: string | null): void {
    if (this.getAttribute(attribute) === value) return;
    if (value === null) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value);
  }

  #state(name: string, on: boolean): void {
    try {
      this.#internals.states[on ? 'add' : 'delete'](name);
    } catch {
      // Chrome 90 to 124 refuse names without two dashes: there, style by the phase attribute.
    }
  }

  /** Listens for a person only while their presence would matter. */
  #listen(wanted: boolean): void {
    if (!wanted === !this.#stopListening) return;
    this.#stopListening?.();
    this.#stopListening = wanted
      ? onceInput(this, () => {
          this.#stopListening = undefined;
          this.#guard!.input();
        })
      : undefined;
  }
}

const notConnected: Outcome = {
  ok: false,
  phase: 'unknown',
  problem: problem('not-connected', 'an element in a page'),
};
const noNavigation = { requestedAgo: 0, receivedAgo: 0, stale: false };
const isStatement = (name: PropertyKey) => statements.some((each) => toProperty(each) === name);
