import { story as plain } from '../story.ts';

type Clean = () => Promise<void>;

/** A story that shows traits: what it opens is closed at its end. */
export const story = plain.extend(
  'onEnd',
  // vitest reads which fixtures are wanted from the pattern, and here none are.
  // eslint-disable-next-line no-empty-pattern
  async ({}, { onCleanup }) => {
    const all: Clean[] = [];
    onCleanup(async () => {
      for (const clean of all) await clean();
    });
    return (clean: Clean) => void all.push(clean);
  },
);
