import { html, nothing } from 'lit/html.js';
import type { Scheme } from '../../../shared/theme/theme.ts';
import { hasSchemes, ruleOf, type TokenName } from '../../../shared/theme/tokens.ts';
import type { Color, Dimension, Shadow } from '../../../shared/theme/values.ts';
import { colorText } from '../color-text.ts';
import { labelOf, type Desk } from '../desk.ts';
import { placeOf, resetToken, setAlias, setToken } from '../edits.ts';
import { valueAt } from '../file.ts';
import { tokensIn, type GroupName } from '../groups.ts';
import { nearestPassing } from '../nearest-passing.ts';
import { pairsOf, type Pair } from '../pairs.ts';
import { standingOf, type Standing } from '../standing.ts';
import { fill, number } from '../words.ts';
import { choose, colorControl, dimensionControl, errorAt, numberControl, type Control } from './controls.ts';
import { fontControl } from './font-control.ts';
import { shadowControl } from './shadow-control.ts';

export const tokensView = (desk: Desk, group: GroupName): unknown =>
  tokensIn(group).map((name) => tokenView(desk, name));

function tokenView(desk: Desk, name: TokenName): unknown {
  const { about } = ruleOf(name);
  const label = labelOf(desk, name, about);
  const schemes = hasSchemes(name) ? desk.schemes : desk.schemes.slice(0, 1);
  return html`<div class="token" role="group" aria-label=${label} data-token=${name}>
    <h3>${label}</h3>
    <div class="cells">${schemes.map((scheme) => cell(desk, name, label, scheme))}</div>
  </div>`;
}

function cell(desk: Desk, name: TokenName, label: string, scheme: Scheme): unknown {
  const { words, file, theme, schemes } = desk;
  const standing = standingOf(file, theme, name, scheme);
  const isBoth = hasSchemes(name) && schemes.length > 1;
  const called = hasSchemes(name)
    ? fill(words.inScheme, { token: label, scheme: words.scheme[scheme] })
    : label;
  const isColor = ruleOf(name).type === 'color';
  return html`<div class="cell">
    ${isBoth ? html`<p class="small muted">${words.scheme[scheme]}</p>` : nothing}
    ${control(desk, name, called, scheme, standing)} ${sourceView(desk, name, called, scheme, standing)}
    ${isColor ? contrastView(desk, name, called, scheme) : nothing}
  </div>`;
}

const idOf = (name: TokenName, scheme: Scheme): string => placeOf(name, scheme).join('-');

/** As its type has it; what points at the palette is changed there. */
function control(
  desk: Desk,
  name: TokenName,
  label: string,
  scheme: Scheme,
  { value, alias }: Standing,
): unknown {
  const { type, least = 0, most = 64, translucent = false } = ruleOf(name);
  const common = <Value>(given: unknown): Control<Value> => ({
    id: idOf(name, scheme),
    label,
    value: given as Value,
    disabled: alias !== undefined,
    put(next, of, typed) {
      desk.change(setToken(desk.file, name, scheme, next as never), of, typed);
      if (type === 'color') desk.tell(name, scheme);
    },
  });
  switch (type) {
    case 'color':
      return colorControl(desk, { ...common<Color>(value), translucent });
    case 'dimension':
      return dimensionControl(desk, { ...common<Dimension>(value), least, most });
    case 'fontFamily':
      return fontControl(desk, common<readonly string[]>(value));
    case 'fontWeight':
      return numberControl(desk, { ...common<number>(value), least: 100, most: 900, step: 50 });
    case 'shadow':
      return shadowControl(desk, common<readonly Shadow[]>(value));
    default:
      return numberControl(desk, { ...common<number>(value), least, most, step: (most - least) / 100 });
  }
}

/** Default, its own, or a token of the palette: detach, reset and point are one choice. */
function sourceView(
  desk: Desk,
  name: TokenName,
  label: string,
  scheme: Scheme,
  { path, alias, value }: Standing,
): unknown {
  const { words, file, palette, change } = desk;
  const known = palette.filter(({ type }) => type === ruleOf(name).type);
  const isInherited = path?.length === 0;
  const now = alias !== undefined ? `{${alias}}` : isInherited ? 'inherited' : path ? 'own' : 'default';
  const { sources } = words;
  const options: [string, string][] = [
    ...(isInherited
      ? [['inherited', sources.inherited] as [string, string]]
      : [['default', sources.default] as [string, string]]),
    ['own', sources.own],
    ...known.map(({ key }) => [`{${key}}`, key] as [string, string]),
  ];
  // It may point at what has another type, or at a part of a token.
  if (alias !== undefined && !known.some(({ key }) => key === alias)) options.push([`{${alias}}`, alias]);
  const take = (next: string) => {
    if (next === 'default') change(resetToken(file, name, scheme));
    else if (next === 'own') change(setToken(file, name, scheme, value));
    else if (next !== now && next.startsWith('{')) change(setAlias(file, name, scheme, next.slice(1, -1)));
  };
  const target = palette.find(({ key }) => key === alias);
  return html`<div class="source">
    ${choose(`${idOf(name, scheme)}-source`, fill(words.source, { token: label }), options, now, take, true)}
    ${
      target && valueAt(file, target.path) !== undefined
        ? html`<button class="quiet" @click=${() => desk.focus(target.path)}>
            ${fill(words.atPalette, { name: target.key })}
          </button>`
        : nothing
    }
    ${errorAt(desk, idOf(name, scheme))}
  </div>`;
}

function contrastView(desk: Desk, name: TokenName, label: string, scheme: Scheme): unknown {
  const { words, theme, file, change } = desk;
  const pairs = pairsOf(theme, scheme, name);
  if (!pairs.length) return nothing;
  const isOwnBad = pairs.some(({ token, level }) => token === name && level === 'fail');
  const nearest = isOwnBad ? nearestPassing(theme, scheme, name) : undefined;
  return html`<ul class="pairs">
      ${pairs.map(
        (pair) =>
          html`<li class=${pair.level}>
            <span>${pairText(desk, pair)}</span> <strong>${levelText(desk, pair)}</strong>
          </li>`,
      )}
    </ul>
    ${
      nearest
        ? html`<button
            class="quiet"
            aria-label=${fill(words.nearestNamed, { token: label, colour: colorText(nearest) })}
            @click=${() => change(setToken(file, name, scheme, nearest))}
          >
            ${words.nearest} <code dir="ltr">${colorText(nearest)}</code>
          </button>`
        : nothing
    }`;
}

export const pairText = (desk: Desk, { token, against, ratio }: Pair): string =>
  fill(desk.words.pair, {
    token: labelOf(desk, token, token),
    against: labelOf(desk, against, against),
    ratio: number(desk.tag, ratio),
  });

export const levelText = ({ words, tag }: Desk, { level, needed }: Pair): string =>
  level === 'fail' ? fill(words.fails, { needed: number(tag, needed) }) : fill(words.passes, { level });
