import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { lockNames } from '../../extension/policy/locks.ts';
import { memberNames } from '../../extension/policy/members.ts';
import { readPolicy } from '../../extension/policy/read-policy.ts';
import schema from '../../extension/policy/policy.schema.json' with { type: 'json' };
import { readTheme } from '../../shared/theme/read-theme.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const id = 'abcdefghijklmnopabcdefghijklmnop';

const chromium = JSON.parse(read('chromium.json'))['3rdparty'].extensions[id];
const firefox = JSON.parse(read('policies.json')).policies['3rdparty'].Extensions;

/** The values under each key, as the registry has them. */
function keysOf(text: string): [key: string, values: Record<string, unknown>][] {
  const [, ...keys] = text.split(/^\[(.+)\]$/m);
  return keys.flatMap((key, at): [string, Record<string, unknown>][] => {
    if (at % 2) return [];
    const lines = [...keys[at + 1]!.matchAll(/^"(\w+)"=(.+)$/gm)];
    const value = (written: string): unknown =>
      written.startsWith('dword:') ? parseInt(written.slice(6), 16) : JSON.parse(written);
    return [[key, Object.fromEntries(lines.map(([, name, written]) => [name, value(written!.trim())]))]];
  });
}
const registry = keysOf(read('chromium.reg').replaceAll('\r\n', '\n'));

const policyOf = (given: unknown) =>
  readPolicy(given, (theme) => (typeof theme === 'object' ? (readTheme(theme).problems ?? []) : []));

describe('The ready files', () => {
  test.each([['Chromium', chromium], ['Firefox', firefox['session-guard@example.org']], ...registry])(
    'are read whole: %s',
    (_, given) => {
      const { policy, problems } = policyOf(given);
      expect(problems).toEqual([]);
      expect(policy).toEqual(policyOf(chromium).policy);
      expect(policy).toMatchObject({ organisation: 'Harbour Bank IT', sites: [{ id: 'payroll' }] });
    },
  );

  it('for Windows are for Chrome and Edge', () =>
    expect(
      registry.map(([key]) => /Policies\\(\w+)\\\w+\\3rdparty\\extensions\\(\w+)\\policy$/.exec(key)),
    ).toMatchObject([
      { 1: 'Google', 2: id },
      { 1: 'Microsoft', 2: id },
    ]));

  it('for Chromium have each member in the type that it takes', () => {
    const typeOf = (json: unknown) => (Array.isArray(json) ? 'array' : typeof json);
    const types: Record<string, { type: string }> = schema.properties;
    for (const [name, json] of Object.entries(chromium)) expect(typeOf(json), name).toBe(types[name]?.type);
  });
});

describe('The document for administrators', () => {
  const text = read('../administrators.md');
  test.each([...memberNames, ...lockNames])('tells of %s', (name) => expect(text).toContain(`\`${name}\``));
});
