import ky from 'ky';
import { guardFetch } from 'session-guard/fetch';

export const api = ky.create({ fetch: guardFetch(fetch, document.querySelector('session-guard')) });
