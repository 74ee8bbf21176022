import { describe } from 'vitest';
import { namesOf, proveAll, proveDead } from './prove.ts';
import { story } from './story.ts';

describe('The end is told', () => {
  story('by status, redirect, body, header or a form to sign in', async ({ extension, onEnd }) => {
    const all = await proveAll(extension, namesOf(/^end-/), onEnd);
    for (const shown of all) await proveDead(extension, shown);
  });
});
