import { ReactiveElement } from '@lit/reactive-element';
import { english, type Language } from '../prompt/texts.ts';
import type { Scheme, Theme } from '../../shared/theme/theme.ts';
import { createStage, type Stage } from './stage.ts';
import type { PhaseName } from './phases.ts';
import styles from './theme-picture.css?inline';
import { adopt } from '../sheets.ts';

/** How wide it is before it is made small. */
const pictured = 480;

/** A small true picture of a theme: half of it in the light, half in the dark. It is drawn once it is seen. */
export class ThemePicture extends ReactiveElement {
  static override properties = {
    theme: { attribute: false },
    language: { attribute: false },
    phase: { attribute: false },
    isSeen: { state: true },
  };

  declare theme?: Theme;
  declare language: Language;
  declare phase: PhaseName;
  declare private isSeen: boolean;
  private stages = new Map<Scheme, Stage>();
  private observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.isSeen = true;
  });
  private sizes = new ResizeObserver(() => this.fit());

  constructor() {
    super();
    this.language = english();
    this.phase = 'warning';
    this.isSeen = false;
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot;
    adopt(root, styles);
    return root;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
    this.sizes.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
    this.sizes.disconnect();
  }

  protected override update(changed: Map<PropertyKey, unknown>) {
    super.update(changed);
    const { theme, language, phase } = this;
    if (!this.isSeen || !theme) return;
    for (const scheme of ['light', 'dark'] as const) {
      const stage = this.stages.get(scheme) ?? createStage(this.half(scheme));
      this.stages.set(scheme, stage);
      stage.draw({ theme, scheme, phase, language });
    }
  }

  private fit() {
    this.style.setProperty('--scale', String(this.clientWidth / pictured));
  }

  private half(scheme: Scheme): HTMLElement {
    const half = document.createElement('div');
    half.className = scheme;
    return this.renderRoot.appendChild(half);
  }
}
