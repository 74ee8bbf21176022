import type { PromptPorts } from '../prompt-model.ts';

export const isSeen = (doc: Document): boolean => doc.visibilityState === 'visible';

/** Told when the tab is hidden (`undefined`) and when it is seen again, after how long. */
export const watchVisibility = (
  ports: PromptPorts,
  doc: Document,
  signal: AbortSignal,
  changed: (hiddenFor: number | undefined) => void,
): void => {
  let hiddenAt = isSeen(doc) ? Infinity : ports.now();
  const onChange = () => {
    const seen = isSeen(doc);
    if (!seen) hiddenAt = ports.now();
    changed(seen ? ports.now() - hiddenAt : undefined);
  };
  doc.addEventListener('visibilitychange', onChange, { signal });
};
