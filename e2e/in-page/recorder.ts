/** What a page reports to the story, in the order in which it happened. */
export interface Report {
  kind: string;
  /** Real epoch ms, whatever the page's clock was made to say. */
  at: number;
  /** Reflected on the element that the report is about. */
  phase: string | null;
  detail: unknown;
}

export interface Shown {
  dialog: boolean;
  modal: boolean;
  banner: boolean;
  /** Of the dialog, or the words of the banner that do not tick. */
  heading: string;
}

/** Runs in the page before any other script; sees only what the page's own scripts could see. */
export function recordEvents(bindingName: string): void {
  if (window !== window.top) return;
  const globals = window as unknown as Record<string, (report: string) => void>;
  const send = globals[bindingName];
  if (!send) return;
  delete globals[bindingName];
  const origin = performance.timeOrigin;
  const clock = performance.now.bind(performance);

  const report = (kind: string, phase: string | null, detail: unknown): void =>
    send(JSON.stringify({ kind, at: origin + clock(), phase, detail: detail ?? null }));

  const describe = (thrown: unknown): string =>
    thrown instanceof Error ? `${thrown}\n${thrown.stack}` : String(thrown);

  // Listening in the bubble phase proves that the events bubble and leave the shadow root.
  for (const name of [
    ...['change', 'warning', 'renewed', 'expired', 'ended', 'restored', 'problem'],
    ...['before-renew', 'before-sign-in'],
  ]) {
    window.addEventListener(`session-guard-${name}`, (event) => {
      const phase = event.target instanceof Element ? event.target.getAttribute('phase') : null;
      report(`session-guard-${name}`, phase, (event as CustomEvent<unknown>).detail);
    });
  }

  window.addEventListener('error', ({ error, message }) =>
    report('thrown', null, describe(error ?? message)),
  );
  window.addEventListener('unhandledrejection', ({ reason }) => report('thrown', null, describe(reason)));
  for (const kind of ['online', 'offline']) window.addEventListener(kind, () => report(kind, null, null));
  for (const kind of ['freeze', 'resume']) document.addEventListener(kind, () => report(kind, null, null));
  for (const kind of ['pageshow', 'pagehide']) {
    window.addEventListener(kind, (event) =>
      report(kind, null, { persisted: (event as PageTransitionEvent).persisted }),
    );
  }
  document.addEventListener('visibilitychange', () => report(document.visibilityState, null, null));
  document.addEventListener('securitypolicyviolation', (event) =>
    report('csp-violation', null, {
      directive: event.effectiveDirective,
      blocked: event.blockedURI,
      sample: event.sample,
    }),
  );

  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    if (this.localName !== 'session-guard') return root;
    let last = '';
    const tell = (): void => {
      const dialog = root.querySelector('dialog[open]');
      const banner = root.querySelector('[part~=banner]');
      const shown = {
        dialog: dialog?.checkVisibility() ?? false,
        modal: dialog?.matches(':modal') ?? false,
        banner: banner?.checkVisibility({ visibilityProperty: true }) ?? false,
        heading: (
          dialog?.querySelector('[part~=heading]')?.textContent ??
          banner?.getAttribute('aria-label') ??
          ''
        ).trim(),
      };
      const text = JSON.stringify(shown);
      if (text === last) return;
      last = text;
      report('shown', this.getAttribute('phase'), shown);
    };
    new MutationObserver(tell).observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    return root;
  };
}
