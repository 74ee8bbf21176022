import { html, nothing } from 'lit';
import { counted, fill } from '../../pages/texts.ts';
import { moved } from '../documents.ts';
import { valueAt, withMember, writtenIn, type Draft, type Path, type Placed } from '../drafts.ts';
import { asItComes } from '../../themes/choice.ts';
import type { Scene } from '../scene.ts';
import { nameOfTheme, themeNames } from '../themes/names.ts';
import { themeWords } from '../themes/words.ts';
import { field, fold, problemText } from './parts.ts';
import { sourceFields, startOf } from './source-fields.ts';

export interface Form {
  scene: Scene;
  draft: Draft;
  site: object;
  problems: readonly Placed[];
}

/** The members that most profiles have; all others are in the JSON, and stay as they are. */
export function formView(scene: Scene, draft: Draft, problems: readonly Placed[]): unknown {
  const form: Form = { scene, draft, site: writtenIn(draft)!, problems };
  const { form: said } = scene.words.options;
  const signs = valueAt(form.site, ['signs']);
  const hasMore = problems.some(({ field = '' }) => /^(hosts|siteRenews)/.test(field));
  return html`<form class="stack form" novalidate @submit=${(event: Event) => event.preventDefault()}>
    ${textField(form, ['name'], said.name, { required: true })}
    ${linesField(form, ['match'], said.match, said.matchHint)} ${expiryView(form)}
    ${
      Array.isArray(signs) && signs.length
        ? html`<p class="muted small">${counted(scene.words.tag, said.signs, signs.length)}</p>`
        : nothing
    }
    ${textField(form, ['signIn', 'url'], said.signIn, { hint: said.signInHint, whole: ['signIn'], ltr: true })}
    ${textField(form, ['warnBefore'], said.warnBefore, { hint: said.warnBeforeHint, narrow: true })}
    ${choices(form, ['prompt'], said.prompt, said.prompts, 'guard')} ${themeField(form)}
    ${keepFreshView(form)}
    ${fold(
      scene,
      'more',
      said.more,
      () =>
        html`${linesField(form, ['hosts'], said.hosts, said.matchHint)}
        ${textField(form, ['siteRenews'], said.siteRenews, { hint: said.siteRenewsHint, narrow: true })}`,
      hasMore,
    )}
  </form>`;
}

const idAt = (path: Path): string => `f-${path.join('-')}`;

const fieldAt = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);

/** What is wrong with a member, and with what is inside it. */
export const errorsAt = ({ problems, scene }: Form, path: Path): string[] => {
  const at = fieldAt(path);
  return problems
    .filter(({ field = '' }) => field === at || field.startsWith(`${at}[`) || field.startsWith(`${at}.`))
    .map((each) => problemText(each, scene.words));
};

export const write = ({ scene, draft }: Form, path: Path, value: unknown): void =>
  scene.edit(withMember(draft, path, value), draft.id);

interface TextField {
  hint?: string;
  /** An empty one stays, and is wrong. */
  required?: boolean;
  /** Goes as a whole where it is empty. */
  whole?: Path;
  narrow?: boolean;
  ltr?: boolean;
}

export function textField(form: Form, path: Path, label: string, given: TextField = {}): unknown {
  const { hint, required = false, whole = path, narrow = false, ltr = false } = given;
  const id = idAt(path);
  const value = valueAt(form.site, path);
  return field(
    id,
    label,
    (described, invalid) =>
      html`<input
        id=${id}
        class=${narrow ? 'narrow' : ''}
        dir=${ltr ? 'ltr' : nothing}
        autocomplete="off"
        spellcheck="false"
        aria-describedby=${described}
        aria-invalid=${invalid}
        .value=${value === undefined ? '' : String(value)}
        @input=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value;
          if (text || required) write(form, path, text);
          else write(form, whole, undefined);
        }}
      />`,
    { hint, errors: errorsAt(form, path) },
  );
}

