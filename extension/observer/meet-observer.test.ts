import * as v from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pageClock, pageTimer } from '../../component/page-ports.ts';
import { fromAgent, type FromAgent } from '../messages.ts';
import { meet, toObserver, toReader } from './channel.ts';
import { meetObserver } from './meet-observer.ts';

const order = {
  order: 'observe' as const,
  match: ['https://app.test/*'],
  hosts: [],
  sources: [{ place: 1, url: '/auth/login' }],
  signs: [{ place: 7, url: '/api/me', at: '/user', means: 'ended' }],
};

let page: EventTarget;
let told: FromAgent[];
let reader: ReturnType<typeof meetObserver>;
let rules: unknown[];

beforeEach(() => {
  vi.useFakeTimers();
  [page, told, rules] = [new EventTarget(), [], []];
  reader = meetObserver(page, pageClock, pageTimer, (message) => {
    v.parse(fromAgent, message);
    told.push(message);
  });
  page.addEventListener(toObserver('name'), (event) =>
    rules.push(JSON.parse((event as CustomEvent<string>).detail)),
  );
});

const send = (type: string, detail?: unknown) =>
  page.dispatchEvent(new CustomEvent(type, { detail: detail && JSON.stringify(detail) }));
const announce = (name = 'name') => page.dispatchEvent(new CustomEvent(meet, { detail: name }));
const value = { tell: 'value', place: 1, expiresAt: 5000, problems: [], requestedAt: 1, receivedAt: 2 };

describe('The reader’s end of the channel', () => {
  test('says nothing to a page that nothing is observed in', () => {
    const heard = vi.fn();
    page.addEventListener(meet, heard);
    page.dispatchEvent(new CustomEvent(meet));
    expect(heard).toHaveBeenCalledTimes(1); // what the page itself sent
  });

  test('brings the rules, whoever was there first', () => {
    announce();
    expect(rules).toEqual([]);
    reader.order(order);
    expect(rules).toHaveLength(1);
  });

  test('asks for the observer where it came later', () => {
    page.addEventListener(meet, (event) => (event as CustomEvent).detail || announce());
    reader.order(order);
    expect(rules).toHaveLength(1);
  });

  test('hears only the observer that it met first', () => {
    reader.order(order);
    announce();
    announce('forged');
    send(toReader('forged'), value);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([]);
  });

  test('passes on what rules name, the newest, once a second', () => {
    reader.order(order);
    announce();
    for (let count = 0; count < 1000; count++) {
      send(toReader('name'), { ...value, expiresAt: count });
      vi.advanceTimersByTime(10);
    }
    expect(told.length).toBeLessThanOrEqual(12);
    expect(told[0]).toMatchObject({ say: 'value', source: 1 });
  });

  test.each([
    ['no JSON', undefined],
    ['a source that no rule names', { ...value, place: 2 }],
    ['no time', { ...value, requestedAt: '1' }],
    ['a sign that no rule names', { tell: 'sign', place: 1, requestedAt: 1 }],
    ['something long', { ...value, subject: 'x'.repeat(10_000) }],
  ])('drops %s', (_, detail) => {
    reader.order(order);
    announce();
    send(toReader('name'), detail);
    vi.advanceTimersByTime(2000);
    expect(told).toEqual([]);
  });

  test('takes the rules back when it is ordered to stop, and leaves those of a newer reader alone', () => {
    announce();
    reader.order(order);
    reader.stop(false);
    expect(rules).toHaveLength(1);
    reader.stop(true);
    expect(rules[1]).toMatchObject({ signs: [], sources: [] });
  });
});
