import type { PromptActions, PromptModel } from '../prompt-model.ts';

const isPlain = ({ metaKey, ctrlKey, shiftKey }: MouseEvent) => !(metaKey || ctrlKey || shiftKey);

/** The page may take over; otherwise the link leads, or a popup opened within the click. */
export const followSignIn = (
  event: MouseEvent,
  actions: PromptActions,
  { target, href }: NonNullable<PromptModel['signIn']>,
): void => {
  const stays = target === '_self' && isPlain(event) && !actions.leave();
  if (stays || !actions.signIn() || (target === 'popup' && isPlain(event) && openPopup(href)))
    event.preventDefault();
};

/** A link that leaves the page does so only when nothing is lost unannounced. */
export const followAway = (event: MouseEvent, actions: PromptActions): void => {
  if (isPlain(event) && !actions.leave()) event.preventDefault();
};

/** Where it is blocked, the link opens a tab instead. What it leads to gets no hold of this page. */
const openPopup = (href: string): boolean => {
  const popup = window.open('about:blank', '_blank', 'popup,width=480,height=640');
  if (!popup) return false;
  popup.opener = null;
  popup.location.href = href;
  return true;
};
