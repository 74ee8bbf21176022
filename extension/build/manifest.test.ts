import { expect, test } from 'vitest';
import { manifestFor } from './manifest.ts';

test('what differs between the browsers is the background, and what each says of itself', () => {
  const [chromium, firefox] = [manifestFor('chromium'), manifestFor('firefox')] as object[];
  const differing = [...new Set([...Object.keys(chromium!), ...Object.keys(firefox!)])].filter(
    (key) => JSON.stringify(Reflect.get(chromium!, key)) !== JSON.stringify(Reflect.get(firefox!, key)),
  );
  expect(differing.sort()).toEqual(['background', 'browser_specific_settings', 'minimum_chrome_version']);
});
