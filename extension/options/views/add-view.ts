import { html, nothing } from 'lit';
import { presets } from '../../profile/presets.ts';
import { siteIcon } from '../../pages/icon.ts';
import { lockedBy } from '../../policy/in-force.ts';
import { addPreset } from '../acting.ts';
import { idOf, type Written } from '../documents.ts';
import type { Scene } from '../scene.ts';
import { decidable } from './decided.ts';
import { back, field, heading, isBusy, noteAt } from './parts.ts';

/** Ways to guard one more site. */
export function addView(scene: Scene): unknown {
  const { options } = scene.words;
  const { add } = options;
  return html`${back('#sites', add.back)} ${heading(add.heading)}
    <section class="stack close">
      <h2>${add.any}</h2>
      <p>${add.anyText}</p>
    </section>
    <section class="stack">
      <div class="stack close">
        <h2>${add.known}</h2>
        <p>${add.knownText}</p>
      </div>
      ${decidable(
        lockedBy(scene.live.policy, 'sites'),
        'add-decided',
        scene,
        Object.entries(presets).map(([name, { sites }]) => presetView(scene, name, sites[0] as Written)),
      )}
    </section>
    <section class="stack close">
      <h2>${add.file}</h2>
      <p>${add.fileText}</p>
      <p class="actions"><a class="button" href="#transfer">${add.import}</a></p>
    </section>`;
}

function presetView(scene: Scene, name: string, site: Written): unknown {
  const { ui, set, act, hands, profiles, words } = scene;
  const { add } = words.options;
  const place = `preset ${name}`;
  const given = String((site.match as string[])[0]).replace(/\*$/, '');
  const address = ui.addresses[name] ?? given;
  const submit = (event: Event) => {
    event.preventDefault();
    if (isBusy(place, scene)) return;
    const ids = [...profiles.written.map(idOf), ...profiles.read.map(({ id }) => id)];
    act(place, addPreset(hands, name, address, ids), words.options.confirm.agreed, () =>
      set({ addresses: { ...scene.ui.addresses, [name]: given } }),
    );
  };
  return html`<form class="card stack preset" aria-label=${String(site.name)} novalidate @submit=${submit}>
    <h3>${siteIcon(String(site.name), name)}${String(site.name)}</h3>
    ${field(
      `address-${name}`,
      add.address,
      (described) =>
        html`<input
          id="address-${name}"
          type="url"
          dir="ltr"
          autocomplete="off"
          aria-describedby=${described}
          .value=${address}
          @input=${(event: Event) =>
            set({ addresses: { ...ui.addresses, [name]: (event.target as HTMLInputElement).value } })}
        />`,
      { hint: add.addressHint },
    )}
    <p class="actions">
      <button aria-label="${add.add}: ${String(site.name)}" aria-disabled=${isBusy(place, scene) || nothing}>
        ${add.add}
      </button>
      ${noteAt(place, scene)}
    </p>
  </form>`;
}
