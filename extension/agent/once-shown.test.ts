import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onceShown } from './once-shown.ts';
import { fakePage } from './testing/fake-page.ts';

let page: ReturnType<typeof fakePage>;
beforeEach(() => (page = fakePage()));
afterEach(() => vi.unstubAllGlobals());

describe('A page', () => {
  test('that is shown runs at once', () => {
    const run = vi.fn();
    onceShown(run);
    expect(run).toHaveBeenCalledOnce();
  });

  test('that is prepared ahead runs when it is shown, or not at all where a newer script took over', () => {
    page.document.prerendering = true;
    const [run, forgotten] = [vi.fn(), vi.fn()];
    onceShown(run);
    onceShown(forgotten)();
    expect(run).not.toHaveBeenCalled();
    page.document.fire('prerenderingchange');
    expect(run).toHaveBeenCalledOnce();
    expect(forgotten).not.toHaveBeenCalled();
  });
});