function linesField(form: Form, path: Path, label: string, hint: string): unknown {
  const id = idAt(path);
  const value = valueAt(form.site, path);
  const lines = Array.isArray(value) ? value.map(String) : [];
  return field(
    id,
    label,
    (described, invalid) =>
      html`<textarea
        id=${id}
        class="lines"
        dir="ltr"
        rows=${Math.max(2, lines.length)}
        spellcheck="false"
        aria-describedby=${described}
        aria-invalid=${invalid}
        .value=${lines.join('\n')}
        @change=${(event: Event) =>
          write(
            form,
            path,
            (event.target as HTMLTextAreaElement).value.split('\n').flatMap((line) => line.trim() || []),
          )}
      ></textarea>`,
    { hint, errors: errorsAt(form, path) },
  );
}

export function select(
  form: Form,
  path: Path,
  label: string,
  choice: Readonly<Record<string, string>>,
  { otherwise = '', change }: { otherwise?: string; change?: (value: string) => void } = {},
): unknown {
  const id = idAt(path);
  const value = String(valueAt(form.site, path) ?? otherwise);
  const take = change ?? ((next: string) => write(form, path, next || undefined));
  return field(
    id,
    label,
    (described, invalid) =>
      html`<select
        id=${id}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}
      >
        ${Object.entries(choice).map(
          ([name, text]) => html`<option value=${name} .selected=${name === value}>${text}</option>`,
        )}
      </select>`,
    { errors: errorsAt(form, path) },
  );
}

function choices(
  form: Form,
  path: Path,
  label: string,
  choice: Readonly<Record<string, string>>,
  otherwise: string,
): unknown {
  const value = valueAt(form.site, path) ?? otherwise;
  const errors = errorsAt(form, path);
  return html`<fieldset class="stack close">
    <legend>${label}</legend>
    ${Object.entries(choice).map(
      ([name, text]) =>
        html`<label class="choice"
          ><input
            type="radio"
            name=${idAt(path)}
            .checked=${name === value}
            @change=${() => write(form, path, name)}
          /><span>${text}</span></label
        >`,
    )}
    ${errors.map((each) => html`<p class="error">${each}</p>`)}
  </fieldset>`;
}

function expiryView(form: Form): unknown {
  const { scene, site, problems } = form;
  const { form: said, kinds } = scene.words.options;
  const given = valueAt(site, ['expiry']);
  const sources: unknown[] = Array.isArray(given) ? given : [];
  const put = (next: unknown[]) => write(form, ['expiry'], next);
  const own = problems
    .filter(({ field }) => field === 'expiry')
    .map((each) => problemText(each, scene.words));
  return html`<fieldset class="stack close">
    <legend>${said.expiry}</legend>
    <p class="hint">${sources.length ? said.expiryText : said.expiryNone}</p>
    ${own.map((each) => html`<p class="error">${each}</p>`)}
    ${
      sources.length
        ? html`<ol class="list sources">
            ${sources.map((source, at) => sourceView(form, source, at, sources, put))}
          </ol>`
        : nothing
    }
    <div class="line add">
      <select
        aria-label=${said.newSource}
        @change=${(event: Event) => scene.set({ newSource: (event.target as HTMLSelectElement).value })}
      >
        ${Object.entries(kinds).map(
          ([kind, text]) =>
            html`<option value=${kind} .selected=${kind === scene.ui.newSource}>${text}</option>`,
        )}
      </select>
      <button
        type="button"
        @click=${() => {
          scene.toggle(`source-${sources.length}`, true);
          put([...sources, startOf(scene.ui.newSource)]);
        }}
      >
        ${said.addSource}
      </button>
    </div>
  </fieldset>`;
}

