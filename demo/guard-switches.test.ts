import { describe, expect, it } from 'vitest';
import { systems } from './systems.ts';
import { builtFolder, useDemo } from './testing.ts';
import { visitor } from './trust-leads/testing.ts';

const { call } = useDemo(builtFolder);

const tag = (text: string) =>
  (/<session-guard\s[^>]*>/.exec(text)?.[0] ?? '').replace(/\s+/g, ' ').replace(/ >$/, '>');

it.each(['/arcp/', '/asterwise/'])('%s has what its address switches on, and nothing else', async (page) => {
  const { text } = await call(`${page}?cover&drafts&notice&title&on-expire=prompt&renew-url=%2Felsewhere`);
  for (const attribute of [
    ' on-expire="cover"',
    ' protect-drafts',
    ' notice-before="45s"',
    ' title-countdown',
  ]) {
    expect(tag(text)).toContain(attribute);
  }
  expect(tag(text)).not.toMatch(/prompt|elsewhere/);
  expect(tag((await call(page)).text)).not.toMatch(/cover|drafts|notice|title|target/);
});

it('says on the page of Trust Leads whose it is, and not by address', async () => {
  const browser = visitor(call);
  await browser.signIn();
  const { text } = await browser.ask('/?cover');
  expect(tag(text)).toContain(' subject="p-31d7e0"');
  expect(tag(text)).toContain(' on-expire="cover"');
});

it('a sign-in of its own tab or window ends with leave to close it, one in this tab does not', async () => {
  const signIn = async (query: string) => tag((await call(`/arcp/${query}`)).text);
  expect(await signIn('')).toContain(' sign-in-url="/arcp/signin?then=close"');
  expect(await signIn('?popup')).toMatch(/signin\?then=close" .*sign-in-target="popup"/);
  const both = await signIn('?same-tab&popup');
  expect(both).toMatch(/signin" .*sign-in-target="_self"/);
  expect(both).not.toContain('popup');
});

it('shows in the panel what is on', async () => {
  const { text } = await call('/arcp/?cover&popup');
  expect(text).toMatch(/data-switch="cover"[^>]*checked/);
  expect(text).not.toMatch(/data-switch="drafts"[^>]*checked/);
  expect(text).toMatch(/<option value="popup" selected/);
  // Where nothing can look, no draft would ever be given back.
  expect((await call('/asterwise/')).text).not.toContain('data-switch="drafts"');
});

describe('unguarded', () => {
  const { call: unbuilt } = useDemo();

  it.each(['/arcp/', '/asterwise/', '/asterwise/verify'])(
    '%s has no element, and wants none built',
    async (page) => {
      const { status, text } = await unbuilt(`${page}?unguarded&cover&popup`);
      expect(status).toBe(200);
      expect(text).not.toMatch(/<session-guard|<template|id="do-look"/);
      expect((await unbuilt(page)).status).toBe(503);
    },
  );

  it('so does the page of Trust Leads, on both sides of the sign-in', async () => {
    const browser = visitor(unbuilt);
    const sentTo = async (path: string) => (await browser.ask(path)).headers.get('Location');
    const back = '/trust-leads/signin?return_to=%2Ftrust-leads%2F%3Funguarded';
    expect(await sentTo('/?unguarded')).toBe(back);
    expect(await sentTo('/app?unguarded')).toBe('/trust-leads/?unguarded');
    await browser.signIn();
    expect((await browser.ask('/?unguarded')).text).not.toMatch(/<session-guard|id="do-look"/);
  });

  it('leaves the way back in the panel, and none of what only an element has', async () => {
    const { text } = await unbuilt('/arcp/?unguarded&cover');
    expect(text).toMatch(/data-switch="unguarded"[^>]*checked/);
    expect(text).not.toMatch(/data-switch="cover"|sign-in-place/);
    expect((await call('/arcp/')).text).not.toMatch(/data-switch="unguarded"[^>]*checked/);
  });

  it('is on offer for each system on the start page', async () => {
    const { text } = await unbuilt('/');
    for (const { id } of systems) expect(text).toContain(`href="/${id}/?unguarded&panel=open"`);
  });

  it('the address of ARCP’s real dashboard leads to its sign-in', async () => {
    const { headers } = await unbuilt('/arcp/dashboard?unguarded');
    expect(headers.get('Location')).toBe('/arcp/signin?return_to=%2Farcp%2F%3Funguarded');
  });
});

it('fills in the account that is asked for, if there is one', async () => {
  const filled = async (as: string) =>
    /name="username"[^>]*value="([^"]*)"/.exec((await call(`/arcp/signin?as=${as}`)).text)?.[1];
  expect(await filled('adm-c07e94')).toBe('NIGHT');
  expect(await filled('nobody')).toBe('ARCP');
});
