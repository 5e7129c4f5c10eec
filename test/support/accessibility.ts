import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const swedish = readFileSync(require.resolve('axe-core/locales/sv.json'), 'utf8');

/**
 * What axe finds on the page, by rule, place and its Swedish message; never the text of the page. Targets of 24 px (WCAG 2.2) are checked
 * too. Reduced in the page itself: axe's whole result is megabytes, and transferring it blocked this process, and every lease in it, for
 * seconds.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return (await page.evaluate(
    `axe.configure({ locale: ${swedish} }),
     axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
       .then(({ violations }) => violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' ') + ' (' + help + ')')))`,
  )) as readonly string[];
}

/** How far the page is wider than what shows it, in pixels; 0 is what reflow asks for (WCAG 1.4.10). */
export const sideways = async (page: Page): Promise<number> =>
  (await page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth')) as number;

/** Places where text is cut off by a frame that does not scroll; what is out of sight on purpose is left out. */
export const cutOff = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(`[...document.querySelectorAll('body *')].filter((el) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(el);
    const cuts = (how) => how === 'hidden' || how === 'clip';
    if (clipPath !== 'none' || el.closest('svg, .out-of-sight')) return false;
    return (cuts(overflowX) && el.scrollWidth > el.clientWidth + 1) || (cuts(overflowY) && el.scrollHeight > el.clientHeight + 1);
  }).map((el) => el.tagName.toLowerCase() + (el.className ? '.' + el.className : ''))`)) as readonly string[];

/** What a reader may set for themselves (WCAG 1.4.12). The page must be opened with its content policy aside. */
export const spaceText = (page: Page) =>
  page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`,
  });

/** Each Tab looks at where the one before led to: by then it is drawn and in view. One message to the page for a stop, where two took half of the time. */
const LOOK = `(() => {
  const look = () => {
    const el = document.activeElement;
    if (el === null || el === document.body || el.tagName === 'MAIN') return;
    const { outlineStyle, outlineWidth } = getComputedStyle(el);
    const { width, height, top, bottom, left, right } = el.getBoundingClientRect();
    const name = el.tagName.toLowerCase() + (el.id ? '#' + el.id : '') + (el.className ? '.' + el.className : '');
    const shown = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    window.stops.add(el);
    if (!shown || !inView) window.unseen.add(name + (shown ? ' out of view' : ' shows no focus'));
  };
  window.stops = new Set();
  window.unseen = new Set();
  if (window.look === undefined) addEventListener('keydown', () => window.look(), { capture: true });
  window.look = look;
})()`;

/**
 * Goes through the page by Tab, and names what takes the focus without showing it, or out of view (WCAG 2.1.1, 2.4.7, 2.4.11).
 * @param most how many stops to look at: a long table's links are of one kind
 * @param from where to begin: `page` with what stands above the content, the same on every page of a person, or `main`
 */
export async function unseenFocus(page: Page, most: number, from: 'page' | 'main'): Promise<readonly string[]> {
  await page.evaluate(LOOK);
  if (from === 'main') await page.evaluate("document.querySelector('main').focus()");
  for (let stop = 0; stop < most; stop += 1) await page.keyboard.press('Tab');
  const { stops, faults } = (await page.evaluate('look(), ({ stops: stops.size, faults: [...unseen] })')) as {
    readonly stops: number;
    readonly faults: readonly string[];
  };
  return stops === 0 ? [...faults, 'nothing takes the focus'] : faults;
}
