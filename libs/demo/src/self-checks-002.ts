import type { Core } from '#case-service/core';
import type { CheckVerdict, Month } from '#domain/codes/self-checks';
import { uuidOf } from '#domain/ids';
import { atWorkingTime, daysBefore, stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { type SelfCheck, selfCheckType } from '#domain/selfcheck/index';
import { people } from './municipality.js';

interface Check002 {
  readonly process: string;
  readonly what: string;
  /** What the document calls it; those that it says were never carried out are so here, with its own word beside. */
  readonly assessment: Exclude<CheckVerdict, 'notDone'>;
  readonly wasMade: boolean;
  /** The document's words under Åtgärd. */
  readonly action: string;
  /** Which of the document's risks it watches, from 1. */
  readonly risk: number;
  /** In which months it is made from 2024 on: invented. */
  readonly months: readonly Month[];
}

const soon = (what: string, why: string, when = ''): string =>
  `Egenkontroll har ej kunnat genomföras${when}. Egenkontroll ${what} kommer att genomföras under 2024 i syfte att säkerställa att ${why}`;

/** The self-checks of one division as the quality report lists them (document 002, Egenkontroll, pages 16–17), in its own words. */
export const selfChecks002: readonly Check002[] = [
  {
    process: 's1',
    what: 'Kontroll av klagomål',
    assessment: 'notApproved',
    wasMade: true,
    action: 'Skapa en förvaltningsövergripande rutin för klagomål och synpunkter som ska implementeras i verksamheterna',
    risk: 1,
    months: ['03', '09'],
  },
  {
    process: 's1',
    what: 'Personalomsättning',
    assessment: 'approved',
    wasMade: true,
    action: 'Fortsatt arbete pågår för att förbättra arbetsmiljön',
    risk: 2,
    months: ['02', '08'],
  },
  { process: 'h2', what: 'Kontroll av rutiner', assessment: 'approved', wasMade: true, action: 'Ingen åtgärd', risk: 3, months: ['05'] },
  { process: 'h3', what: 'Är journal förd enligt riktlinjer', assessment: 'approved', wasMade: true, action: 'Ingen åtgärd', risk: 4, months: ['04', '10'] },
  {
    process: 'h6',
    what: 'Kontroll av att uppföljning sker enligt plan',
    assessment: 'notApproved',
    wasMade: false,
    action: soon('i form av kontroll av att uppföljning sker enligt plan', 'uppföljning sker enligt plan.'),
    risk: 6,
    months: ['11'],
  },
  {
    process: 'h6',
    what: 'Kontroll av dokumentation',
    assessment: 'notApproved',
    wasMade: false,
    action: soon('i form av kontroll av dokumentation', 'dokumentationen sker löpande under insatstiden.', ' under hösten'),
    risk: 5,
    months: ['01', '06'],
  },
  {
    process: 'h7',
    what: 'Egenkontroll av stöd till familjehem',
    assessment: 'notApproved',
    wasMade: false,
    action: soon('av stöd till familjehem', 'insatsen inte avslutas trots kvarstående stödbehov'),
    risk: 7,
    months: ['12'],
  },
];

const DIVISION = 'iof';
/** How the years after the document went, by turns: invented. */
const later: readonly { readonly verdict: CheckVerdict; readonly met: number; readonly of: number; readonly found?: string }[] = [
  { verdict: 'approved', met: 18, of: 20 },
  { verdict: 'notApproved', met: 13, of: 20, found: 'Flera saknar datum för nästa uppföljning.' },
  { verdict: 'approved', met: 28, of: 30 },
];

/**
 * Plans the seven checks for 2023 and gives the verdicts that the document gives. From 2024 on they are spread over the year and have been made as far
 * as the day of the first start; the last one's latest occasion is late. Done once.
 */
export async function recordSelfChecks({ records }: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const head = people.find(({ posts }) => posts.some(({ role, unit }) => role === 'avdelningschef' && unit === DIVISION));
  if (head === undefined) throw new Error(`nobody heads ${DIVISION}`);
  const actor = personActor(head.id, head.posts);
  const today = stockholmDate(firstStart);
  for (const [n, { process, what, assessment, wasMade, action, risk, months }] of selfChecks002.entries()) {
    const as = (step: string, day: string) => ({ commandId: uuidOf('demo', 'self-check', n + 1, step), now: atWorkingTime(day, 10) });
    const planned = { type: 'PlanSelfCheck', unit: DIVISION, process, what, way: 'other', months: ['11'], risk: riskId(risk), trigger: 'risk' };
    const command = selfCheckType.creation.schema.parse(planned) as never;
    const { id } = await records.create(actor, selfCheckType, command, as('planned', '2023-01-16'));
    const give = (body: { readonly type: string } & Record<string, unknown>, step: string, day: string) =>
      records.execute(actor, selfCheckType, id, parsed(body), as(step, day));
    const perform = (body: object, step: string, day: string) => give({ type: 'PerformSelfCheck', ...body }, step, day);
    await perform(
      wasMade ? { verdict: assessment, action } : { verdict: 'notDone', reasons: action, newDay: `2024-0${n}-28`, stated: assessment, statedIn: '002' },
      '2023',
      '2023-11-20',
    );
    if (!wasMade) await perform({ verdict: 'approved', met: 17, of: 20 }, 'made', `2024-0${n}-20`);
    await give({ type: 'ReplanSelfCheck', months }, 'spread', wasMade ? '2023-12-04' : `2024-0${n}-21`);
    // Up to the occasion that is waited for; the last check is left one behind.
    for (let turn = 0; turn < 20; turn += 1) {
      const { due } = (await records.load(selfCheckType, id)) as SelfCheck;
      const next = later[(n + turn) % later.length];
      if (due > daysBefore(today, n === selfChecks002.length - 1 ? 400 : 10) || next === undefined) break;
      await perform(next, `turn ${turn}`, daysBefore(due, 5));
    }
  }
}

/** Risks are recorded by the same numbers (risks-002.ts). */
const riskId = (n: number): string => uuidOf(uuidOf('demo', 'risk', n, 'identified'), 'risk');

/** With the defaults that the forms leave out. */
const parsed = (body: { readonly type: string } & Record<string, unknown>) =>
  selfCheckType.commands.find(({ name }) => name === body.type)?.schema.parse(body) as { readonly type: string } & Record<string, unknown>;

const UNIT = 'afs-hemtjanst-norra';
/** A unit's own checks, invented: one of each way that Gensvar helps with. */
const ofUnit = [
  { what: 'Genomförandeplanen', way: 'sample', questions: 'Finns en aktuell genomförandeplan?\nHar den enskilde varit med?', sample: 5, every: 2 },
  { what: 'Kontroll av klagomål', way: 'computed', measure: 'answeredInTime', every: 3 },
  {
    what: 'Basala hygienrutiner',
    way: 'questions',
    questions: 'Används handskar och förkläde?\nFinns handsprit i varje bil?\nÄr alla utan smycken?',
    every: 1,
  },
] as const;

/** Plans the checks of one unit some months before the first start, and gives the hygiene two results. Done once. */
export async function recordUnitsChecks({ records }: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const chief = people.find(({ posts }) => posts.some(({ role, unit }) => role === 'enhetschef' && unit === UNIT));
  if (chief === undefined) throw new Error(`nobody leads ${UNIT}`);
  const actor = personActor(chief.id, chief.posts);
  const today = stockholmDate(firstStart);
  const [begun, monthNow] = [daysBefore(today, 95), Number(today.slice(5, 7))];
  for (const [n, { every, ...check }] of ofUnit.entries()) {
    const as = (step: string, day: string) => ({ commandId: uuidOf('demo', 'unit’s check', n + 1, step), now: atWorkingTime(day, 10) });
    const months = Array.from({ length: 12 }, (_, month) => month)
      .filter((month) => (month - monthNow + 13) % every === 0)
      .map((month) => String(month + 1).padStart(2, '0'));
    const planned = { type: 'PlanSelfCheck', unit: UNIT, process: 'h5', months, ...check };
    const { id } = await records.create(actor, selfCheckType, selfCheckType.creation.schema.parse(planned) as never, as('planned', begun));
    const give = (body: { readonly type: string } & Record<string, unknown>, step: string, day: string) =>
      records.execute(actor, selfCheckType, id, parsed(body), as(step, day));
    for (const [turn, answers] of [
      ['yes', 'no', 'yes'],
      ['yes', 'yes', 'yes'],
      ['yes', 'yes', 'notApplicable'],
    ].entries()) {
      if (check.way !== 'questions') break;
      const day = daysBefore(today, 90 - 30 * turn);
      const given = answers.map((answer, question) => ({ caseId: null, question, answer }));
      await give({ type: 'AnswerQuestions', answers: given }, `answered ${turn}`, day);
      const result = turn === 0 ? { verdict: 'notApproved', found: 'Handsprit saknas i två bilar.' } : { verdict: 'approved' };
      await give({ type: 'PerformSelfCheck', ...result }, `turn ${turn}`, day);
    }
    if (check.way === 'questions') continue;
    for (let turn = 0; turn < 6; turn += 1) {
      const { due } = (await records.load(selfCheckType, id)) as SelfCheck;
      if (due >= daysBefore(today, 3)) break;
      await give(
        { type: 'PerformSelfCheck', verdict: 'notDone', reasons: 'Ordinarie chef var ledig.', newDay: daysBefore(today, -20) },
        `put off ${turn}`,
        daysBefore(due, 1),
      );
    }
  }
}
