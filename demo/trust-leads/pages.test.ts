import { expect, it } from 'vitest';
import { at, builtFolder, second, start, useDemo } from '../testing.ts';
import { visitor } from './testing.ts';

const { clock, call } = useDemo(builtFolder);

it('the dashboard wants a live session, and sends everybody else to sign in and back', async () => {
  const browser = visitor(call);
  const sentTo = async (path: string) => (await browser.ask(path)).headers.get('Location');
  const signin = '/trust-leads/signin?return_to=';
  expect(await sentTo('/?clock=%2B10m')).toBe(`${signin}%2Ftrust-leads%2F%3Fclock%3D%252B10m`);
  await browser.signIn();
  expect((await browser.ask('/')).status).toBe(200);
  clock.now += 60 * second;
  expect(await sentTo('/')).toBe(`${signin}%2Ftrust-leads%2F`);
});

it('the dashboard states the end of the session twice, and opening it moves nothing', async () => {
  const browser = visitor(call);
  await browser.signIn();
  for (const left of [60, 40, 20]) {
    const { text, headers } = await browser.ask('/');
    expect(text).toContain(`expires-at="${at(start + 60 * second)}"`);
    expect(text).toContain(`expires-in="${left}"`);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.getSetCookie()).toEqual([]);
    clock.now += 20 * second;
  }
});

it('pages hold nothing inline, and every script they ask for is there', async () => {
  const browser = visitor(call);
  await browser.signIn();
  const seen = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.add(path);
    const { status, text } = await call(path);
    expect(status, path).toBe(200);
    const found = [...text.matchAll(/from ['"](\.[^'"]+)['"]/g)].map(([, file = '']) => file);
    for (const file of found) await follow(new URL(file, `http://demo${path}`).pathname);
  };
  for (const page of ['/', '/signin', '/signout']) {
    const { text } = await browser.ask(page);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
    for (const [, file = ''] of text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg))"/g))
      await follow(file);
  }
  expect(seen).toContain('/trust-leads/assets/trust-leads.css');
  expect(seen).toContain('/trust-leads/assets/silent-fetch.js');
  expect(seen).toContain('/assets/panel.js');
});
