import { SessionGuard } from './session-guard.ts';

declare global {
  interface HTMLElementTagNameMap {
    'session-guard': SessionGuard;
  }
}

// A second copy on one page: the first one stays. Importing on a server defines nothing.
if (globalThis.customElements && !customElements.get('session-guard'))
  customElements.define('session-guard', SessionGuard);

export { SessionGuard };
