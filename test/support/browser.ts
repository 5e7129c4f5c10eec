import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

/** Chromium as apt-get has it. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args });

/** A desk, and a phone of the common kind. */
export const desk = { locale: 'sv-SE', viewport: { width: 1200, height: 800 } } as const satisfies BrowserContextOptions;
export const phone = { locale: 'sv-SE', viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const satisfies BrowserContextOptions;

/** A picture to look at, where GENSVAR_PICTURES names a folder; never kept in git. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['GENSVAR_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
