/** One way to break a law, and the tests that must then fail. `docs/laws.md` tells the same in words. */
export interface Break {
  law: number;
  /** Of what a person meets on the way back, where it is one of these. */
  row?: string;
  what: string;
  file: string;
  find: string;
  replace: string;
  project: 'unit' | 'chromium' | 'firefox';
  tests: string[];
}

const unit = (
  law: number,
  what: string,
  file: string,
  find: string,
  replace: string,
  ...tests: string[]
): Break => ({
  law,
  what,
  file,
  find,
  replace,
  project: 'unit',
  tests,
});

export const breaks: Break[] = [
  unit(
    1,
    'a renewal is sent after the end',
    'shared/renewing.ts',
    "if (!isAlive(now)) return problem('not-alive'",
    "if (now === 'none') return problem('not-alive'",
    'shared/renewing.test.ts',
  ),
  unit(
    1,
    'activity renews after the end',
    'shared/keep-fresh.ts',
    "if (!policy.keepFresh || phaseAt(facts, policy, now) !== 'active') return undefined;",
    'if (!policy.keepFresh) return undefined;',
    'shared/keep-fresh.test.ts',
  ),
  unit(
    2,
    'a reply asked for before the end revives',
    'shared/facts.ts',
    '  if (over) return facts;\n',
    '',
    'shared/guard.test.ts',
    'shared/facts.property.test.ts',
  ),
  unit(
    2,
    'a late request revives',
    'shared/facts.ts',
    'if (facts.passedAt !== undefined || facts.ended) return facts;\n  return { ...facts, countedAt',
    'return { ...facts, passedAt: undefined, ended: undefined, countedAt',
    'shared/idle.test.ts',
    'shared/facts.property.test.ts',
  ),
  unit(
    2,
    'a clock set back revives',
    'shared/local-time.ts',
    'return (local = Math.max(local, anchor.local + Math.max(wall - anchor.wall, mono - anchor.mono)));',
    'return (local = wall);',
    'shared/local-time.test.ts',
    'shared/guard.test.ts',
  ),
  unit(
    2,
    'another tab’s word revives without a look',
    'shared/worth.ts',
    "return sessionUrl || (isOther && !stranger) ? look : 'take';",
    "return 'take';",
    'shared/tabs.test.ts',
  ),
  unit(
    3,
    'a renewal counts though nothing moved',
    'shared/renewing.ts',
    'if (moved && isAlive(now)) return undefined;',
    'if (moved || now) return undefined;',
    'shared/renewing.test.ts',
  ),
  unit(
    3,
    'a look counts as use',
    'shared/observe.ts',
    'status >= 200 && status < 300 && !redirected && url',
    "status >= 200 && status < 300 && !redirected && url + '?' + url",
    'shared/idle.test.ts',
  ),
  unit(
    4,
    'a reply that says nothing ends the session',
    'shared/answer.ts',
    'if (ending && (ending.certain || status === 401))',
    'if (ending || status >= 300 || status === 0)',
    'shared/guard.test.ts',
  ),
  unit(
    4,
    'a mere hint ends the session',
    'shared/claims.ts',
    'else if (!ending.certain)',
    'else if (!ending)',
    'shared/claims.test.ts',
  ),
  unit(
    4,
    'people are prompted who had no session',
    'shared/phase.ts',
    "if (facts.ended) return facts.held ? 'ended' : 'none';",
    "if (facts.ended) return 'ended';",
    'shared/guard.test.ts',
  ),
  unit(
    4,
    'another tab’s word ends the session without a look',
    'shared/worth.ts',
    "return reading.ended.reason === 'signed-out' ? 'take' : 'look';",
    "return 'take';",
    'shared/tabs.test.ts',
  ),
  unit(
    5,
    'a moment without a zone is guessed',
    'shared/statement.ts',
    'if (problems.length) return { problems };',
    '',
    'shared/guard.test.ts',
  ),
  {
    law: 6,
    what: 'the page is reloaded when the session is over',
    file: 'component/session-guard.ts',
    find: "if (event.type === 'update') return this.#show();",
    replace:
      "if (event.type === 'expired') location.reload();\n    if (event.type === 'update') return this.#show();",
    project: 'chromium',
    tests: ['e2e/expire.e2e.ts'],
  },
  unit(
    7,
    'a token is quoted in a problem',
    'shared/problem.ts',
    ".replace(tokenLike, '…')",
    '',
    'shared/problem.test.ts',
  ),
  unit(
    7,
    'other tabs are told who is signed in',
    'shared/policy.ts',
    'subject: subject ? hash(subject) : undefined,',
    'subject,',
    'shared/tabs.test.ts',
  ),
  unit(
    9,
    'the guard ticks while the end is far',
    'shared/guard.ts',
    'Math.min(Math.ceil(moment - keeper.now()), longestTimer)',
    'Math.min(Math.ceil(moment - keeper.now()), 3_600_000)',
    'shared/guard.test.ts',
  ),
  unit(
    10,
    'every tab renews for itself',
    'shared/renewing.ts',
    'const isDue = () => (keeper.end()?.at ?? 0) <= end + wobble;',
    'const isDue = () => true || end;',
    'shared/tabs.test.ts',
  ),
  unit(
    10,
    'every tab looks for itself',
    'shared/in-turn.ts',
    'if (!lock || !name) return runIfDue();',
    'if (lock || !name) return runIfDue();',
    'shared/tabs.test.ts',
  ),
  {
    law: 10,
    what: 'every element of a session speaks',
    file: 'component/groups.ts',
    find: 'return speakerOf(group) === member && !topSpeaks(group.name);',
    replace: 'return !member.isHeadless() && !topSpeaks(group.name);',
    project: 'chromium',
    tests: ['e2e/two-elements.e2e.ts'],
  },
];