function sourceView(
  form: Form,
  source: unknown,
  at: number,
  sources: readonly unknown[],
  put: (next: unknown[]) => void,
): unknown {
  const { scene, site } = form;
  const { options } = scene.words;
  const { form: said } = options;
  const from = String(valueAt(source, ['from']) ?? '');
  const values = {
    ...Object.fromEntries(Object.entries(Object(source)).map(([name, value]) => [name, String(value)])),
    ...(from === 'look' && { url: String(valueAt(site, ['look', 'url']) ?? '…') }),
  };
  const sentence = Object.hasOwn(options.of, from)
    ? fill(options.of[from as keyof typeof options.of], values).replace(/\{\w+\}/g, '…')
    : from || '…';
  const path: Path = ['expiry', at];
  const errors = errorsAt(form, path);
  const name = `source-${at}`;
  const move = (to: number) => put(moved(sources, at, to));
  return html`<li>
    ${fold(
      scene,
      name,
      html`<span>${sentence}</span
        >${isWeak(source) ? html` <span class="tag">${said.weak}</span>` : nothing}`,
      () => sourceFields(form, from, path),
      errors.length > 0,
    )}
    <p class="actions tools">
      <button
        type="button"
        class="quiet icon up"
        aria-label=${fill(said.up, { source: sentence })}
        ?disabled=${at === 0}
        @click=${() => move(at - 1)}
      ></button>
      <button
        type="button"
        class="quiet icon down"
        aria-label=${fill(said.down, { source: sentence })}
        ?disabled=${at === sources.length - 1}
        @click=${() => move(at + 1)}
      ></button>
      <button
        type="button"
        class="quiet icon gone"
        aria-label=${fill(said.removeSource, { source: sentence })}
        @click=${() => put(sources.filter((_each, index) => index !== at))}
      ></button>
    </p>
  </li>`;
}

function themeField(form: Form): unknown {
  const { scene, site } = form;
  const said = themeWords(scene.words);
  const chosen = valueAt(site, ['theme']);
  const all = fill(said.asAll, { name: nameOfTheme(scene, scene.preferences.theme) });
  return select(
    form,
    ['theme'],
    said.site,
    themeNames(scene, typeof chosen === 'string' ? chosen : asItComes, all),
    {
      otherwise: asItComes,
      change: (theme) => write(form, ['theme'], theme === asItComes ? undefined : theme),
    },
  );
}

const isWeak = (source: unknown): boolean => {
  const { from, as, path, split, unit } = Object(source) as Record<string, unknown>;
  return from === 'idle' || (from === 'cookie' && (as ?? path ?? split ?? unit) === undefined);
};

function keepFreshView(form: Form): unknown {
  const { scene, site } = form;
  const { form: said } = scene.words.options;
  const by = String(valueAt(site, ['keepFresh', 'by']) ?? '');
  const isOpen = valueAt(site, ['keepFresh', 'while']) === 'open';
  const change = (next: string) =>
    write(
      form,
      ['keepFresh'],
      next === '' ? undefined : next === 'reload' ? { by: next } : { by: next, url: '.' },
    );
  return fold(
    scene,
    'keep-fresh',
    html`${said.keepFresh} <span class="muted small">${said.bys[by as keyof typeof said.bys] ?? by}</span>`,
    () => html`
      <p class="hint">${said.keepFreshText}</p>
      ${select(form, ['keepFresh', 'by'], said.by, said.bys, { change })}
      ${
        by === 'request'
          ? html`${textField(form, ['keepFresh', 'url'], said.url, { hint: said.urlHint, required: true, ltr: true })}
            ${select(
              form,
              ['keepFresh', 'method'],
              said.method,
              { POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', GET: 'GET' },
              { otherwise: 'POST' },
            )}`
          : nothing
      }
      ${
        by
          ? html`${select(form, ['keepFresh', 'while'], said.while, said.whiles, { otherwise: 'active' })}
            ${isOpen ? html`<p class="notice">${said.whileWarning}</p>` : nothing}
            ${textField(form, ['keepFresh', 'atMost'], said.atMost, {
              hint: isOpen ? said.atMostOpenHint : said.atMostHint,
              narrow: true,
            })}
            ${textField(form, ['keepFresh', 'idle'], said.idle, { hint: said.idleHint, narrow: true })}`
          : nothing
      }
    `,
    errorsAt(form, ['keepFresh']).length > 0,
  );
}
