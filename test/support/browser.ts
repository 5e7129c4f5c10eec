import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

// Off: what the browser itself would ask of the outside world.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser for a spec; its path from the environment, otherwise where Debian installs it. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args });

/** A desktop window. */
export const desk: BrowserContextOptions = { locale: 'sv-SE', viewport: { width: 1200, height: 800 } };

/** A telephone. */
export const phone: BrowserContextOptions = { locale: 'sv-SE', viewport: { width: 360, height: 740 } };

/** A screenshot, where one is asked for; never in git. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['GENSVAR_PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** How much wider than the window the page is; 0 where nothing scrolls sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;
