import { scriptFor, type Session } from './firefox-session.ts';
import { keyOf } from './firefox-view.ts';
import { elementAt, focused } from './in-page/element-at.ts';
import { centreOf } from './in-page/find.ts';
import { inPopup } from './in-page/firefox-popup.ts';
import { readText } from './in-page/read-text.ts';
import { isPoint, until, type View } from './view.ts';

/** The popup that is open; it closes when anything else is clicked. */
export function popupView({ inBrowser }: Session): View {
  const view: View = {
    async evaluate(run, ...given) {
      const answer = await inBrowser(inPopup, scriptFor(run), given, 'run', '');
      const { result, error } = answer as { result: unknown; error?: string };
      if (error !== undefined) throw new Error(error);
      return result as never;
    },
    async click(target) {
      const point = isPoint(target)
        ? target
        : await until(JSON.stringify(target), () => view.evaluate(centreOf, target));
      await inBrowser(inPopup, `return (${elementAt})(arguments[0])`, [point], 'click', '');
    },
    async type(target, text) {
      await view.click(target);
      await inBrowser(inPopup, `return (${focused})()`, [], 'type', text);
    },
    press: (key) => inBrowser(inPopup, `return (${focused})()`, [], 'type', keyOf(key)).then(() => undefined),
    has: async (target) => (await view.evaluate(centreOf, target)) !== null,
    text: () => view.evaluate(readText),
  };
  return view;
}
