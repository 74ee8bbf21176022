import { html, nothing } from 'lit';
import type { Path } from '../drafts.ts';
import { errorsAt, select, textField, type Form } from './form-view.ts';
import { fold } from './parts.ts';

/** What a source of this kind begins with. */
export function startOf(from: string): object {
  switch (from) {
    case 'header':
      return { from, url: '/*', name: '' };
    case 'cookie':
      return { from, name: '' };
    case 'storage':
      return { from, area: 'local', key: '' };
    case 'response':
      return { from, url: '' };
    case 'idle':
      return { from, timeout: '30m' };
    default:
      return { from };
  }
}

/** The fields of one source; how its value is read is folded away. */
export function sourceFields(form: Form, from: string, path: Path): unknown {
  const { source: said } = form.scene.words.options;
  const url = () => textField(form, [...path, 'url'], said.url, { required: true, ltr: true });
  switch (from) {
    case 'look':
      return html`${textField(form, ['look', 'url'], said.lookUrl, {
        hint: said.lookHint,
        whole: ['look'],
        ltr: true,
      })}
      ${textField(form, ['look', 'path'], said.path, { hint: said.pathHint, ltr: true })}`;
    case 'header':
      return html`${textField(form, [...path, 'name'], said.name, { required: true, ltr: true })} ${url()}
      ${reading(form, path)}`;
    case 'cookie':
      return html`${textField(form, [...path, 'name'], said.name, {
        hint: said.cookieHint,
        required: true,
        ltr: true,
      })}
      ${reading(form, path)}`;
    case 'storage':
      return html`${textField(form, [...path, 'key'], said.key, { required: true, ltr: true })}
      ${select(form, [...path, 'area'], said.area, said.areas)} ${reading(form, path)}`;
    case 'response':
      return html`${url()} ${reading(form, path)}`;
    case 'idle':
      return html`${textField(form, [...path, 'timeout'], said.timeout, { required: true, narrow: true })}
      ${textField(form, [...path, 'since'], said.since, { hint: said.sinceHint, narrow: true })}`;
    default:
      return nothing;
  }
}

function reading(form: Form, path: Path): unknown {
  const { source: said } = form.scene.words.options;
  const isWrong = ['as', 'path', 'unit', 'split', 'part'].some(
    (member) => errorsAt(form, [...path, member]).length,
  );
  return fold(
    form.scene,
    `reading-${path.join('-')}`,
    said.reading,
    () =>
      html`${select(form, [...path, 'as'], said.as, said.ases)}
      ${textField(form, [...path, 'path'], said.path, { hint: said.pathHint, ltr: true })}
      ${textField(form, [...path, 'unit'], said.unit, { hint: said.unitHint, narrow: true, ltr: true })}`,
    isWrong,
  );
}
