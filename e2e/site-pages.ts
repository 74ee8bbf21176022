/** What a server that knows the session can write into its HTML. */
export interface Rendered {
  /** RFC 3339. */
  expiresAt: string;
  /** Seconds. */
  expiresIn: string;
  /** Who is signed in. */
  subject: string;
}

export type Attributes = Record<string, string | true | ((rendered: Rendered) => string)>;

export interface PageOptions {
  /** `strict`: no inline anything, and Trusted Types. */
  csp?: 'strict';
  cacheControl?: string;
  /** Cross-Origin-Opener-Policy of the page. */
  coop?: string;
  /** `lib`: the unbundled modules, as a site's own build would load them. */
  element?: 'standalone' | 'lib' | 'none';
  /** Gives the page `window.api`, a `fetch` whose replies the guard sees. */
  guardFetch?: boolean;
  /** Markup inside `<session-guard>`. */
  slotted?: string;
  /** Markup in place of the form. */
  content?: string;
}

export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types session-guard',
].join('; ');

/** The default of `attributes`: a page that can look, renew and sign in. */
export const everything: Attributes = {
  'session-url': '/api/session',
  'renew-url': '/api/session/renew',
  'sign-in-url': '/signin',
};

const importMap = {
  imports: {
    lit: '/node_modules/lit/index.js',
    'lit/': '/node_modules/lit/',
    'lit-html': '/node_modules/lit-html/lit-html.js',
    'lit-html/': '/node_modules/lit-html/',
    'lit-element': '/node_modules/lit-element/index.js',
    'lit-element/': '/node_modules/lit-element/',
    '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
    '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
  },
};

export const appScript = `
import { guardFetch } from '/dist/lib/component/guard-fetch.js';
window.api = guardFetch((...args) => fetch(...args), document.querySelector('session-guard'));
`;

export function renderPage(guards: Attributes[], options: PageOptions, rendered: Rendered): string {
  const scripts = {
    standalone: '<script type="module" src="/dist/standalone.js"></script>',
    lib: `<script type="importmap">${JSON.stringify(importMap)}</script>
    <script type="module" src="/dist/lib/component/define.js"></script>`,
    none: '',
  };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page with work in it</title>
    ${scripts[options.element ?? 'standalone']}
    ${options.guardFetch ? '<script type="module" src="/app.js"></script>' : ''}
  </head>
  <body>
    <main>
      <h1>A page with work in it</h1>
      ${options.content ?? form}
      <p><a id="away" href="/other">Another page</a></p>
    </main>
    ${guards.map((guard) => renderGuard(guard, options, rendered)).join('\n    ')}
  </body>
</html>`;
}

const form = `<form action="/submitted" method="post">
        <p><label>Name <input id="name" name="name"></label></p>
        <p><label>Notes <textarea id="notes" name="notes"></textarea></label></p>
        <div id="rich" contenteditable="true" role="textbox" aria-label="Rich text"></div>
        <p><button id="save" type="submit">Save</button></p>
      </form>`;

function renderGuard(attributes: Attributes, options: PageOptions, rendered: Rendered): string {
  const text = Object.entries(attributes).map(([name, value]) => {
    const given = typeof value === 'function' ? value(rendered) : value;
    return given === true ? ` ${name}` : ` ${name}="${escape(given)}"`;
  });
  return `<session-guard${text.join('')}>${options.slotted ?? ''}</session-guard>`;
}

export function renderPlain(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${title}</title></head>
  <body><h1>${title}</h1>${body}</body>
</html>`;
}

/** Anybody may sign in; one password is wrong. */
export function renderSignIn(back = '', error = ''): string {
  return renderPlain(
    'Sign in',
    `<p id="error">${error}</p>
    <form method="post" action="/signin">
      <input type="hidden" name="return_to" value="${escape(back)}">
      <p><label>Name <input id="subject" name="subject"></label></p>
      <p><label>Password <input id="password" name="password" type="password"></label></p>
      <button id="enter">Sign in</button>
    </form>`,
  );
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** A page under an idle timeout, whose server also says that no session lives longer than an hour. */
export function idle(timeout: string): Attributes {
  return {
    'idle-timeout': timeout,
    'expires-in': '3600',
    'renew-url': '/api/session/renew',
    'sign-in-url': '/signin',
  };
}
