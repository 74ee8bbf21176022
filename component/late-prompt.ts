import { pageTimer, whenIdle } from './page-ports.ts';
import { createPlainDialog } from './plain-dialog.ts';
import type { CreatePrompt, Prompt, PromptActions, PromptModel, PromptPorts } from './prompt-model.ts';

const latest = 10_000;

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

  async function load() {
    if (prompt || loading) return;
    loading = true;
    try {
      const [{ createPrompt }] = await Promise.all([
        import('./prompt/prompt.ts'),
        import('../shared/late.ts'),
      ]);
      if (!removed) take(createPrompt);
    } catch {
      plain ??= createPlainDialog(host, root, ports, actions);
      if (!removed) plain.update(model);
    }
    loading = false;
  }

  function take(create: CreatePrompt) {
    plain?.remove();
    prompt = create(host, root, ports, actions);
    prompt.update(model);
  }

  const cancelIdle = whenIdle(latest, () => void load());
  return {
    update(next) {
      model = next;
      (prompt ?? plain)?.update(model);
      if (model) void load();
    },
    remove() {
      removed = true;
      cancelIdle();
      (prompt ?? plain)?.remove();
    },
  };
}
