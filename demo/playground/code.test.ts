import { expect, it } from 'vitest';
import { codeFor, elementCode } from './code.ts';
import { beginning, type State } from './state.ts';

const pieces = (state: Partial<State>, answered = '', direction = 'ltr') =>
  Object.fromEntries(
    codeFor({ ...beginning, ...state }, answered, direction).map(({ id, code }) => [id, code]),
  );

it('writes the tag exactly as it is set', () => {
  expect(elementCode({ 'session-url': '/api?a="1"&b', headless: '' })).toBe(
    '<session-guard\n  session-url="/api?a=&quot;1&quot;&amp;b"\n  headless\n></session-guard>',
  );
  expect(elementCode({})).toBe('<session-guard></session-guard>');
});

it('is short where nothing is special', () => {
  const { html, script, headers } = pieces({});
  expect(html).toBe(
    '<script type="module" src="session-guard/standalone.js"></script>\n' + elementCode(beginning.attributes),
  );
  expect(script).toBeUndefined();
  expect(headers).not.toContain('no-store');
});

it('names language, direction and scheme where they are not what a page has by itself', () => {
  expect(pieces({ lang: 'ar', scheme: 'dark' }, '', 'rtl').html).toMatch(
    /^<html lang="ar" dir="rtl" style="color-scheme: dark">\n/,
  );
});

it('shows what the server last said, and the header that a stated end needs', () => {
  const shown = pieces({ attributes: { 'session-url': '/me', 'expires-in': '60' } }, '{"expires_at":"x"}');
  expect(shown.reply).toBe('GET /me\n\n{\n  "expires_at": "x"\n}');
  expect(shown.headers).toMatch(/^Cache-Control: no-store\n/);
});

it('lets the page connect where it asks', () => {
  expect(pieces({ attributes: { 'session-url': 'https://api.example/me' } }).headers).toContain(
    "connect-src 'self' https://api.example;",
  );
});

it('adds script for a theme, for use that the page reports, and for a page that renews by itself', () => {
  const { script } = pieces({
    theme: 'harbour',
    attributes: { 'idle-timeout': '20m', 'renew-by': 'page', 'session-url': '/s' },
  });
  expect(script).toContain("import theme from './harbour.json'");
  expect(script).toContain('guardFetch(fetch');
  expect(script).toContain("'session-guard-before-renew'");
});
