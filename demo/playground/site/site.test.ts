import { expect, it } from 'vitest';
import { useDemo } from '../../testing.ts';
import type { Choices } from './choices.ts';

const { call } = useDemo();
const pages = ['/playground/', '/playground/stage', '/playground/signin'];

it('only pages of the same origin may show the stage, and nobody the playground', async () => {
  const policyOf = async (path: string) => (await call(path)).headers.get('Content-Security-Policy')!;
  const top = await policyOf('/playground/');
  expect(top).toContain("frame-src 'self'");
  expect(top).toContain("frame-ancestors 'none'");
  for (const path of pages.slice(1)) {
    expect(await policyOf(path)).toContain("frame-ancestors 'self'");
    expect(await policyOf(path)).not.toContain('frame-src');
    expect((await call(path)).headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
  }
  expect(await policyOf('/')).not.toContain('frame-src');
  expect((await call('/playground/')).headers.get('X-Frame-Options')).toBe('DENY');
});

it.each(pages)('%s holds nothing inline', async (path) => {
  const { status, text } = await call(path);
  expect(status).toBe(200);
  expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
});

it('serves every script that its pages ask for, Lit among them, types stripped', async () => {
  const seen = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.add(path);
    const { status, headers, text } = await call(path);
    expect(status, path).toBe(200);
    expect(headers.get('Content-Type'), path).toMatch(/^text\/javascript/);
    const found = [...text.matchAll(/^(?:import|export) .*?from ['"]([^'"]+)['"]/gm)].map(
      ([, file = '']) => file,
    );
    for (const file of found) {
      expect(file, path).toMatch(/^[./]/);
      await follow(new URL(file, `http://here${path}`).pathname);
    }
  };
  for (const page of pages)
    for (const [, script = ''] of (await call(page)).text.matchAll(/<script[^>]* src="([^"]+)"/g))
      await follow(script);
  expect(seen.size).toBeGreaterThan(25);
  expect(seen).toContain('/playground/lit-html/lit-html.js');
});

it('offers the languages that there are, each in its direction', async () => {
  const { languages } = (await call('/playground/choices.json')).json as unknown as Choices;
  expect(languages).toContainEqual({ tag: 'en', direction: 'ltr' });
  expect(languages).toContainEqual({ tag: 'de', direction: 'ltr' });
});

it.each(['/playground/site/routes.js', '/playground/themes/..%2f..%2fpackage', '/playground/nothing.js'])(
  'has nothing at %s',
  async (path) => {
    expect((await call(path)).status).toBe(404);
  },
);
