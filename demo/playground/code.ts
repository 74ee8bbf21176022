import type { State } from './state.ts';

/** One piece of code to copy. */
export interface Piece {
  id: string;
  title: string;
  /** When it is needed, in a line. */
  about: string;
  code: string;
}

const quoted = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The tag exactly as it is on the stage. */
export function elementCode(attributes: State['attributes']): string {
  const lines = Object.entries(attributes).map(([name, value]) =>
    value === '' ? name : `${name}="${quoted(value)}"`,
  );
  if (lines.length === 0) return '<session-guard></session-guard>';
  return ['<session-guard', ...lines.map((line) => `  ${line}`), '></session-guard>'].join('\n');
}

/** All that makes a site do what the stage does. `answered`: what the server last said to a look. */
export function codeFor(state: State, answered: string, direction: string): Piece[] {
  const { attributes } = state;
  const pieces: Piece[] = [
    {
      id: 'html',
      title: 'HTML',
      about: 'Anywhere in the page.',
      code: [pageTag(state, direction), scriptTag, elementCode(attributes)].filter(Boolean).join('\n'),
    },
  ];
  if ('session-url' in attributes)
    pieces.push({
      id: 'reply',
      title: 'What your server answers',
      about: 'To a look. This is what the one on this page says now.',
      code: `GET ${attributes['session-url']}\n\n${pretty(answered)}`,
    });
  pieces.push({
    id: 'headers',
    title: 'Headers',
    about: 'The strictest policy that it works under.',
    code: headersFor(attributes),
  });
  const script = scriptFor(state);
  if (script) pieces.push({ id: 'script', title: 'Script', about: 'For what is set above.', code: script });
  return pieces;
}

const scriptTag = '<script type="module" src="session-guard/standalone.js"></script>';

/** Only where it says something that the page has not by itself. */
function pageTag({ lang, scheme }: State, direction: string): string {
  const parts = [
    lang === 'en' ? '' : ` lang="${lang}"`,
    direction === 'rtl' ? ' dir="rtl"' : '',
    scheme === 'system' ? '' : ` style="color-scheme: ${scheme}"`,
  ].join('');
  return parts && `<html${parts}>`;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body || '(not asked yet)';
  }
}

const originOf = (url = '') => (/^https?:\/\/[^/?#]+/.exec(url) ?? [''])[0];

function headersFor(attributes: State['attributes']): string {
  const asked = [attributes['session-url'], attributes['renew-url']].map(originOf).filter(Boolean);
  const connect = ["'self'", ...new Set(asked)].join(' ');
  const states = 'expires-at' in attributes || 'expires-in' in attributes;
  return [
    states ? 'Cache-Control: no-store' : '',
    `Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src ${connect};`,
    "  require-trusted-types-for 'script'; trusted-types session-guard",
  ]
    .filter(Boolean)
    .join('\n');
}

function scriptFor({ attributes, theme }: State): string {
  const parts: string[] = [];
  if (theme)
    parts.push(
      `import { applyTheme } from 'session-guard/theme';\nimport theme from './${theme === 'own' ? 'theme' : theme}.json' with { type: 'json' };\napplyTheme(theme);`,
    );
  if ('idle-timeout' in attributes || 'observe-origins' in attributes || !('session-url' in attributes))
    parts.push(
      `import { guardFetch } from 'session-guard/fetch';\nconst api = guardFetch(fetch, document.querySelector('session-guard'));`,
    );
  if (attributes['renew-by'] === 'page')
    parts.push(
      `const guard = document.querySelector('session-guard');\nguard.addEventListener('session-guard-before-renew', async (event) => {\n  event.preventDefault();\n  const requestedAt = Date.now();\n  const reply = await fetch('/refresh', { method: 'POST' });\n  if (reply.ok) guard.start({ body: await reply.json(), requestedAt });\n});`,
    );
  return parts.join('\n\n');
}
