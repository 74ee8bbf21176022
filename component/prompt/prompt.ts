import type { CreatePrompt, PromptModel } from '../prompt-model.ts';
import { createAnnouncer } from './announcer.ts';
import { createArming } from './arming.ts';
import { dodge } from './banner.ts';
import { speechFor, wasRenewed } from './changes.ts';
import { dismissalOf, isDue, isDueOnReturn, isOver, latestOpening, type Dismissal } from './dismissal.ts';
import { focused, rememberFocus } from './focus.ts';
import { isUrgent } from './marks.ts';
import { createPause, type Pause } from './pause.ts';
import { nextScene, type Scene } from './scene.ts';
import { followSignIn } from './sign-in.ts';
import { languageOf } from './texts.ts';
import { createTicker } from './ticker.ts';
import { createView } from './view.ts';
import { isSeen, watchVisibility } from './watch.ts';
import { markLeft } from './words.ts';

export const createPrompt: CreatePrompt = (host, root, ports, actions) => {
  const doc = host.ownerDocument;
  const life = new AbortController();
  const arm = createArming(ports, root, life.signal);
  let shown = new AbortController();
  let model: PromptModel | undefined;
  let scene: Scene | undefined;
  let dismissed: Dismissal | undefined;
  let pause: Pause | undefined;
  let pauseBegan = 0;
  let restoreFocus: (() => void) | undefined;
  let look: 'none' | 'asked' | 'checked' = 'none';

  const draw = () => {
    ticker.stop();
    if (!scene) return;
    const { place, collapsed } = scene;
    if (model) {
      scene.step = ticker.step(model);
      if (isSeen(doc) && (place === 'dialog' || (place === 'banner' && !collapsed))) ticker.run(model);
    }
    view.draw(scene);
  };
  const announcer = createAnnouncer(ports, doc, draw);
  const speakMark = (mark: number) => {
    if (scene) announcer.say(markLeft(scene.language, mark), isUrgent(mark));
  };
  const ticker = createTicker(ports, speakMark, draw);

  const go = (place: Scene['place']) => {
    if (!scene) return;
    Object.assign(scene, { place, collapsed: false });
    announcer.hush();
    draw();
    view.raise();
  };
  const cancelPause = () => {
    pause?.cancel();
    pause = undefined;
  };
  const open = () => {
    cancelPause();
    if (!model) return;
    // Reopened from the banner: focus still belongs where it came from at first.
    if (!root.activeElement || !restoreFocus) restoreFocus = rememberFocus(doc);
    ticker.begin(model);
    arm();
    go('dialog');
    // Not drawn by the page, or in no document: the next change tries again.
    if (!view.dialog()?.open) go('none');
  };
  const openInPause = (due: PromptModel) => {
    if (!pause) {
      pauseBegan = ports.now();
      pause = createPause(ports, doc, isSeen(doc) && doc.hasFocus() && !!focused(doc), open);
    }
    pause.by(latestOpening(due, pauseBegan));
  };
  const closed = () => {
    if (!model || scene?.place !== 'dialog' || view.dialog()?.open) return;
    dismissed = dismissalOf(model);
    go('banner');
    restoreFocus?.();
  };
  const leave = () => {
    const hadFocus = scene?.place === 'dialog' || root.activeElement;
    shown.abort();
    cancelPause();
    dismissed = undefined;
    look = 'none';
    view.dialog()?.close();
    go('none');
    if (hadFocus) restoreFocus?.();
    restoreFocus = undefined;
  };

  const view = createView(root, {
    renew: () => model?.renewal !== 'pending' && actions.renew(),
    look() {
      if (model?.looking) return;
      look = 'asked';
      actions.look();
    },
    signIn: (event) => model?.signIn && followSignIn(event, actions, model.signIn),
    closed,
    hide: () => view.dialog()?.close(),
    show: open,
    toggle() {
      if (scene) scene.collapsed = !scene.collapsed;
      draw();
    },
  });

  const listen = () => {
    shown = new AbortController();
    const { signal } = shown;
    watchVisibility(ports, doc, signal, (hiddenFor) => {
      if (hiddenFor !== undefined) announcer.seen();
      if (model && scene?.place === 'banner' && isDueOnReturn(model, hiddenFor)) {
        dismissed = undefined;
        openInPause(model);
      }
      draw();
    });
    doc.addEventListener('focusin', () => dodge(view.banner(), focused(doc)), { signal });
  };

  return {
    update(next) {
      // The person may have closed it a moment ago, the event still on its way.
      closed();
      const before = model;
      const old = scene;
      model = next;
      if (!next) {
        leave();
        if (scene && wasRenewed(before, next)) announcer.sayAfterwards(scene.language.texts.renewed);
        return;
      }
      if (!before) {
        listen();
        announcer.hush();
      }
      if (look === 'asked' && before?.looking && !next.looking) look = 'checked';
      const { speech } = announcer;
      scene = nextScene(
        old,
        { model: next, language: languageOf(host), speech, step: ticker.step(next) },
        look === 'checked',
      );
      if (old && before && scene.place !== 'none') {
        const text = speechFor(old, scene);
        if (text) announcer.say(text);
        // What a hand was about to press is no longer what is there.
        if (isOver(next) !== isOver(before)) arm();
      }
      if (isDue(next, dismissed)) {
        if (scene.place !== 'dialog') openInPause(next);
      } else cancelPause();
      draw();
      view.raise();
    },
    remove() {
      model = undefined;
      leave();
      life.abort();
      view.remove();
    },
  };
};
