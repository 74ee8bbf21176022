import { guardFetch } from 'session-guard/fetch';

export const api = guardFetch(fetch, document.querySelector('session-guard'));
