import { createAgents } from './agents.ts';
import { createAsking } from './asking.ts';
import { createCommands, type Commands } from './commands.ts';
import { createCookies } from './cookies.ts';
import { createDue } from './due.ts';
import type { Edges } from './edges.ts';
import { createHearing, type Hearing } from './hearing.ts';
import { createHistory } from './history.ts';
import type { House } from './house.ts';
import { createKeepingFresh } from './keeping-fresh.ts';
import { createPrompts } from './prompts.ts';
import { createScripts } from './scripts.ts';
import { createSessions } from './sessions.ts';
import { createShowing } from './showing.ts';
import { openStore } from './store.ts';
import { createWatch } from './watch.ts';
import { createWords } from './words.ts';

export interface Background {
  house: House;
  commands: Commands;
  hearAgent: Hearing;
}

/** Reads what is stored and goes on from there, however the run before it ended. */
export async function startBackground(edges: Edges): Promise<Background> {
  const house = { edges } as House;
  house.store = await openStore(edges);
  house.due = createDue(edges);
  house.words = createWords(house);
  // In this order: each may ask those before it while it is made.
  house.agents = createAgents(house);
  house.history = createHistory(house);
  house.watch = createWatch(house);
  house.keepingFresh = createKeepingFresh(house);
  house.prompts = createPrompts(house);
  house.showing = createShowing(house);
  house.scripts = createScripts(house);
  house.cookies = createCookies(house);
  house.asking = createAsking(house);
  house.sessions = createSessions(house);

  await house.showing.learnAccess();
  // Before anything sets an alarm: those that stand may be the better ones.
  await house.due.begin();
  // What somebody looks at comes first; the rest has time until this is drawn.
  for (const { key } of house.agents.all()) house.sessions.get(key);
  house.showing.all();
  return { house, commands: createCommands(house), hearAgent: createHearing(house) };
}

/** What a start has time for after it has answered whoever woke it: tabs that closed, scripts that are missing. */
export async function tidy({ house, commands }: Background, anew: boolean): Promise<void> {
  await house.edges.pause();
  house.sessions.reconcile();
  // After a restart of the browser its tabs are gone.
  for (const { key } of house.sessions.all()) house.agents.count(key);
  house.showing.all();
  await house.keepingFresh.begin();
  await house.agents.verify();
  house.agents.erasePrivate();
  await house.scripts.reconcile(anew);
  for (const session of house.sessions.all())
    if (session.record().tabs || session.guard.facts().passedWeak) await house.cookies.check(session);
  await commands.policyChanged();
}
