import type { Kind } from './server.ts';

export const schemes = { system: 'System', light: 'Light', dark: 'Dark' } as const;
export const directions = { auto: 'As the language', ltr: 'Left to right', rtl: 'Right to left' } as const;
export const widths = { wide: 'All there is', phone: 'Phone, 390', small: 'Small, 320' } as const;

/** All that is set on this page: the address keeps it, the stage and the code show it. */
export interface State {
  scene: string;
  /** Of the element, as they stand in its tag; a flag is `''`. */
  attributes: Record<string, string>;
  /** How long the session lasts, in seconds. */
  lasts: number;
  kind: Kind;
  /** Name of one in the gallery; `''` is the house's, `own` the file below. */
  theme: string;
  themeFile: string;
  scheme: keyof typeof schemes;
  lang: string;
  direction: keyof typeof directions;
  width: keyof typeof widths;
}

/** Where everybody begins. */
export const beginning: State = {
  scene: 'well',
  attributes: {
    'session-url': '/api/session',
    'renew-url': '/api/session/renew',
    'sign-in-url': '/playground/signin',
  },
  lasts: 1200,
  kind: 'fixed',
  theme: '',
  themeFile: '',
  scheme: 'system',
  lang: 'en',
  direction: 'auto',
  width: 'wide',
};
