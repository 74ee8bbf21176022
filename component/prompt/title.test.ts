import { expect, test } from 'vitest';
import { createTitle } from './title.ts';

/** A document whose title is cut as browsers cut it, and which counts how often it was set. */
function page(title: string) {
  let sets = 0;
  const doc = {
    get title() {
      return title;
    },
    set title(text: string) {
      sets++;
      title = text.trim().replace(/[ \t\n]+/g, ' ');
    },
  } as Document;
  return { doc, show: createTitle(doc), sets: () => sets };
}

test('the time left stands before the title of the page, until it is taken away', () => {
  const { doc, show } = page('Inbox');
  show('3 minutes');
  expect(doc.title).toBe('3 minutes · Inbox');
  show('2 minutes');
  expect(doc.title).toBe('2 minutes · Inbox');
  show();
  expect(doc.title).toBe('Inbox');
});

test('a title that the page sets meanwhile stays', () => {
  const { doc, show } = page('Inbox');
  show('3 minutes');
  doc.title = 'Sent';
  show();
  expect(doc.title).toBe('Sent');
  show('2 minutes');
  expect(doc.title).toBe('2 minutes · Sent');
});

test('nothing is left in a title that the page made of the one that it found', () => {
  const { doc, show } = page('Inbox');
  show('3 minutes');
  doc.title = `(1) ${doc.title}`;
  show('2 minutes');
  expect(doc.title).toBe('2 minutes · (1) Inbox');
  doc.title += ' (away)';
  show();
  expect(doc.title).toBe('(1) Inbox (away)');
});

test('a page without a title has none afterwards', () => {
  const { doc, show } = page('');
  for (const text of ['3 minutes', '2 minutes']) {
    show(text);
    expect(doc.title).toBe(text);
  }
  show();
  expect(doc.title).toBe('');
});

test('what is there already is not set again: pages may watch their title', () => {
  const { show, sets } = page('Inbox');
  show();
  show('3 minutes');
  show('3 minutes');
  show();
  show();
  expect(sets()).toBe(2);
});
