import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { accessibilityFaults } from '../support/accessibility.js';
import { atBrowser } from '../support/at-browser.js';
import { desk, picture, sideways } from '../support/browser.js';
import { type Demo, freshDemo } from '../support/demo.js';

/** One person at a browser of their own, and the steps of a journey. */
export interface Person {
  readonly page: Page;
  /** Goes to an address as the person who has logged in. */
  go(path: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  follow(name: string | RegExp): Promise<void>;
  main(): Promise<string>;
  /** The end of the journey: a screenshot, no fault of accessibility, nothing that scrolls sideways. */
  stands(name: string): Promise<void>;
}

/** The demo municipality with a browser, for the journeys of a file. */
export function stage() {
  let demo: Demo;
  const at = atBrowser(freshDemo, (fresh) => {
    demo = fresh;
  });

  /** Somebody logs in by the demo's list of people; null is the public. */
  const as = async (login: string | null, options: BrowserContextOptions = desk): Promise<Person> => {
    const page = await at.page(options);
    const go = async (path: string) => {
      await page.goto(demo.base + path);
    };
    await go(login === null ? '/' : `/demo/login?user=${login}`);
    return {
      page,
      go,
      press: (name) => page.getByRole('button', { name }).first().click(),
      follow: (name) => page.getByRole('link', { name }).first().click(),
      main: () => page.locator('main').innerText(),
      stands: async (name) => {
        await picture(page, name);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await sideways(page)).toBeLessThanOrEqual(0);
      },
    };
  };
  return { as, demo: () => demo };
}

export const form = ({ page }: Person, command: string): Locator => page.locator(`#k-${command}`);

/**
 * Opens the part of the page that a form stands in, fills it in and sends it, by its first button where no other is named. A part of the form of the next
 * step has no button of its own: the form is saved.
 */
export async function does(person: Person, command: string, fill: (at: Locator) => Promise<void>, button?: string): Promise<void> {
  const at = form(person, command);
  if (!(await at.isVisible())) await person.page.locator('details', { has: at }).locator('summary').first().click();
  await fill(at);
  const own = (await at.locator('button').count()) > 0;
  if (!own) await form(person, 'Step').getByRole('button', { name: SAVE }).click();
  else await (button === undefined ? at.locator('button').first() : at.getByRole('button', { name: button })).click();
}

const SAVE = 'Spara, fortsätt sedan';

/** Chooses the option that begins with the text. */
export async function chooses(list: Locator, wanted: RegExp): Promise<void> {
  const label = (await list.locator('option').allInnerTexts()).find((text) => wanted.test(text));
  if (label === undefined) throw new Error(`no choice is like ${wanted.source}`);
  await list.selectOption({ label });
}
