/** The one way of pages to the browser. */
export { default as browser, type Browser } from 'webextension-polyfill';
