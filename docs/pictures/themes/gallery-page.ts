import { headOf, readTheme, themeNames } from './theme-files.ts';

export const pageFile = new URL('../../gallery.md', import.meta.url);

const intro = `# The gallery

Themes to take as they are, or to begin your own from. Each is one file in [\`shared/themes\`](../shared/themes), in light
and dark, with system fonts only; tests hold all of them to WCAG AA. A new one is one more file there, and
\`npm run pictures -- themes\`, which takes these pictures of real sessions in a real Chromium and writes this page.

${picture('overview', 'The warning in all themes, light and dark', 900)}

Each sheet has wider pictures at its head, one of them under forced colours; then seven phases at 320 pixels, in light, in
dark and from right to left. Behind the prompt is a page in the manner that the theme is for. Fonts are those of the machine
that took the pictures.
`;

/** One line for each theme, and its picture. */
export function galleryPage(): string {
  const lines = themeNames.map((name) => {
    const { title, about } = headOf(readTheme(name));
    return `
**[${title}](../shared/themes/${name}.json).** ${about}

${picture(name, `${title} in all phases`, 640)}
`;
  });
  return intro + lines.join('');
}

function picture(name: string, alt: string, width: number): string {
  return `<a href="gallery/${name}.png"><img src="gallery/${name}.png" width="${width}" alt="${alt}"></a>`;
}
