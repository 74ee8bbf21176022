import { prompt } from '../locales/en.json';
import { logoLimits } from './read-logo.ts';
import type { ThemeTexts } from './theme.ts';
import { hasSchemes, ruleOf, tokenNames, type TokenName, type TokenRule } from './tokens.ts';
import { colorSpaces, fontWeights, most, shadowLimits, type Range } from './values.ts';

type Schema = Record<string, unknown>;

const text = { type: 'string' };
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const object = (properties: Schema, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
/** A value, or where one is to be found. */
const orAlias = (schema: Schema): Schema => ({ anyOf: [schema, ref('alias'), ref('pointer')] });
const oneOrMore = (schema: Schema, maxItems: number): Schema => ({
  anyOf: [schema, { type: 'array', minItems: 1, maxItems, items: orAlias(schema) }],
});
const inRange = ({ least, most: top, open }: Range): Schema => ({
  type: 'number',
  minimum: least,
  [open ? 'exclusiveMaximum' : 'maximum']: top,
});

/** The schema for editors. It tells shapes and ranges; what aliases lead to, only `readTheme` knows. */
export function themeSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A theme of session-guard',
    description:
      'A Design Tokens file (2025.10) with three groups of our own, and whatever a team has beside them.',
    type: 'object',
    properties: {
      $schema: text,
      $description: text,
      $type: text,
      $deprecated: { type: ['boolean', 'string'] },
      $root: ref('anyToken'),
      light: group('Colours and shadows on light pages', hasSchemes),
      dark: group('Colours and shadows on dark pages', hasSchemes),
      both: group('All that is the same in light and dark', () => true),
      $extensions: { type: 'object', properties: { 'session-guard': extension() } },
    },
    patternProperties: { '^[^${}.][^{}.]*$': { type: 'object' } },
    additionalProperties: false,
    $defs: {
      alias: {
        type: 'string',
        pattern: '^\\{[^{}]+\\}$',
        description: 'A token of this file: {group.token}',
      },
      pointer: object({ $ref: { type: 'string', pattern: '^#/' } }, ['$ref']),
      anyToken: { type: 'object' },
      ...valueSchemas(),
    },
  };
}

function group(description: string, holds: (name: TokenName) => boolean): Schema {
  const tokens = tokenNames.filter(holds).map((name) => [name, tokenSchema(ruleOf(name))]);
  return {
    description,
    type: 'object',
    properties: {
      $type: text,
      $description: text,
      $deprecated: { type: ['boolean', 'string'] },
      $extends: text,
      $extensions: { type: 'object' },
      ...Object.fromEntries(tokens),
    },
    additionalProperties: false,
  };
}

function tokenSchema({ type, about, css, least, most: top }: TokenRule): Schema {
  const limits = least === undefined ? '' : `, ${least}px to ${top}px`;
  const usual = typeof css === 'string' ? css : `${css[0]} in light, ${css[1]} in dark`;
  return {
    description: `${about}${limits}. Default: ${usual}`,
    ...object({
      $type: { const: type },
      $value: orAlias(ref(type)),
      $ref: text,
      $description: text,
      $deprecated: { type: ['boolean', 'string'] },
      $extensions: { type: 'object' },
    }),
    oneOf: [{ required: ['$value'] }, { required: ['$ref'] }],
  };
}

function valueSchemas(): Schema {
  const member = orAlias(ref('dimension'));
  const lengths = Object.keys(shadowLimits);
  return {
    color: {
      ...object(
        {
          colorSpace: { enum: Object.keys(colorSpaces) },
          components: { type: 'array', minItems: 3, maxItems: 3 },
          alpha: { type: 'number', minimum: 0, maximum: 1 },
          hex: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
        },
        ['colorSpace', 'components'],
      ),
      allOf: Object.entries(colorSpaces).map(([name, ranges]) => ({
        if: { properties: { colorSpace: { const: name } } },
        then: {
          properties: {
            components: {
              prefixItems: ranges.map((range) => ({
                anyOf: [inRange(range), { const: 'none' }, ref('pointer')],
              })),
            },
          },
        },
      })),
    },
    dimension: object({ value: { type: 'number' }, unit: { enum: ['px', 'rem'] } }, ['value', 'unit']),
    fontFamily: oneOrMore({ type: 'string', minLength: 1, maxLength: most.fontName }, most.fonts),
    fontWeight: { anyOf: [{ enum: Object.keys(fontWeights) }, inRange({ least: 1, most: 1000 })] },
    number: { type: 'number' },
    shadow: oneOrMore(ref('oneShadow'), most.shadows),
    oneShadow: object(
      {
        color: orAlias(ref('color')),
        ...Object.fromEntries(lengths.map((name) => [name, member])),
        inset: { type: 'boolean' },
      },
      ['color', ...lengths],
    ),
  };
}

function extension(): Schema {
  const image = { type: 'string', pattern: '^data:image/(png|jpeg|webp);base64,' };
  const maxLength = Math.ceil((logoLimits.bytes / 3) * 4) + 30;
  return object(
    {
      version: { const: 1 },
      name: { type: 'string', minLength: 1, maxLength: 80 },
      texts: {
        description: 'Words of your own, by language tag',
        type: 'object',
        additionalProperties: textsSchema(prompt),
      },
      logo: object(
        {
          data: { ...image, maxLength },
          dark: { ...image, maxLength },
          alt: { type: 'string', minLength: 1, maxLength: logoLimits.alt },
          height: orAlias(ref('dimension')),
        },
        ['data', 'alt'],
      ),
    },
    ['version'],
  );
}

const textsSchema = (english: ThemeTexts): Schema =>
  object(
    Object.fromEntries(
      Object.entries(english).map(([name, model]) => [
        name,
        typeof model === 'string'
          ? { type: 'string', maxLength: 300, description: model }
          : textsSchema(model),
      ]),
    ),
  );
