import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { accessibilityFaults, cutOff, sideways, spaceText, unseenFocus } from '../support/accessibility.js';
import { type Api, freshApi } from '../support/api.js';
import { openBrowser } from '../support/browser.js';
import { type State, statesOf } from '../support/every-state.js';

const wide = { width: 1200, height: 800 };
const phone = { width: 320, height: 640 };
/** The size of a window of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };
/** A4 within its margins, at 96 dpi. */
const paper = { width: 718, height: 1000 };

let api: Api;
let browser: Browser;
let states: readonly State[];
/** The faults, by kind of check: each page is opened once, and checked in all of them. */
const found: Record<string, string[]> = {};

beforeAll(async () => {
  api = await freshApi();
  browser = await openBrowser();
  states = await statesOf(api);
  await Promise.all([through({ bypassCSP: true }, lookAt), through({ javaScriptEnabled: false, viewport: phone }, lookWithoutScript)]);
}, 1_200_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
});

/** Opens every state, one person after the other. */
async function through(options: BrowserContextOptions, look: (page: Page, state: State, isFirst: boolean) => Promise<void>): Promise<void> {
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  let who: string | null | undefined;
  for (const state of states) {
    const isFirst = page === undefined || state.who !== who;
    if (page === undefined || isFirst) {
      await context?.close();
      context = await browser.newContext({ locale: 'sv-SE', viewport: wide, ...options });
      page = await context.newPage();
      who = state.who;
      if (who !== null) await page.goto(`${api.base}/demo/login?user=${who}`);
    }
    await page.goto(api.base + state.path);
    await state.act?.(page);
    await look(page, state, isFirst);
  }
  await context?.close();
}

async function lookAt(page: Page, state: State, isFirst: boolean): Promise<void> {
  const note = (way: string, faults: readonly string[]) => (found[way] ??= []).push(...faults.map((fault) => `${state.name}: ${fault}`));
  note('faults', state.faulty ? await toldOf(page) : []);
  note('tab', await unseenFocus(page, isFirst ? 30 : 15, isFirst ? 'page' : 'main'));
  note('wide', [...(await accessibilityFaults(page)), ...(await tooWide(page))]);
  await picture(page, state, 'bred');
  await page.emulateMedia({ forcedColors: 'active' });
  note('forced', await unseenFocus(page, 5, 'main'));
  await picture(page, state, 'kontrast');
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await page.setViewportSize(paper);
  note('print', [...(await tooWide(page)), ...((await page.locator('nav.menu').first().isVisible()) ? ['shows the menu'] : []), ...(await unprinted(page))]);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(phone);
  note('phone', [...(await accessibilityFaults(page)), ...(await tooWide(page))]);
  await picture(page, state, 'telefon');
  for (const width of [640, 768, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    note(
      'between',
      (await tooWide(page)).map((fault) => `at ${width} px ${fault}`),
    );
  }
  await page.setViewportSize(zoomed);
  note('zoomed', [...(await tooWide(page)), ...(await cutOff(page))]);
  await spaceText(page);
  note('spaced', [...(await tooWide(page)), ...(await cutOff(page))]);
  await page.setViewportSize({ width: 1000, height: 800 });
  note('spaced', await tooWide(page));
  await page.setViewportSize(wide);
  note('spaced', [...(await tooWide(page)), ...(await cutOff(page))]);
}

async function lookWithoutScript(page: Page, { name }: State): Promise<void> {
  const faults = await tooWide(page);
  const headings = await page.locator('h1').count();
  (found['bare'] ??= []).push(
    ...[
      ...faults,
      ...(headings === 1 ? [] : [`has ${headings} headings of the first level`]),
      ...((await page.title()).endsWith(' – Gensvar') ? [] : ['has no title of its own']),
      ...((await page.locator('html').getAttribute('lang')) === 'sv' ? [] : ['does not say its language']),
    ].map((fault) => `${name}: ${fault}`),
  );
}

/** Screenshots, where they are asked for; never in git. */
async function picture(page: Page, state: State, way: string): Promise<void> {
  const folder = process.env['GENSVAR_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${way}-${state.name.replaceAll(/[^\wåäöÅÄÖ-]+/g, '-')}.png`, fullPage: true });
}

async function tooWide(page: Page): Promise<readonly string[]> {
  let by = await sideways(page);
  // The window has just been resized: the layout follows within a frame or two, later on a busy machine.
  for (let tries = 0; by > 0 && tries < 10; tries += 1) {
    await page.waitForTimeout(200);
    by = await sideways(page);
  }
  return by > 0 ? [`scrolls sideways by ${by} px`] : [];
}

async function unprinted(page: Page): Promise<readonly string[]> {
  const words = (await page.evaluate('document.querySelector("main").innerText.trim().length')) as number;
  return words === 0 || !(await page.locator('h1').isVisible()) ? ['is empty on paper'] : [];
}

async function toldOf(page: Page): Promise<readonly string[]> {
  const faults = (await page.title()).startsWith('Fel: ') ? [] : ['the title does not say so'];
  for (const link of await page.locator('#fel a').all()) {
    const href = (await link.getAttribute('href')) ?? '';
    if (href.startsWith('#') && (await page.locator(href).count()) !== 1) faults.push(`${href} leads nowhere`);
  }
  if ((await page.evaluate('document.activeElement?.id')) !== 'fel') faults.push('the list of faults has no focus');
  return faults;
}

describe('Every page and state there is (DOS-lagen, WCAG 2.2 AA)', () => {
  test.each([
    ['axe finds nothing at 1200 px', 'wide'],
    ['axe finds nothing at 320 px, and nothing scrolls sideways (1.4.10)', 'phone'],
    ['at the widths of tablets and small windows nothing scrolls sideways', 'between'],
    ['at 400 % nothing scrolls sideways, and nothing is cut off (1.4.4, 1.4.10)', 'zoomed'],
    ['with the reader’s own spacing of text nothing is cut off or wider than the page, on screen or phone (1.4.12)', 'spaced'],
    ['by Tab everything shows that it has the focus, in view (2.1.1, 2.4.7, 2.4.11)', 'tab'],
    ['in forced colours the focus still shows (1.4.11)', 'forced'],
    ['on paper the heading and the words are there, what is pressed is not, and no line is wider than the paper', 'print'],
    ['without script every page is there, with one heading, a title and its language', 'bare'],
    ['a fault is said by title and list, the list has the focus, and each line of it leads to where it is mended (3.3.1, 3.3.3, 4.1.3)', 'faults'],
  ])('%s', (_, way) => {
    expect(found[way]).toEqual([]);
  });

  test('the list of them includes pages with faults, and those of every kind of user', () => {
    expect(states.length).toBeGreaterThan(45);
    expect(states.filter(({ faulty }) => faulty).length).toBeGreaterThan(4);
    expect(new Set(states.map(({ who }) => who)).size).toBeGreaterThan(6);
  });
});
