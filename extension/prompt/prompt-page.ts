import './prompt-page.css';
import type { PromptModel } from '../../component/prompt-model.ts';
import { isOver } from '../../component/prompt/dismissal.ts';
import { createPrompt } from '../../component/prompt/prompt.ts';
import { english } from '../../component/prompt/texts.ts';
import { adopt } from '../../component/sheets.ts';
import type { FromPrompt, ToPrompt } from '../messages.ts';
import { browser } from '../pages/browser.ts';
import { markLanguage } from '../pages/language.ts';
import { pageSpeaking } from '../pages/page-speaking.ts';
import { localNow } from '../session/view.ts';
import { sessionKey } from '../stored.ts';
import { createWearing } from '../themes/wearing.ts';
import frameStyles from './frame.css?inline';
import { needOf } from './need.ts';
import { promptModelOf } from './prompt-model-of.ts';
import { pageTime } from './prompt-page-ports.ts';
import { readOne, type Found } from './session.ts';
import { guardPresses } from './sight.ts';
import { asks, namedFor } from './site-texts.ts';

/** How long the host may take to find a moment in which nobody types; then the dialog opens without it. */
const patience = 6000;

const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const tell = (said: FromPrompt) => browser.runtime.sendMessage(said) as Promise<unknown>;

/** A page that frames this document by itself has no token: it gets an empty one. */
async function start() {
  if (!token) return;
  const answer = (await tell({ prompt: 'hello', token })) as { key?: string } | undefined;
  if (typeof answer?.key === 'string') await show(answer.key);
}

async function show(key: string) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  // Firefox has no `session` in a frame.
  const areas = [browser.storage.local, browser.storage.session].filter(Boolean);
  const sight = guardPresses(document, pageTime.now);
  const speaking = pageSpeaking(pageTime);
  const wearing = createWearing(browser.storage.local, document);
  let spoken = english();
  let found: Found | undefined;
  let shown: PromptModel | undefined;
  let timer: unknown;
  let held: unknown;
  let told = '';
  let turn = 0;

  const act = (what: 'renew' | 'look' | 'sign-in') =>
    void tell({ prompt: 'do', token, what }).catch(() => {});
  const ports = {
    ...pageTime,
    now: () => localNow(pageTime.wall(), found?.record),
    language: () => spoken,
  };
  const prompt = createPrompt(host, root, ports, {
    renew: () => act('renew'),
    look: () => act('look'),
    // The background opens it: a frame of the page's tab is no place to begin from.
    signIn() {
      act('sign-in');
      return false;
    },
    leave: () => true,
    reload: () => {},
    putAway: () => {},
    draft: () => {},
  });
  adopt(root, frameStyles);

  /** As it is, or as it will be once the host says that it may open. */
  const size = (need = needOf(root)) => {
    sight.watch(root.querySelector('dialog[open], section') ?? undefined);
    const text = JSON.stringify(need);
    // Between dialog and banner there is neither for a moment.
    if (text === told || (shown && need.place === 'none')) return;
    told = text;
    void tell({ prompt: 'size', token, ...need }).catch(() => {});
  };

  const put = (model: PromptModel | undefined) => {
    release();
    shown = model;
    prompt.update(model);
    size();
  };
  const release = () => {
    pageTime.clearTimer(held);
    held = undefined;
    removeEventListener('focus', onFocus);
  };
  const onFocus = () => void draw();

  /** What would open by itself takes focus from whoever types in the page: the host waits for a pause, then gives it. */
  const hold = () => {
    if (held !== undefined) return;
    const { width, height } = { width: 432, height: 320 };
    size({ place: 'dialog', width, height });
    held = pageTime.setTimer(patience, () => put(modelNow()));
    addEventListener('focus', onFocus, { once: true });
  };

  const modelNow = () => found && promptModelOf(found.view, found.record);

  async function draw() {
    const mine = ++turn;
    const read = await readOne(areas, key, pageTime.wall()).catch(() => undefined);
    // Before anything is drawn: another look would flash by.
    if (read) await wearing.wear(read.theme);
    // What was asked for later is newer, whichever comes first.
    if (mine !== turn) return;
    pageTime.clearTimer(timer);
    found = read;
    if (found) {
      const { view } = found;
      speaking.choose(found.language);
      const language = speaking.language();
      // It comes in a moment, and draws then.
      if (!language) return;
      markLanguage(document, language);
      spoken = namedFor(view, language);
      host.style.setProperty('--asks', JSON.stringify(asks(language, view)));
      const left = (view.endsAt ?? 0) - ports.now();
      // The phase changes with the clock, before anything stored does.
      if (left > 0) timer = pageTime.setTimer(Math.min(left + 20, 3_600_000), () => void draw());
    }
    const model = modelNow();
    const isPutAway = needOf(root).place === 'banner' && !document.hasFocus();
    const opens = model && shown && isOver(model) && !isOver(shown);
    if (opens && isPutAway) hold();
    else put(model);
  }

  host.style.setProperty('--icon', `url(${browser.runtime.getURL('extension/icons/32.png')})`);
  browser.storage.onChanged.addListener((changes) => {
    if (
      Object.keys(changes).some(
        (name) =>
          name === sessionKey(key) || /^(site:|theme:|theme$|profiles$|preferences$|policy$)/.test(name),
      )
    )
      void draw();
  });
  browser.runtime.onMessage.addListener((message: unknown) => {
    const { order, token: whose, armed } = message as ToPrompt;
    if (order === 'armed' && whose === token) sight.hear(armed);
    return undefined;
  });
  new MutationObserver(() => held === undefined && size()).observe(root, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['open'],
  });
  speaking.onChange(() => void draw());
  addEventListener('resize', () => held === undefined && size());
  await draw();
}

void start();
