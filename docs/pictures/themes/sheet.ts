import type { Browser } from 'puppeteer-core';

export interface Tile {
  caption: string;
  png: Uint8Array;
  /** How large it is drawn; its own size where nothing is said. */
  width?: number;
}

export interface Sheet {
  title: string;
  about: string;
  rows: Tile[][];
}

/** One picture of many, each row as long as it is. */
export async function composeSheet(browser: Browser, { title, about, rows }: Sheet): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>
      <h1>${escape(title)} <small>${escape(about)}</small></h1>
      ${rows.map((row) => `<section>${row.map(tile).join('')}</section>`).join('')}`);
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    const { width, height } = await page.evaluate(() => {
      const { width, height } = document.documentElement.getBoundingClientRect();
      return { width: Math.ceil(width), height: Math.ceil(height) };
    });
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    return await page.screenshot();
  } finally {
    await page.close();
  }
}

function tile({ caption, png, width }: Tile): string {
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const size = width === undefined ? '' : ` width="${width}"`;
  return `<figure><img src="${source}"${size}><figcaption>${escape(caption)}</figcaption></figure>`;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const style = `
  :root { inline-size: max-content; background: #e4e6ea; color: #2b3038; font: 15px/1.4 sans-serif; }
  body { margin: 16px; }
  h1 { margin: 0 0 12px; font-size: 26px; }
  small { margin-inline-start: 12px; font-size: 15px; font-weight: 400; }
  section { display: flex; gap: 12px; margin-block-end: 12px; }
  figure { margin: 0; }
  img { display: block; }
`;
