import { element } from '../../assets/dom.ts';

const reasons: Record<string, string> = {
  revoked: 'This session was ended from elsewhere. ',
  'not-found': 'Our server no longer knows this session. ',
  'signed-out': 'You signed out in another tab. ',
};

/** What people fear when a session is over is for their data: here the prompt says that none is lost. */
export function sayDataIsIntact(guard: HTMLElement): void {
  const message = element('p', { slot: 'message' });
  const opensTab = !guard.hasAttribute('sign-in-target');
  function say(event: Event): void {
    const { reason = '' } = ((event as CustomEvent).detail ?? {}) as { reason?: string };
    message.textContent = `${reasons[reason] ?? ''}Your leads, job history and saved searches are all intact, and what you typed on this page is still here.${opensTab ? ' Signing in opens a new tab.' : ''}`;
    // Nothing of this is true for somebody else.
    if (reason !== 'other-user') guard.append(message);
  }
  guard.addEventListener('session-guard-expired', say);
  guard.addEventListener('session-guard-ended', say);
  guard.addEventListener('session-guard-restored', () => message.remove());
}
