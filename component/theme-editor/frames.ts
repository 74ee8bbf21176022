import { createStage, type Look, type Stage } from './stage.ts';

/** As wide as the prompt's window is, and as high; what there is room for is drawn smaller. */
const sizes = { wide: [500, 480], narrow: [320, 560] } as const;

/**
 * Pictures in frames: a frame is a window of its own, so that what depends on the window's size is as it would be
 * there. None of them can be used.
 */
export function createFrames() {
  const stages = new WeakMap<HTMLIFrameElement, Stage>();
  const looks = new WeakMap<HTMLIFrameElement, Look>();
  const sheets = new WeakMap<Document, true>();
  const fitting = new ResizeObserver((entries) => {
    for (const { target } of entries) fit(target as HTMLElement);
  });

  function fit(box: HTMLElement) {
    const frame = box.querySelector('iframe');
    if (!frame) return;
    const [width] = sizes[frame.dataset.size as 'wide'] ?? sizes.wide;
    box.style.setProperty('--scale', String(Math.min(1, box.clientWidth / width)));
  }

  function draw(frame: HTMLIFrameElement, look: Look, isNarrow: boolean) {
    const name = isNarrow ? 'narrow' : 'wide';
    const [width, height] = sizes[name];
    const box = frame.parentElement!;
    frame.dataset.size = name;
    box.style.setProperty('--width', `${width}px`);
    box.style.setProperty('--height', `${height}px`);
    fitting.observe(box);
    fit(box);
    looks.set(frame, look);
    if (stages.has(frame)) return stages.get(frame)!.draw(look);
    begin(frame);
    // Firefox puts another document into it a moment later.
    frame.addEventListener('load', () => begin(frame));
  }

  function begin(frame: HTMLIFrameElement) {
    const page = frame.contentDocument;
    if (!page?.body || sheets.has(page)) return;
    sheets.set(page, true);
    const { CSSStyleSheet: Sheet } = page.defaultView as typeof globalThis & Window;
    const sheet = new Sheet();
    sheet.replaceSync('html, body, body > div { block-size: 100%; margin: 0; overflow: hidden }');
    page.adoptedStyleSheets = [sheet];
    page.body.replaceChildren();
    const stage = createStage(page.body);
    stages.set(frame, stage);
    stage.draw(looks.get(frame)!);
  }

  return { draw, stop: () => fitting.disconnect() };
}
