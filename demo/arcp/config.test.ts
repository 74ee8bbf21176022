import { expect, it } from 'vitest';
import { initialConfig, nightConfig, readConfig, withoutCode } from './config.ts';

it('takes a whole configuration, and nothing beside it', () => {
  for (const config of [initialConfig, nightConfig])
    expect(readConfig({ ...config, admin: true })).toEqual(config);
});

it.each([
  ['registry_name', ' '],
  ['registry_name', 'x'.repeat(81)],
  ['heartbeat_interval', 4],
  ['heartbeat_interval', 30.5],
  ['heartbeat_interval', null],
  ['stale_after', '300'],
  ['stale_after', initialConfig.heartbeat_interval],
  ['log_level', 'loud'],
  ['accept_registrations', 'yes'],
  ['state', 'on fire'],
  ['since', 'yesterday'],
  ['review_on', '2026-02-30'],
  ['affected', ['everything']],
  ['call_first', undefined],
  ['shift_notes', undefined],
  ['shift_notes', 'x'.repeat(20_001)],
  ['vault_code', 123456],
])('names %s where it is wrong', (field, value) => {
  expect(readConfig({ ...initialConfig, [field]: value })).toContain(field);
});

it.each([null, undefined, 'text', 7])('refuses %j', (input) => {
  expect(readConfig(input)).toContain('JSON object');
});

it('never tells the code that went to the vault', () => {
  expect(withoutCode({ ...initialConfig, vault_code: 'opens everything' })).toEqual(initialConfig);
});
