import { phases } from '../../shared/phase.ts';
import type { FromAgent } from '../messages.ts';

/** As the page has it: anybody can write one. */
export type Element = Pick<globalThis.Element, 'isConnected' | 'getAttribute' | 'hasAttribute'>;

type Told = Extract<FromAgent, { say: 'element' }>;

/** What the page's `<session-guard>` says: of several the one that speaks, then the one that ends first. */
export function readElements(elements: Iterable<Element>): Told {
  const [first] = [...elements]
    .filter((each) => each.isConnected)
    .flatMap((each): Told[] => {
      const phase = phases.find((known) => known === each.getAttribute('phase'));
      const endsAt = each.getAttribute('ends-at')?.slice(0, 40);
      const headless = each.hasAttribute('headless');
      return phase
        ? [{ say: 'element', phase, ...(endsAt && { endsAt }), ...(headless && { headless }) }]
        : [];
    })
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  return first ?? { say: 'element', phase: '' };
}

/** As text: they are of one form, and of one zone. */
const rank = ({ headless, endsAt = '~' }: Told): string => `${headless ? 1 : 0}${endsAt}`;
