import type { Core } from '#case-service/core';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { logReviewType } from '#domain/logreview/index';
import { personActor } from '#domain/org/actor';
import { people } from './municipality.js';

const BOARD = 'namnd';
const DAY_MS = 86_400_000;

/** What was noted about a month, in days from the first start. The month is over well before `noted`. */
interface Told {
  readonly inMonth: number;
  readonly noted: number;
  readonly due: number;
  readonly result: { readonly verdict: 'noRemark' | 'remark'; readonly found: string };
  readonly isClosed: boolean;
}
const told: readonly Told[] = [
  {
    inMonth: -75,
    noted: -40,
    due: -38,
    result: { verdict: 'noRemark', found: 'Hela månadens stickprov. Alla hade en uppgift i ärendena som de öppnade.' },
    isClosed: true,
  },
  {
    inMonth: -40,
    noted: -3,
    due: 6,
    result: {
      verdict: 'remark',
      found: 'Hela månadens stickprov. Två åtkomster av en medarbetare som inte längre arbetar i enheten; chefen har inte svarat än.',
    },
    isClosed: false,
  },
];

/** The controls of the access log of two months: one closed without remark, one whose remark is open. Done once. */
export async function recordLogReviews({ records }: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const officer = people.find(({ posts }) => posts.some(({ role, unit }) => role === 'dso' && unit === BOARD));
  if (officer === undefined) throw new Error(`${BOARD} has no data protection officer`);
  const actor = personActor(officer.id, officer.posts);
  const instant = (days: number) => new Date(Date.parse(firstStart) + days * DAY_MS).toISOString();
  for (const [n, { inMonth, noted, due, result, isClosed }] of told.entries()) {
    const as = (what: string, days: number) => ({ commandId: uuidOf('demo', 'log review', n + 1, what), now: instant(days) });
    const planned = { type: 'PlanLogReview', unit: BOARD, month: stockholmDate(instant(inMonth)).slice(0, 7), due: stockholmDate(instant(due)) };
    const { id } = await records.create(actor, logReviewType, planned, as('planned', noted - 2));
    await records.execute(actor, logReviewType, id, { type: 'NoteResult', ...result, looked: 30 }, as('noted', noted));
    if (isClosed) await records.execute(actor, logReviewType, id, { type: 'CloseLogReview' }, as('closed', noted + 1));
  }
}
