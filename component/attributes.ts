import type { PropertyDeclaration } from '@lit/reactive-element';

/** What the server rendered. Setting the same value again is a new reading. */
export const statements = ['expires-at', 'expires-in', 'absolute-expires-at'];

const flags = ['no-expiry', 'headless', 'protect-drafts', 'title-countdown'];

/** Every attribute that a site sets; each is also a property, the same name in camelCase. */
export const attributes = [
  ...statements,
  ...flags,
  ...['idle-timeout', 'session-url', 'expires-at-path', 'expires-at-unit', 'warn-before', 'keep-fresh'],
  ...['renew-url', 'renew-method', 'renew-path', 'renew-by', 'csrf-from', 'csrf-header', 'ended-statuses'],
  ...[
    'session-name',
    'subject',
    'sign-in-url',
    'sign-in-target',
    'return-param',
    'return-origins',
    'sign-out-url',
    'restart-url',
    'notice-before',
    'on-expire',
    'observe-origins',
  ],
];

export const toProperty = (attribute: string): string =>
  attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A property's attribute; other names (a JSON member's, say) stay as they are. */
export const toAttribute = (property: string): string =>
  attributes.find((attribute) => toProperty(attribute) === property) ?? property;

const declaration = (attribute: string): PropertyDeclaration => ({
  attribute,
  ...(flags.includes(attribute) && { type: Boolean }),
  ...(statements.includes(attribute) && { hasChanged: () => true }),
});

/** Lit's declarations, made from the list; `fetch` is the one property without an attribute. */
export const properties: Record<string, PropertyDeclaration> = {
  fetch: { attribute: false },
  ...Object.fromEntries(attributes.map((attribute) => [toProperty(attribute), declaration(attribute)])),
};
