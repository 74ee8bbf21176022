import { html, nothing } from 'lit';
import type { Problem } from '../../../shared/problem.ts';
import type { Language } from '../../pages/language.ts';
import { lengthText } from '../../pages/texts.ts';
import { decidedText } from '../../policy/decided.ts';
import { lockedBy } from '../../policy/in-force.ts';
import { lockNames, type Lock } from '../../policy/locks.ts';
import { siteHash } from '../routes.ts';
import type { Scene } from '../scene.ts';
import { problemText } from './parts.ts';

/** What the organisation of the person has decided, and what of it cannot be used. */
export function policyView(scene: Scene): unknown {
  const { live, words, policyProblems } = scene;
  const { policy } = live;
  const { policy: said } = words;
  if (!policy.isGiven && !policyProblems.length) return nothing;
  const decided = [
    ...limitsOf(scene),
    ...lockNames.filter((name) => lockedBy(policy, name)).map(named(words)),
  ];
  return html`<section class="stack close" id="policy" aria-labelledby="policy-heading">
    <h2 id="policy-heading">${policy.organisation ?? said.heading}</h2>
    ${
      decided.length
        ? html`<p>${decidedText(policy, words)}</p>
            <ul>
              ${decided.map((each) => html`<li>${each}</li>`)}
            </ul>`
        : nothing
    }
    <dl class="facts">
      ${
        policy.sites.length
          ? html`<dt>${words.options.sites.heading}</dt>
              <dd>
                ${policy.sites
                  .slice(0, 100)
                  .map(({ id, name }, at) => html`${at ? ', ' : ''}<a href=${siteHash(id)}>${name}</a>`)}
              </dd>`
          : nothing
      }
      ${
        policy.contact === undefined
          ? nothing
          : html`<dt>${said.contact}</dt>
              <dd>${policy.contact}</dd>`
      }
    </dl>
    ${policyProblemsView(scene)}
  </section>`;
}

function limitsOf({ live: { policy }, words }: Scene): string[] {
  const { longestKeepFresh, keepFresh } = policy.limits;
  const { policy: said, tag } = words;
  return [
    keepFresh === 'never' && said.never,
    keepFresh === 'active' && said.onlyActive,
    longestKeepFresh !== undefined &&
      said.atMost.replace('{time}', () => lengthText(tag, longestKeepFresh, 'long')),
  ].filter((each) => typeof each === 'string');
}

/** By the words that stand beside the control itself. */
const named =
  ({ options, guarding }: Language) =>
  (lock: Lock): string => {
    const { preferences, transfer, sites } = options;
    const names: Record<Lock, string> = {
      sites: sites.heading,
      import: transfer.import,
      watching: guarding.watch.name,
      theme: preferences.theme,
      language: preferences.language,
      notifications: preferences.notifications,
      newSites: preferences.newSites,
    };
    return names[lock];
  };

/** Each with its path and what would be right. */
export function policyProblemsView({ policyProblems, words }: Scene): unknown {
  const { policy: said } = words;
  if (!policyProblems.length) return nothing;
  return html`<div class="notice alert stack close">
    <p><strong>${said.problems}</strong></p>
    <p>${said.problemsText}</p>
    <ul class="list problems">
      ${policyProblems.map(
        (each) =>
          html`<li>
            <p>
              ${each.field === undefined ? nothing : html`<code dir="ltr">${each.field}:</code> `}${sentence(each, words)}
            </p>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** "No profile has this member" is about profiles. */
const sentence = (each: Problem, words: Language): string =>
  problemText(each.code === 'unknown-member' && each.expected ? { ...each, code: 'bad-value' } : each, words);
