import type { DemoSystem } from '../system.ts';
import { face } from './face.ts';
import { arcpRoutes } from './routes.ts';

export const arcp: DemoSystem = {
  ...face,
  summary:
    'An agent registry with an admin dashboard. A bearer token in local storage, an idle timeout on the server beside it, and a content security policy that allows nothing inline.',
  facts: [
    ['Session', 'ends after 60 seconds without a request'],
    ['Token', 'JWT, ends after ten times that'],
    ['Over', '401 with problem details (RFC 9457)'],
  ],
  open: { href: '/arcp/', label: 'Open the dashboard' },
  also: {
    text: 'The real system has 60 minutes by default.',
    href: '/arcp/signin?ttl=60m',
    label: 'Sign in for 60 minutes',
  },
  tries: [
    {
      title: 'Watch the countdown',
      text: 'Sign in and keep your hands still. Half a minute before the end the warning comes, once.',
    },
    {
      title: 'Stay signed in',
      text: 'Press the button in the warning. The panel shows the end moving on the server, not only on screen.',
    },
    {
      title: 'Let it expire while you type',
      text: 'Write in “Notes to the next shift” past the end: typing is no request. Sign in again in the new tab and come back. Every word is still there.',
    },
    {
      title: 'Restart the server’s memory',
      text: 'All sessions are gone at once. The next request finds out, and the prompt names that reason.',
    },
    {
      title: 'Go offline',
      text: 'Past the end nobody can confirm it. The prompt claims no more than it knows, and asks again once you are back.',
    },
    {
      title: 'Work with a wrong clock',
      text: 'A computer that is ten minutes fast still gets the right countdown.',
      link: { href: '/arcp/?clock=+10m', label: 'Open it ten minutes fast' },
    },
  ],
  sso: true,
  routes: arcpRoutes,
};
