import { rootsOf, themeEvent } from '../theme/theme-of.ts';
import { isQuiet, type Prompt, type PromptActions, type PromptPorts } from '../prompt-model.ts';
import { speechFor } from './announcer.ts';
import { createArming } from './arming.ts';
import { dodge } from './banner.ts';
import { stepAt } from './countdown.ts';
import { dismissalOf, isDue, isDueOnReturn, isOver, lastOpening, type Dismissal } from './dismissal.ts';
import { focused, rememberFocus } from './focus.ts';
import { markAt } from './marks.ts';
import { createPause } from './pause.ts';
import type { Scene } from './scene.ts';
import { followAway, followSignIn } from './sign-in.ts';
import { timeLeft, type Language } from './texts.ts';
import { themed } from './themed.ts';
import { createTitle } from './title.ts';
import { createView } from './view.ts';
import { wordsFor } from './words.ts';

export interface SpeakingPorts extends PromptPorts {
  /** The language of the next drawing. */
  language(): Language;
}

export const createPrompt = (
  host: HTMLElement,
  root: ShadowRoot,
  ports: SpeakingPorts,
  actions: PromptActions,
): Prompt => {
  const doc = host.ownerDocument;
  const life = new AbortController();
  const { signal } = life;
  /** Words and language come with the first model; nothing is drawn before. */
  const scene = { place: 'none' } as Scene;
  let dismissed: Dismissal | undefined;
  let restoreFocus: (() => void) | undefined;
  let mark = 0;
  let timer: unknown;
  let hiddenAt = Infinity;
  let heard: string[] | undefined;
  let telling: unknown;
  const title = createTitle(doc);

  const isSeen = () => doc.visibilityState === 'visible';
  const say = (speech: string[], urgent = false) => Object.assign(scene, { speech, urgent });

  /** One chain of timers, alive only while somebody can see it count. */
  const draw = () => {
    const { model, place, collapsed, language } = scene;
    ports.clearTimer(timer);
    scene.step = undefined;
    let inTitle: string | undefined;
    // Beside what was kept, the time left would read as the time that it is kept.
    if (model?.endsAt !== undefined && model.phase !== 'draft' && !isOver(model)) {
      const left = Math.max(0, model.endsAt - ports.now());
      const step = (scene.step = stepAt(left));
      if (isSeen() && place !== 'none' && !collapsed) {
        const last = mark;
        mark = markAt(left);
        // Under 20 s there is no time to wait until other speech is over.
        if (left && mark < last) say([timeLeft(language, step)], mark <= 20);
        if (step.next) timer = ports.setTimer(step.next, draw);
      } else if (!isSeen() && model.inTitle && !isQuiet(model)) {
        // Out of sight nothing ticks: whole minutes are enough.
        const minutes = Math.ceil(left / 60_000);
        inTitle = timeLeft(language, { ...step, unit: 'minute', value: minutes });
        if (minutes > 1) timer = ports.setTimer(left - (minutes - 1) * 60_000, draw);
      }
    }
    title(inTitle);
    // A hidden tab keeps what it has to say until it is seen, and says nothing again that was heard.
    if (isSeen()) heard = scene.speech;
    view.draw(scene.speech === heard ? scene : { ...scene, speech: [] });
  };
  const go = (place: Scene['place']) => {
    Object.assign(scene, { place, collapsed: false });
    say([]);
    draw();
    view.raise();
    const focus = focused(doc);
    if (place === 'banner' && focus && focus !== host) dodge(view.banner()!, focus);
  };
  const open = () => {
    pause.cancel();
    ports.clearTimer(telling);
    // Reopened from the banner: focus still belongs where it came from at first.
    if (!root.activeElement || !restoreFocus) restoreFocus = rememberFocus(doc);
    // The opening itself speaks: marks passed before it do not.
    mark = 0;
    arm();
    go('dialog');
    if (!view.dialog()!.open) go('none');
  };
  const closed = () => {
    if (!scene.model || scene.place !== 'dialog' || view.dialog()!.open) return;
    if (scene.model.covered) return view.raise();
    dismissed = dismissalOf(scene.model);
    go('banner');
    restoreFocus!();
    actions.putAway();
  };
  /** Said once the page is heard of again, or the banner's own region is there. */
  const tellSoon = (speech: () => string) => {
    ports.clearTimer(telling);
    telling = ports.setTimer(200, () => {
      say([speech()]);
      draw();
    });
  };
  /** While the session lives, nothing but a banner that takes no focus. */
  const beQuiet = (before: Scene) => {
    pause.cancel();
    dismissed = undefined;
    if (before.place === 'banner' && before.model!.phase === scene.model!.phase) return;
    if (before.place === 'dialog') {
      scene.place = 'none';
      view.dialog()!.close();
      restoreFocus!();
    }
    restoreFocus = undefined;
    go('banner');
    const { renewed, between } = scene.language.texts;
    const was = before.model?.renewal === 'pending' ? renewed + between : '';
    tellSoon(() => was + scene.words.heading);
  };
  const leave = () => {
    const hadFocus = scene.place === 'dialog' || root.activeElement;
    pause.cancel();
    dismissed = scene.model = undefined;
    view.dialog()!.close();
    go('none');
    if (hadFocus) restoreFocus?.();
    restoreFocus = undefined;
  };

  const pause = createPause(ports, doc, () => doc.hasFocus() && !!focused(doc), open);
  const arm = createArming(ports, root, signal);
  const view = createView(root);
  scene.gestures = {
    renew: () => scene.model!.renewal === 'pending' || actions.renew(),
    look: () => scene.model!.looking || actions.look(),
    signIn: (event) => followSignIn(event, actions, scene.model!.signIn!),
    leave: (event) => followAway(event, actions),
    reload: actions.reload,
    draft: actions.draft,
    closed,
    hide: () => view.dialog()!.close(),
    show: open,
    toggle() {
      scene.collapsed = !scene.collapsed;
      draw();
    },
  };

  const onVisibility = () => {
    const { model, place } = scene;
    if (!isSeen()) hiddenAt = ports.now();
    else if (model && place === 'banner' && isDueOnReturn(model, ports.now() - hiddenAt)) {
      dismissed = undefined;
      pause.by(Infinity);
    }
    if (model) draw();
  };
  const onFocus = ({ target, relatedTarget }: FocusEvent) => {
    if (scene.place !== 'banner') return;
    if (target !== host) dodge(view.banner()!, target as Element);
    // A quiet banner interrupted nobody: where the person was is known when they go into it.
    else if (relatedTarget && isQuiet(scene.model!))
      restoreFocus = rememberFocus(doc, relatedTarget as HTMLElement);
  };
  doc.addEventListener('visibilitychange', onVisibility, { signal });
  doc.addEventListener('focusin', onFocus, { signal });
  for (const each of rootsOf(host))
    each.addEventListener(themeEvent, () => prompt.update(scene.model), { signal });

  const prompt: Prompt = {
    update(model) {
      // The person may have closed it a moment ago, the event still on its way.
      closed();
      const before = { ...scene };
      if (!model) {
        if (before.model) leave();
        // The dialog's live regions went with it.
        if (before.model?.renewal === 'pending') tellSoon(() => scene.language.texts.renewed);
        return;
      }
      if (!before.model) say([]);
      scene.model = model;
      scene.language = themed(ports.language(), host);
      scene.words = wordsFor(model, scene.language);
      if (before.model && scene.place !== 'none') {
        const speech = speechFor(before, scene);
        if (speech) say(speech);
        // What a hand was about to press is no longer what is there.
        if (isOver(model) !== isOver(before.model)) arm();
      }
      if (isQuiet(model)) beQuiet(before);
      else if (!isDue(model, dismissed)) pause.cancel();
      else if (scene.place !== 'dialog') pause.by(lastOpening(model));
      draw();
      view.raise();
    },
    remove() {
      if (scene.model) leave();
      ports.clearTimer(telling);
      life.abort();
      view.remove();
    },
  };
  return prompt;
};
