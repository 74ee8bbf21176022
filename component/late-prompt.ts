import { pageTimer, whenIdle } from './page-ports.ts';
import { createPlainDialog } from './plain-dialog.ts';
import {
  isQuiet,
  type CreatePrompt,
  type Prompt,
  type PromptActions,
  type PromptModel,
  type PromptPorts,
} from './prompt-model.ts';

const latest = 10_000;
/** How long people wait for the prompt itself before the plain one stands in. */
const patience = 3000;

/**
 * The prompt, whose code comes ahead of need: in the first idle period, at the latest 10 s after connecting, or
 * at once if something must be shown. Where it cannot come, a plain dialog stands in.
 */
export function createLatePrompt(
  host: HTMLElement,
  root: ShadowRoot,
  now: () => number,
  actions: PromptActions,
): Prompt {
  const ports: PromptPorts = { now, setTimer: pageTimer.set, clearTimer: pageTimer.clear };
  let model: PromptModel | undefined;
  let prompt: Prompt | undefined;
  let plain: Prompt | undefined;
  let loading = false;
  let removed = false;
  let late: unknown;

  async function load() {
    if (prompt || loading) return;
    loading = true;
    try {
      const { promptFor } = await import('./prompt/in-page.ts');
      const createPrompt = await promptFor(host);
      if (!removed) take(createPrompt);
    } catch {
      standIn();
    }
    loading = false;
  }

  /** Only for what cannot wait: a notice is none. */
  function standIn() {
    if (removed || prompt || !model || isQuiet(model)) return;
    plain ??= createPlainDialog(host, root, ports, actions);
    plain.update(model);
  }

  function take(create: CreatePrompt) {
    plain?.remove();
    pageTimer.clear(late);
    prompt = create(host, root, ports, actions);
    prompt.update(model);
  }

  const cancelIdle = whenIdle(latest, () => void load());
  return {
    update(next) {
      model = next;
      (prompt ?? plain)?.update(model);
      if (prompt) return;
      if (model) {
        void load();
        // Code that neither comes nor fails.
        late ??= pageTimer.set(patience, standIn);
      } else {
        pageTimer.clear(late);
        late = undefined;
      }
    },
    remove() {
      removed = true;
      pageTimer.clear(late);
      cancelIdle();
      (prompt ?? plain)?.remove();
    },
  };
}
