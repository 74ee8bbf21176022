import { html, render } from 'lit';
import { browser } from '../pages/browser.ts';
import { markLanguage } from '../pages/language.ts';
import { chosenIn, createLive, type LiveEdges } from '../pages/live.ts';
import { pagePorts } from '../pages/page-ports.ts';
import { pageSpeaking } from '../pages/page-speaking.ts';
import { createDialog } from './dialog.ts';
import { guardingEdges } from './guarding-ports.ts';
import type { Model } from './model.ts';
import { guardingView } from './view.ts';

const asked = new URLSearchParams(location.search);
const tab = /^\d+$/.test(asked.get('tab') ?? '') ? Number(asked.get('tab')) : undefined;
const site = asked.get('site') ?? undefined;

const ports = pagePorts(document);
const speaking = pageSpeaking(ports);

let shown: Model | undefined;
let step: Model['step'] | undefined;
let timer: unknown;

/** The times that places would give are of sessions that nobody guards so far: nothing else draws them anew. */
const every = 30_000;

const draw = (model: Model) => {
  shown = model;
  const language = speaking.language();
  if (!language) return;
  markLanguage(document, language);
  document.title = language.guarding.title;
  render(html`<main>${guardingView({ model, language, gestures: dialog.gestures })}</main>`, document.body);
  // What had focus went with the last step; the first is begun where browsers begin.
  if (step !== undefined && step !== 'loading' && step !== model.step)
    document.querySelector<HTMLElement>('h1')?.focus();
  step = model.step;
  ports.clearTimer(timer);
  if (step === 'question' && ports.isVisible()) timer = ports.setTimer(every, () => live.redraw());
};

speaking.onChange(() => shown && draw(shown));

const dialog = createDialog(
  guardingEdges(browser),
  { ...(site !== undefined && { site }), ...(tab !== undefined && { tab }) },
  draw,
);

const { storage, permissions } = browser;
const live = createLive(
  {
    storage: storage as unknown as LiveEdges['storage'],
    permissions: permissions as unknown as LiveEdges['permissions'],
    ports,
  },
  (now) => {
    speaking.choose(chosenIn(now));
    dialog.hear(now);
  },
);
