import type { DemoSystem } from '../system.ts';
import { face } from './face.ts';
import { asterwiseRoutes } from './routes.ts';

export const asterwise: DemoSystem = {
  ...face,
  summary:
    'An astrology API with a developer dashboard. An opaque bearer token in session storage, which tabs hand to each other, and no way to look: only loading the dashboard moves the end.',
  facts: [
    ['Session', 'ends 60 seconds after the dashboard was loaded'],
    ['Flows', 'have a short session of their own, which nothing moves'],
    ['Over', '401 with a flat code: expired, revoked, not found'],
  ],
  open: { href: '/asterwise/', label: 'Open the dashboard' },
  also: {
    text: 'Real dashboard sessions last hours to days.',
    href: '/asterwise/signin?ttl=24h',
    label: 'Sign in for a day',
  },
  tries: [
    {
      title: 'Keep using it',
      text: 'Make API calls for a whole minute. They move nothing, and the warning comes all the same. “Stay signed in” and a reload do what the documents say: start afresh.',
    },
    {
      title: 'Sign in for all tabs',
      text: 'Open two dashboards and let the session end in both. Sign in from one of them: the other comes back too, with its notes as you left them.',
      link: { href: '/asterwise/', label: 'Open another dashboard' },
    },
    {
      title: 'Revoke it as an administrator',
      text: 'Expired, revoked, not found: three buttons end the session in three ways, and the prompt tells them apart.',
    },
    {
      title: 'Be refused for something else',
      text: 'An API key, a magic link, an exchange code, a wrong password, a missing right. All are refusals; none is the end of your session.',
    },
    {
      title: 'Reload after the end',
      text: 'The page says that your session is over and offers to sign in. It sends nothing more, and never reloads by itself.',
    },
    {
      title: 'Dawdle in a flow',
      text: 'Exchange an e-mail address for a key, and stop half-way. That session cannot be renewed; the prompt offers to begin again.',
      link: { href: '/asterwise/verify', label: 'Begin the flow' },
    },
  ],
  routes: asterwiseRoutes,
};
