import type { PromptActions, PromptModel } from '../prompt-model.ts';

/** The page may take over; otherwise the link leads, or a popup opened within the click. */
export const followSignIn = (
  event: MouseEvent,
  actions: PromptActions,
  signIn: NonNullable<PromptModel['signIn']>,
): void => {
  const plain = !(event.metaKey || event.ctrlKey || event.shiftKey);
  if (
    !actions.signIn() ||
    (signIn.target === 'popup' && plain && window.open(signIn.href, '_blank', 'popup,width=480,height=640'))
  )
    event.preventDefault();
};
