import { face as provider } from '../identity/face.ts';
import { rememberedFor } from '../identity/remembered.ts';
import type { Card } from './start-page.ts';

/** The identity provider, and all that there is to try about coming back from a session that is over. */
export const comingBack = (identity: string): Card => ({
  ...provider,
  summary:
    'An identity provider on a site of its own, with which people sign in to ARCP. And what happens to the work when the way back is longer than a password.',
  facts: [
    ['Origin', identity.replace(/^http:\/\//, '')],
    ['Memory', `of who signed in, for ${rememberedFor} minutes`],
    ['Opens', 'its pages apart from whoever led there (COOP)'],
  ],
  open: { href: '/arcp/signin', label: `Sign in to ARCP with it` },
  also: { text: 'It keeps a session of its own.', href: `${identity}/`, label: 'See whom it remembers' },
  tries: [
    {
      title: 'Come back as somebody else',
      text: 'Each system has two people. With a dashboard open, the panel signs in the other one in a new tab: the first tab must not show or save the wrong person’s work.',
    },
    {
      title: 'Sign in over there',
      text: 'Let a session end and use the provider in the new tab. The second time it asks nothing more, but it is never visited without your click.',
      link: { href: '/arcp/?panel=open', label: 'Open ARCP' },
    },
    {
      title: 'Show two factors',
      text: 'Samir Haddad of Trust Leads types a password, and then a code that the page shows in place of a phone. The way back is kept through both.',
      link: { href: '/trust-leads/signin?as=p-90b5fa', label: 'Sign in as Samir' },
    },
    {
      title: 'Cover the page',
      text: 'At the end nobody who walks by can read what is open, until somebody is signed in again.',
      link: { href: '/trust-leads/?cover&panel=open', label: 'Open a covered dashboard' },
    },
    {
      title: 'Keep drafts',
      text: 'Where the sign-in leaves the page, unsaved text waits for this tab. Write in the long form, let the session end, and sign in in this tab.',
      link: { href: '/arcp/?drafts&same-tab&panel=open', label: 'Open one that keeps drafts' },
    },
    {
      title: 'Begin a flow again',
      text: 'Some flows cannot go on after their session. This one says at its start how long there is, and leads back to it.',
      link: { href: '/asterwise/verify?begin&ttl=30s', label: 'Begin one of 30 seconds' },
    },
  ],
});
