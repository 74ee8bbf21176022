import { known, type Given, type Page, type Trait, type Traits } from './trait.ts';
import { inSeconds } from './values.ts';

/** Its end is in a cookie, so that only the page itself is peculiar. */
const page = (shows: string, more: (given: Given) => Page): Trait => ({
  shows,
  page: (given) => ({ ...more(given), cookies: [`ends=${inSeconds(given.session.expiresAt)}`] }),
  rules: () => ({ expiry: [{ from: 'cookie', name: 'ends', unit: 'epoch-s' }] }),
  expects: known,
});

const under = (policy: string, more: Record<string, string> = {}): (() => Page) => {
  const headers = { 'Content-Security-Policy': policy, ...more };
  return () => ({ body: '<p>A locked-down page.</p>', headers });
};

/** Pages that forbid what a prompt may want. None has a script of its own. */
export const policies: Traits = {
  'policy-none': page(
    'a page that may load and do nothing',
    under("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
  ),
  'policy-isolated': page(
    'a page that is isolated from other origins',
    under("default-src 'self'", {
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
    }),
  ),
  'policy-trusted-types': page(
    'a page that allows no Trusted Types policy at all',
    under("default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"),
  ),
  'policy-sandbox': page(
    'a page in a sandbox that still has its origin',
    under('sandbox allow-scripts allow-same-origin'),
  ),
  'policy-sandbox-bare': page(
    'a page in a sandbox that takes all: scripts, forms and its origin',
    under('sandbox'),
  ),
};

/** Pages that are busy with something else. */
export const busy: Traits = {
  'busy-dialog': page('a page with a modal dialog open', () => ({
    body: '<button id="behind">Behind</button><dialog id="own"><button id="inside">Inside</button></dialog>',
    script: `document.getElementById('own').showModal()`,
  })),
  'busy-popover': page('a page with a popover of its own open', () => ({
    body: '<div id="own" popover="manual">Its own</div>',
    script: `document.getElementById('own').showPopover()`,
  })),
  'busy-inert': page('a page that takes no clicks, as modal libraries leave it', () => ({
    head: '<style>body { pointer-events: none; overflow: hidden; } * { z-index: 0; }</style>',
    body: '<div inert><button>Nobody gets here</button></div>',
  })),
  'busy-top': page('a page with an element above all others', () => ({
    head: '<style>#above { position: fixed; inset: 0; z-index: 2147483647; background: #fff8; }</style>',
    body: '<div id="above">Above</div>',
  })),
  'busy-video': page('a page that plays a video', () => ({
    body: '<video id="video" width="64" height="64" muted playsinline></video>',
    script: `const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
      const context = canvas.getContext('2d');
      const video = document.getElementById('video');
      let shade = 0;
      setInterval(() => {
        context.fillStyle = 'hsl(' + (shade = (shade + 7) % 360) + ' 60% 50%)';
        context.fillRect(0, 0, 64, 64);
      }, 100);
      context.fillRect(0, 0, 64, 64);
      video.srcObject = canvas.captureStream(10);
      void video.play();`,
  })),
  'busy-form': page('a page with a form that holds what nobody saved', () => ({
    body: `<form><label>Note <textarea id="note"></textarea></label></form>`,
    script: `addEventListener('beforeunload', (event) => {
      if (document.getElementById('note').value) event.preventDefault();
    })`,
  })),
  'busy-quiet-form': page('a page with a form, and no question before it is left', () => ({
    body: `<form><label>Note <textarea id="note"></textarea></label></form>`,
  })),
};
