/**
 * Text of the prompt without enough contrast: also what is `aria-hidden` or `aria-disabled`, which axe leaves
 * out. Where colours are forced: colours that are not the system's, and controls that show no edge.
 */
export function findBadColours(): string[] {
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const root = document.querySelector('session-guard')!.shadowRoot!;
  const surface = root.querySelector<HTMLElement>('dialog[open], [part~=banner]')!;
  const found: string[] = [];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const read = (colour: string): Colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const mix = (over: Colour, under: Colour, share: number): Colour => [
    over[0] * share + under[0] * (1 - share),
    over[1] * share + under[1] * (1 - share),
    over[2] * share + under[2] * (1 - share),
    1,
  ];
  const lay = (over: Colour, under: Colour): Colour => mix(over, under, over[3]);
  const behind = (element: HTMLElement): Colour => {
    const own = read(getComputedStyle(element).backgroundColor);
    return element === surface ? own : lay(own, behind(element.parentElement!));
  };
  /** What a colour on the element looks like, through the opacity of all that it is in. */
  const seen = (colour: Colour, on: HTMLElement): Colour => {
    let result = lay(colour, behind(on));
    for (let at = on; at !== surface; at = at.parentElement!)
      result = mix(result, behind(at.parentElement!), Number(getComputedStyle(at).opacity));
    return result;
  };
  const light = ([red, green, blue]: Colour): number => {
    const part = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  const hasText = (element: HTMLElement): boolean =>
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()) ||
    // A slot has no box: its text is styled by what is around it.
    [...element.children].some((child) => child.localName === 'slot' && hasText(child as HTMLElement));
  const elements = [surface, ...surface.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element.checkVisibility() && !element.closest('[aria-live],[role=status],slot > slot'),
  );
  for (const element of elements.filter(hasText)) {
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const ratio = contrast(seen(read(color), element), seen([0, 0, 0, 0], element));
    if (ratio < (isLarge ? 3 : 4.5))
      found.push(`contrast ${ratio.toFixed(2)}: ${element.localName} "${element.innerText}"`);
  }
  const active = root.activeElement as HTMLElement | null;
  if (active?.matches(':focus-visible')) {
    const ratio = contrast(read(getComputedStyle(active).outlineColor), behind(surface));
    if (ratio < 3) found.push(`contrast ${ratio.toFixed(2)}: the ring around focus`);
  }
  if (!matchMedia('(forced-colors: active)').matches) return found;

  const probe = document.body.appendChild(document.createElement('i'));
  const names = [
    ...['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ActiveText', 'ButtonFace', 'ButtonText'],
    ...['ButtonBorder', 'Field', 'FieldText', 'Highlight', 'HighlightText', 'GrayText'],
  ];
  const system = new Set(
    names.map((name) => {
      probe.style.color = name;
      return read(getComputedStyle(probe).color).slice(0, 3).join();
    }),
  );
  probe.remove();
  for (const element of elements) {
    const style = getComputedStyle(element);
    const used = { color: style.color, background: style.backgroundColor, border: style.borderTopColor };
    for (const [what, colour] of Object.entries(used)) {
      const [red, green, blue, alpha] = read(colour);
      const isDrawn = alpha > 0 && (what !== 'border' || parseFloat(style.borderTopWidth) > 0);
      if (isDrawn && !system.has([red, green, blue].join()))
        found.push(`not a system colour: ${what} ${colour} of ${element.localName}`);
    }
  }
  for (const control of surface.querySelectorAll<HTMLElement>('a, button')) {
    const { borderTopStyle, borderTopColor, borderTopWidth } = getComputedStyle(control);
    const hasEdge =
      borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 && read(borderTopColor)[3] > 0;
    const isPlainLink = control.localName === 'a' && getComputedStyle(control).textDecorationLine !== 'none';
    if (!hasEdge && !isPlainLink) found.push(`no edge in forced colours: "${control.innerText}"`);
  }
  return found;
}
