import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.js';
import { picture } from './browser.js';

/** The faults of the page, at two widths: what axe finds, what scrolls sideways, codes without a label. */
export async function faultsOf(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [1200, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const at = `${width} ${name}`;
    found.push(...(await accessibilityFaults(page)).map((fault) => `${at} ${fault}`));
    const sideways = (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number;
    if (sideways > 0) found.push(`${at} scrolls sideways ${sideways}px`);
    // An address of mail and the sign of a kilobyte are written so.
    const words = (await page.locator('main').innerText()).replaceAll(/\S+@\S+|\bkB\b/g, '');
    const codes = words.match(/\b[a-z]+[A-Z][A-Za-z]*\b|\b(undefined|null|NaN)\b|[0-9a-f]{8}-[0-9a-f]{4}-/g) ?? [];
    found.push(...codes.map((code) => `${at} shows ${code}`));
    await picture(page, `${name}-${width}`);
  }
  return found;
}
