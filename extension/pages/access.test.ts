import { describe, expect, it } from 'vitest';
import { accessOf } from './access.ts';

describe('access', () => {
  it.each([
    [['https://app.example.com/*'], 'https://app.example.com:8443/app/*', true],
    [['https://app.example.com/*'], 'https://other.example.com/*', false],
    [['https://*.example.com/*'], 'https://app.example.com/*', true],
    [['https://app.example.com/*'], '*://app.example.com/*', false],
    [['<all_urls>'], 'https://app.example.com/*', true],
    [['*://*/*'], 'http://app.example.com/*', true],
    [['https://*/*'], 'https://app.example.com/*', true],
    [['https://*/*'], 'http://app.example.com/*', false],
    [['https://*/*', 'http://*/*'], 'http://app.example.com/*', true],
    [['https://*/*'], '*://app.example.com/*', false],
    [[], 'https://app.example.com/*', false],
    [['<all_urls>'], 'nonsense', false],
  ])('%j gives %s: %s', (origins, pattern, is) => expect(accessOf({ origins }).granted(pattern)).toBe(is));

  it('to cookies is a permission of its own', () => {
    expect(accessOf({ permissions: ['cookies'] }).cookies).toBe(true);
    expect(accessOf({}).cookies).toBe(false);
  });
});
