/** One pixel. */
export const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const srgb = (...components: number[]) => ({ colorSpace: 'srgb', components });

export const px = (value: number) => ({ value, unit: 'px' });

/** A theme that uses all that there is. */
export const example = () => ({
  $schema: 'https://example.com/theme.schema.json',
  $description: 'A bank',
  palette: {
    $type: 'color',
    blue: { $value: srgb(0.05, 0.2, 0.6), $description: 'Of the brand' },
    sky: { $value: { colorSpace: 'oklch', components: [0.85, 0.1, 'none'], hex: '#a9c8ff' } },
    main: { $value: '{palette.blue}' },
    deep: { $root: { $value: srgb(0, 0, 0.1) } },
    curve: { $type: 'cubicBezier', $value: [0, 0, 1, 1] },
  },
  light: {
    accent: { $value: '{palette.main}' },
    surface: { $type: 'color', $value: srgb(1, 1, 1) },
    shadow: {
      $value: { color: '{palette.deep.$root}', offsetX: px(0), offsetY: px(8), blur: px(24), spread: px(0) },
    },
  },
  dark: {
    accent: { $ref: '#/palette/sky/$value' },
    surface: { $value: '{palette.deep.$root}' },
    'on-accent': { $value: srgb(0, 0, 0.1) },
    shadow: {
      $value: [
        {
          color: { ...srgb(0, 0, 0), alpha: 0.5 },
          offsetX: px(0),
          offsetY: px(2),
          blur: px(4),
          spread: px(0),
        },
      ],
    },
  },
  both: {
    alert: { $value: { $ref: '#/palette/blue/$value' } },
    radius: { $value: { value: 0.5, unit: 'rem' } },
    font: { $type: 'fontFamily', $value: ['Inter', 'system-ui'] },
    'heading-weight': { $value: 'semi-bold' },
    'countdown-weight': { $value: 350 },
  },
  $extensions: {
    'org.example': { anything: [1] },
    'session-guard': {
      version: 1,
      name: 'Harbour Bank',
      texts: { de: { renew: 'Angemeldet bleiben', reasons: { expired: 'Die Zeit ist um.' } } },
      logo: { data: png, dark: png, alt: 'Harbour Bank', height: { value: 1.5, unit: 'rem' } },
    },
  },
});
