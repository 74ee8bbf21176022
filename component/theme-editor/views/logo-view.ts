import { html, nothing } from 'lit/html.js';
import { fromBase64 } from '../../../shared/theme/base64.ts';
import { imageSize } from '../../../shared/theme/image-size.ts';
import { logoLimits } from '../../../shared/theme/read-logo.ts';
import type { Desk } from '../desk.ts';
import { nameIn, ownAt, setOwn } from '../edits.ts';
import { takeLogo } from '../logo-files.ts';
import { fill, number } from '../words.ts';
import { chosenFile, dimensionControl, note, textControl } from './controls.ts';

type Member = 'data' | 'dark';

export function logoView(desk: Desk): unknown {
  const { words, theme, file, change, set } = desk;
  const { logo } = theme;
  const without = (path: string[]) => () => change(setOwn(file, path, undefined));
  return html`<p class="hint">${words.logoText}</p>
    <div
      class="stack close"
      @dragover=${(event: Event) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        const [dropped] = event.dataTransfer?.files ?? [];
        if (!dropped || !/^image\//.test(dropped.type)) return;
        event.preventDefault();
        event.stopPropagation();
        void take(dropped, 'data');
      }}
    >
      ${picker('data', words.logoFile)} ${logo ? factsOf(desk, logo.data) : nothing}
      ${
        logo
          ? html`${picker('dark', words.logoDark)} ${logo.dark ? factsOf(desk, logo.dark) : nothing}
              ${textControl(desk, {
                id: 'logo-alt',
                label: words.logoAlt,
                value: logo.alt,
                put: (alt, of, typed) => change(setOwn(desk.file, ['logo', 'alt'], alt), of, typed),
              })}
              <div class="field">
                <span class="small" aria-hidden="true">${words.logoHeight}</span>
                ${dimensionControl(desk, {
                  id: 'logo-height',
                  label: words.logoHeight,
                  value: logo.height,
                  ...logoLimits.height,
                  put: (height, of, typed) =>
                    change(setOwn(desk.file, ['logo', 'height'], height), of, typed),
                })}
              </div>
              <p class="actions">
                ${logo.dark ? html`<button @click=${without(['logo', 'dark'])}>${words.logoDarkRemove}</button>` : nothing}
                <button @click=${without(['logo'])}>${words.logoRemove}</button>
              </p>`
          : nothing
      }
      ${note(desk, 'logo')}
    </div>`;

  function picker(member: Member, label: string): unknown {
    return html`<p class="file">
      <input
        id="logo-${member}"
        class="spoken"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        @change=${chosenFile((file) => take(file, member))}
      /><label for="logo-${member}" class="button">${label}</label>
    </p>`;
  }

  async function take(given: Blob, member: Member): Promise<void> {
    const taken = await takeLogo(given);
    if (taken.problem) {
      const text = taken.problem === 'unreadable' ? words.logoUnreadable : sized(words.logoTooLarge, taken);
      return set({ note: { place: 'logo', text, isAlert: true } });
    }
    const alt = ownAt(desk.file, ['logo', 'alt']) ?? (nameIn(desk.file) || 'Logo');
    change(setOwn(setOwn(desk.file, ['logo', 'alt'], alt), ['logo', member], taken.data));
    set({ note: taken.shrunk ? { place: 'logo', text: sized(words.logoShrunk, taken) } : undefined });
  }

  function sized(text: string, { width, height, bytes }: { width: number; height: number; bytes: number }) {
    return fill(text, { width, height, size: number(desk.tag, bytes / 1024, 1) });
  }
}

function factsOf({ words, tag }: Desk, data: string): unknown {
  const bytes = fromBase64(data.slice(data.indexOf(',') + 1));
  const size = bytes && imageSize(bytes);
  return size
    ? html`<p class="small muted">
        ${fill(words.logoHas, { ...size, size: number(tag, bytes.length / 1024, 1) })}
      </p>`
    : nothing;
}
