import { inCookies, inStorage } from './cookies.ts';
import { looks } from './looks.ts';
import { ownWays, renewals, sliding } from './moving.ts';
import { busy, policies } from './pages.ts';
import { ends, inHeaders, inReplies } from './replies.ts';
import type { Traits } from './trait.ts';

/** The table: a site for each peculiarity. The place to add one is the file that its name begins with. */
export const traits: Traits = {
  ...inCookies,
  ...inStorage,
  ...inHeaders,
  ...inReplies,
  ...looks,
  ...ends,
  ...sliding,
  ...renewals,
  ...ownWays,
  ...policies,
  ...busy,
};
