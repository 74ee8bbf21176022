// Draws the extension's icons: `npx tsx scripts/icons.ts` writes extension/icons/*.png from icon.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from '../e2e/browser.ts';

const folder = new URL('../extension/icons/', import.meta.url);
const svg = readFileSync(new URL('icon.svg', folder), 'utf8');
const browser = await launchChromium();
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  writeFileSync(new URL(`${size}.png`, folder), await page.screenshot({ omitBackground: true }));
}
await browser.close();
