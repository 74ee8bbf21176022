import { expect, it } from 'vitest';
import { initialConfig, readConfig } from './config.ts';

it('takes a whole configuration, and nothing beside it', () => {
  expect(readConfig({ ...initialConfig, admin: true })).toEqual(initialConfig);
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
  ['shift_notes', undefined],
  ['shift_notes', 'x'.repeat(20_001)],
])('names %s where it is wrong', (field, value) => {
  expect(readConfig({ ...initialConfig, [field]: value })).toContain(field);
});

it.each([null, undefined, 'text', 7])('refuses %j', (input) => {
  expect(readConfig(input)).toContain('JSON object');
});
