import type { Agents } from './agents.ts';
import type { Asking } from './asking.ts';
import type { Cookies } from './cookies.ts';
import type { Due } from './due.ts';
import type { Edges } from './edges.ts';
import type { History } from './history.ts';
import type { KeepingFresh } from './keeping-fresh.ts';
import type { Prompts } from './prompts.ts';
import type { Scripts } from './scripts.ts';
import type { Sessions } from './sessions.ts';
import type { Showing } from './showing.ts';
import type { Store } from './store.ts';
import type { Watch } from './watch.ts';
import type { BackgroundWords } from './words.ts';

/** The parts of the background, which know each other by these names. */
export interface House {
  edges: Edges;
  store: Store;
  due: Due;
  sessions: Sessions;
  agents: Agents;
  asking: Asking;
  cookies: Cookies;
  history: History;
  keepingFresh: KeepingFresh;
  prompts: Prompts;
  scripts: Scripts;
  showing: Showing;
  watch: Watch;
  words: BackgroundWords;
}
