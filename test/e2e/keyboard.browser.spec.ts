import type { Page } from 'playwright-core';
import { type Api, freshApi } from '../support/api.js';
import { atBrowser } from '../support/at-browser.js';
import { picture } from '../support/browser.js';
import { people } from '../support/scenario.js';

let api: Api;
let page: Page;

const at = atBrowser(freshApi, (fresh) => {
  api = fresh;
});

interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** The form of the element: its id, or its address. */
  readonly form: string;
  /** In the card of the next step, beside what happened. */
  readonly isNext: boolean;
  readonly isSeen: boolean;
}

/** The focused element, which must be visible (WCAG 2.4.7). */
const focused = (): Promise<Focused> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    return { tag: at.tagName, type: at.type ?? '', name: at.name ?? '', value: at.value ?? '', text: at.textContent.trim(), form: at.closest('form')?.id || (at.closest('form')?.getAttribute('action') ?? ''), isNext: at.closest('.next') !== null,
      isSeen: at === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none' };
  })()`) as Promise<Focused>;

/** Presses Tab until the element has the focus. */
async function tabTo(is: (at: Focused) => boolean, what: string): Promise<Focused> {
  for (let n = 0; n < 250; n += 1) {
    const at = await focused();
    if (at.tag !== 'BODY' && is(at)) {
      expect([what, at.isSeen]).toEqual([what, true]);
      return at;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never came to ${what}`);
}

const press = async (key: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
};

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Fills in the fields of the form in the order of Tab, and sends it. */
async function fill(form: string, answers: Answers): Promise<void> {
  const left = new Set(Object.keys(answers));
  for (let n = 0; n < 120; n += 1) {
    const at = await focused();
    if (at.form === form && at.tag === 'BUTTON' && left.size === 0) return press('Enter');
    const answer = at.form === form && left.has(at.name) ? answers[at.name] : undefined;
    if (answer !== undefined && (await answered(at, answer))) left.delete(at.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`not answered in ${form}: ${[...left].join(', ')}`);
}

/** Fills in one field by keys alone; false where more choices of it follow. */
async function answered(at: Focused, answer: string | readonly string[]): Promise<boolean> {
  if (at.type === 'checkbox') {
    if (answer.includes(at.value)) await page.keyboard.press('Space');
    return at.value === [...answer].at(-1);
  }
  if (at.type === 'radio') {
    await page.keyboard.press('Space');
    for (let n = 0; n < 20 && (await focused()).value !== answer; n += 1) await page.keyboard.press('ArrowDown');
  } else if (at.tag === 'SELECT') {
    for (let n = 0; n < 40 && (await focused()).value !== answer; n += 1) await page.keyboard.press('ArrowDown');
  } else if (at.type === 'date') await typeDate(String(answer));
  else await page.keyboard.type(String(answer));
  return at.tag === 'SELECT' || at.type === 'radio' ? (await focused()).value === answer : true;
}

/** Year, month and day in the order that the browser's own language has them. */
async function typeDate(day: string): Promise<void> {
  const [year, month, date] = day.split('-') as [string, string, string];
  for (const parts of [
    [year, month, date],
    [month, date, year],
    [date, month, year],
  ]) {
    for (const part of parts) {
      await page.keyboard.type(part);
      if (part === year) await page.keyboard.press('ArrowRight');
    }
    if ((await focused()).value === day) return;
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowLeft');
  }
  throw new Error(`the date could not be typed: ${(await focused()).value}`);
}

const soon = (): string => new Date(api.core.clock.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);

/** The values for the form of each command. */
const answers = (command: string, stage: string): Answers => {
  const all: Readonly<Record<string, Answers>> = {
    ClassifyCase: { categories: ['serviceDelivery'], lawAreas: ['SoL'] },
    AnswerTriage: { danger: 'false', irregularity: 'no', careInjury: 'no' },
    GiveFeedback: stage === 'received' ? { what: 'confirmation', method: 'phone' } : { what: 'answer', method: 'letter', text: 'Vi ber om ursäkt.' },
    AssignCase: { person: people.manager.person as string },
    AnswerConflict: { answer: 'none' },
    MakeEntry: { nature: 'fact', by: 'staff', text: 'Besöket föll bort ur planeringen.' },
    FindCause: { area: 'routines', level: 'unit', text: 'Ingen kontroll vid byte av schema.' },
    CompleteInvestigation: {},
    DecideOutcome: { complaintOutcome: 'deficiency', reasons: 'Besöket uteblev.' },
    PlanAction: { what: 'Dubbelkontroll av schemat.', area: 'routines', horizon: 'shortTerm', dueAt: soon(), howJudged: 'Uteblivna besök räknas.' },
    DecideIvo: { notify: 'notApplicable', reasons: 'Ett enstaka besök, ingen fara.' },
    JudgeEffect: { effect: 'yes', evidence: 'Inga uteblivna besök på en månad.' },
  };
  return { ...all[command], ...(command === 'AnswerTriage' ? { danger: 'no' } : {}) };
};

test('R-021 R-026 keyboard only: from the report of what somebody complained of, through the list and the stages, each by its form, to closed', async () => {
  page = await at.as('carer', '/rapportera/klagomal');
  await fill('/rapportera/klagomal', {
    unit: 'afs-norra',
    what: 'Ingen kom på kvällen.',
    opinionType: 'complaint',
    source: 'serviceUserOrGuardian',
    handledAtOnce: 'false',
  });
  const number = /KLA-\d{4}-\d{4}/.exec(await page.locator('main').innerText())?.[0] ?? '';
  await api.caughtUp();
  await page.goto(`${api.base}/demo/login?user=manager`);
  await page.goto(`${api.base}/arenden`);
  const id = (await api.get(`/api/cases?q=${number}`, 'manager')).body.items[0].id as string;
  await tabTo(({ tag, text }) => tag === 'A' && text.includes(number), 'the case in the list');
  await press('Enter');
  const stages: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    const { stage } = (await api.get(`/api/cases/${id}`, 'manager')).body as { stage: string };
    stages.push(stage);
    await picture(page, `tangentbord-${stages.length}-${stage}`);
    if (stage === 'closed') break;
    // Each lack leads to its field; the button leads to the form that holds them all.
    for (const href of await page.locator('.next .missing a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
      expect([href, await page.locator(href).count()]).toEqual([href, 1]);
    await tabTo(({ tag, text, isNext }) => tag === 'A' && isNext && text === 'Fyll i det som saknas', 'the form of the next step');
    await page.keyboard.press('Enter');
    const parts = await page.locator('#k-Step input[name="Step._part"]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    await fill('k-Step', Object.fromEntries(parts.flatMap((part) => Object.entries(answers(part, stage)).map(([name, value]) => [`${part}.${name}`, value]))));
    if ((await page.title()).startsWith('Fel: ')) throw new Error(`${stage}: ${await page.locator('.ds-error-summary').innerText()}`);
  }
  expect(stages).toEqual(['received', 'investigating', 'assessing', 'feedback', 'followUp', 'closed']);
  expect(await page.locator('.next').innerText()).toContain('Avslutat');
});
