import { html, nothing } from 'lit';
import { fill, lengthText } from '../../pages/texts.ts';
import type { SiteProfile } from '../../profile/profile.ts';
import { requestsOf, strangersOf, type SiteRequest } from '../requests.ts';
import type { Language } from '../../pages/language.ts';

/** All that a profile would do, in words and to the letter. */
export function requestsView(profile: SiteProfile, words: Language): unknown {
  const { requests: said } = words.options;
  const requests = requestsOf(profile);
  const { hosts, signIn } = strangersOf(profile);
  return html`
    ${
      hosts.length
        ? html`<p class="notice">${fill(said.strangers, { hosts: hosts.join(', ') })}</p>`
        : nothing
    }
    ${signIn ? html`<p class="notice">${fill(said.signInElsewhere, { host: signIn })}</p>` : nothing}
    ${
      requests.length
        ? html`<ul class="list requests">
            ${requests.map((request) => requestView(request, words))}
          </ul>`
        : html`<p class="muted">${said.none}</p>`
    }
  `;
}

function requestView(request: SiteRequest, { options, tag }: Language): unknown {
  const { requests: said } = options;
  const { kind, method, addresses, ownPage, headers, body, csrf, when, atMost, idle } = request;
  const names = Object.entries(headers);
  return html`<li class="stack close">
    <h3>${said.kinds[kind]}</h3>
    <dl class="facts">
      <dt>${said.where}</dt>
      <dd>
        ${addresses.map(
          (address) =>
            html`<p>
              ${ownPage ? fill(said.ownPage, { address }) : html`<code dir="ltr">${method} ${address}</code>`}
            </p>`,
        )}
      </dd>
      <dt>${said.how}</dt>
      <dd>
        ${said.when[when]}
        ${atMost === undefined ? nothing : fill(said.atMost, { time: lengthText(tag, atMost, 'long') })}
        ${idle === undefined ? nothing : fill(said.idle, { time: lengthText(tag, idle, 'long') })}
      </dd>
      ${
        names.length
          ? html`<dt>${said.headers}</dt>
              <dd>${names.map(([name, value]) => html`<p><code dir="ltr">${name}: ${value}</code></p>`)}</dd>`
          : nothing
      }
      ${
        body === undefined
          ? nothing
          : html`<dt>${said.body}</dt>
              <dd>
                <pre dir="ltr"><code>${body}</code></pre>
              </dd>`
      }
    </dl>
    ${csrf ? html`<p class="small">${fill(said.csrf, csrf)}</p>` : nothing}
  </li>`;
}
