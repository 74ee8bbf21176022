import { takeReading, type Facts } from '../../shared/facts.ts';
import type { Ending } from '../../shared/ending.ts';
import { readPolicy } from '../../shared/policy.ts';
import type { FromAgent, FromPrompt } from '../../extension/messages.ts';
import { newRecord } from '../../extension/session/record.ts';
import { sessionKey, siteKey, type SessionRecord } from '../../extension/stored.ts';
import { promptPath } from './built.ts';
import type { ExtensionBrowser } from './extension.ts';
import * as page from './in-page/prompt-background.ts';
import { until, type Prompt, type Tab } from './view.ts';

export const siteName = 'Example dashboard';
const key = 'example|';

export interface Stage {
  tab: Tab;
  /** What the prompt says. */
  text(): Promise<string>;
  prompt: Prompt;
  /** The stored session is this one from now on. */
  hold(facts: Facts, asking?: Partial<SessionRecord['asking']>): Promise<void>;
  show(what: 'warning' | 'over' | 'none', token?: string): Promise<void>;
  heard(): Promise<(FromAgent | FromPrompt)[]>;
  /** What the prompt's buttons asked for. */
  deeds(): Promise<string[]>;
  /** What the host says of the prompt. */
  states(): Promise<string[]>;
  untilState(state: string): Promise<unknown>;
  untilPlace(place: string): Promise<unknown>;
  untilArmed(): Promise<void>;
}

const { policy } = readPolicy({});
const asked = (at: number) => ({ source: 'look' as const, requestedAt: at, receivedAt: at });

/** Alive, and over in so many ms. */
export function aliveFor(ms: number): Facts {
  const now = Date.now();
  const at = now - 600_000;
  const alive = { expiry: { at: now + ms, server: true } };
  return takeReading({ held: false }, { ...asked(at), alive }, policy, at);
}

export function endedAs(reason: Ending['reason']): Facts {
  const now = Date.now();
  return takeReading(aliveFor(600_000), { ...asked(now), ended: { reason, certain: true } }, policy, now);
}

/** A tab, its session, and a stand-in for the background on the extension's first page. */
export async function stageIn(
  extension: ExtensionBrowser,
  url: string,
  profile: object = {},
): Promise<Stage> {
  const { origin } = new URL(url);
  await extension.grant({ origins: ['http://127.0.0.1/*'] });
  const tab = await extension.newTab(url);
  const site = {
    id: 'example',
    name: siteName,
    match: [`${origin}/*`],
    expiry: [{ from: 'look' }],
    look: { url: '/api/session' },
    keepFresh: { by: 'request', url: '/api/renew', method: 'POST', path: '/expires_at', while: 'active' },
    signIn: { url: '/sign-in' },
    warnBefore: '2m',
    ...profile,
  };
  await extension.store({
    profiles: { version: 1, sites: [site] },
    [siteKey('example')]: { guardedAt: 0, endings: [] },
  });
  const { lever } = extension;
  const place = { site: 'example', store: '', host: '', isPrivate: false, page: url };
  const listen = (token: string) => lever.evaluate(page.standIn, { tabId: tab.id, token, key });
  let listening: string | undefined;
  await lever.evaluate(page.inject, tab.id);

  const heard = () => lever.evaluate(page.heard);
  const stage: Stage = {
    tab,
    prompt: extension.prompt(tab),
    heard,
    text: () => extension.prompt(tab).evaluate(page.readPrompt),
    hold: (facts, asking = {}) => {
      const fresh = newRecord(place);
      const record = { ...fresh, facts, tabs: 1, asking: { ...fresh.asking, ...asking } };
      return extension.store({ [sessionKey(key)]: record });
    },
    async show(what, token = 'token-1') {
      if (listening !== token) await listen((listening = token));
      const src = await lever.evaluate(page.promptAddress, promptPath, token);
      await lever.evaluate(
        page.order,
        tab.id,
        what === 'none'
          ? { order: 'prompt', show: what }
          : { order: 'prompt', show: what, src, title: `Session Guard: ${siteName}` },
      );
    },
    deeds: async () =>
      (await heard()).flatMap((said) => ('prompt' in said && said.prompt === 'do' ? [said.what] : [])),
    states: async () =>
      (await heard()).flatMap((said) =>
        'say' in said && said.say === 'prompt' ? [said.why ? `${said.state} ${said.why}` : said.state] : [],
      ),
    untilState: (state) => until(`the state ${state}`, stage.states, (all) => all.includes(state), 9000),
    untilPlace: (place) =>
      until(
        `the place ${place}`,
        async () =>
          (await heard()).findLast((said) => 'prompt' in said && said.prompt === 'size') as { place: string },
        (said) => said?.place === place,
      ),
    async untilArmed() {
      await until('being seen', heard, (all) => {
        const told = all.findLast((said) => 'say' in said && said.say === 'visible') as { visible: boolean };
        return told?.visible;
      });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    },
  };
  return stage;
}
