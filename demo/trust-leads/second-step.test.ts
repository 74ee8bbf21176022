import { describe, expect, it } from 'vitest';
import { readEnding } from '../../shared/read-ending.ts';
import { second, useDemo } from '../testing.ts';
import { face } from './face.ts';
import { readCode, visitor } from './testing.ts';

const { clock, call } = useDemo();
const [, samir] = face.people;
const minute = 60 * second;

/** A browser that has typed the right password, and the code its page shows. */
async function halfWay() {
  const browser = visitor(call);
  const passed = await browser.ask('/auth/sign-in', { method: 'POST', body: samir });
  const code = (await readCode(browser.ask)) ?? '';
  const wrong = code === '000000' ? '111111' : '000000';
  const answer = (given: unknown) =>
    browser.ask('/auth/second-step', { method: 'POST', body: { code: given } });
  return { browser, passed, code, wrong, answer };
}

describe('a sign-in of two steps', () => {
  it('hands out no session for the password alone', async () => {
    const { browser, passed } = await halfWay();
    expect(passed.json).toEqual({ second_step: { expires_in: 300, tries: 3 } });
    expect([...browser.cookies.keys()]).toEqual(['trust-leads-second-step']);
    const [cookie] = passed.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect((await browser.look()).json.code).toBe('NOT_SIGNED_IN');
    expect((await browser.ask('/')).status).not.toBe(200);
  });

  it('asks for the code in a field that telephones and password managers know', async () => {
    const { browser } = await halfWay();
    const { text } = await browser.ask('/second-step?return_to=%2Ftrust-leads%2F%3Fcover&then=close');
    expect(text).toMatch(/<input[^>]*autocomplete="one-time-code"/);
    expect(text).toMatch(/<input[^>]*inputmode="numeric"/);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  });

  it('ends with the right code, which is good once', async () => {
    const { browser, code, answer } = await halfWay();
    const { status, json } = await answer(code);
    expect(status).toBe(200);
    expect(json.user).toEqual({ id: samir.id });
    expect(browser.cookies.has('trust-leads-second-step')).toBe(false);
    expect((await browser.look()).status).toBe(200);
    expect((await answer(code)).json.code).toBe('SIGN_IN_AGAIN');
  });

  it('gives another code each time', async () => {
    const codes = [];
    for (let asked = 0; asked < 5; asked += 1) codes.push((await halfWay()).code);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1);
  });

  it('says that a code was wrong, and how often one may still try', async () => {
    const { code, wrong, answer } = await halfWay();
    const first = await answer(wrong);
    expect(first.json).toEqual({
      code: 'CODE_WRONG',
      message: 'That is not the code. You have 2 more tries.',
    });
    expect(readEnding({ ...first, body: first.json })).toMatchObject({ certain: false });
    expect((await answer(wrong)).json.message).toContain('one more try');
    expect((await answer(code)).status).toBe(200);
  });

  it('begins again after three that were wrong, also with the right one', async () => {
    const { browser, code, wrong, answer } = await halfWay();
    const id = browser.cookies.get('trust-leads-second-step') ?? '';
    await answer(wrong);
    await answer(undefined);
    expect((await answer(wrong)).json.code).toBe('SIGN_IN_AGAIN');
    browser.cookies.set('trust-leads-second-step', id);
    expect((await answer(code)).json.code).toBe('SIGN_IN_AGAIN');
    expect((await browser.ask('/second-step')).text).toContain('There is nothing to confirm');
  });

  it('begins again after five minutes', async () => {
    const { browser, code, answer } = await halfWay();
    clock.now += 5 * minute;
    expect(await readCode(browser.ask)).toBeUndefined();
    expect((await answer(code)).json.code).toBe('CODE_TOO_OLD');
    expect((await answer(code)).json.code).toBe('SIGN_IN_AGAIN');
  });

  it('is bound to the browser that typed the password', async () => {
    const { code } = await halfWay();
    const stranger = visitor(call);
    const reply = await stranger.ask('/auth/second-step', { method: 'POST', body: { code } });
    expect(reply.json.code).toBe('SIGN_IN_AGAIN');
    expect((await stranger.ask('/second-step')).text).not.toContain(code);
  });

  it('takes no form of a stranger', async () => {
    const { browser, code } = await halfWay();
    const headers = { 'Content-Type': 'text/plain' };
    const reply = await browser.ask('/auth/second-step', { method: 'POST', body: { code }, headers });
    expect(reply).toMatchObject({ status: 415, json: { code: 'JSON_REQUIRED' } });
  });

  it('is forgotten by a restart', async () => {
    const { code, answer } = await halfWay();
    const other = visitor(call);
    await other.signIn();
    await other.ask('/debug/restart', { method: 'POST' });
    expect((await answer(code)).json.code).toBe('SIGN_IN_AGAIN');
  });
});
