import type { Core } from '#case-service/core';
import { actionType } from '#domain/action/index';
import type { ActionArea } from '#domain/codes/actions';
import type { RiskConsequence, RiskProbability } from '#domain/codes/risk';
import { uuidOf } from '#domain/ids';
import { addDuration, atWorkingTime, stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor } from '#domain/org/actor';
import { riskType } from '#domain/risk/index';
import { people } from './municipality.js';

interface Risk002 {
  readonly subprocess: string;
  readonly activity: string;
  readonly description: string;
  readonly probability: RiskProbability;
  readonly consequence: RiskConsequence;
  /** How it was judged the year before: invented, so that its curve has a beginning. */
  readonly before: readonly [RiskProbability, RiskConsequence];
  /** What the document says is done about it; two critical risks have “Ingen åtgärd”. How far it has come since is invented. */
  readonly action: { readonly what: string; readonly area: ActionArea; readonly come: 'proposed' | 'ongoing' | 'done' | 'judged' } | null;
}

/** The risks of one division as the quality report lists them (document 002, Riskanalys, pages 13–14), in its own words and with its own values. */
export const risks002: readonly Risk002[] = [
  {
    subprocess: '1. Medarbetare känner till och arbetar i enlighet med ledningssystemet',
    activity: 'Synpunkter och klagomål',
    description: 'Mottagna synpunkter, klagomål eller förslag dokumenteras inte',
    probability: '4',
    consequence: '3',
    before: ['5', '3'],
    action: {
      what: 'Skapa en förvaltningsövergripande rutin för klagomål och synpunkter som ska implementeras i verksamheterna',
      area: 'routines',
      come: 'ongoing',
    },
  },
  {
    subprocess: '1. Medarbetare känner till och arbetar i enlighet med ledningssystemet',
    activity: 'Säkerställande av tillräcklig bemanning och rätt kompetens i verksamheten',
    description: 'Hög personalomsättning',
    probability: '4',
    consequence: '3',
    before: ['3', '3'],
    action: { what: 'Fortsatt arbete pågår för att förbättra arbetsmiljön', area: 'organisation', come: 'ongoing' },
  },
  {
    subprocess: '2. Aktualisera',
    activity: '1. Ta emot anmälan, ansökan, journal och eller annan handling.',
    description: 'Risk att anmälan/ansökan inte hanteras',
    probability: '2',
    consequence: '5',
    before: ['2', '5'],
    action: null,
  },
  {
    subprocess: '3. Utreda',
    activity: 'Dokumentera utredning',
    description: 'Felaktig eller missvisande information dokumenteras',
    probability: '3',
    consequence: '4',
    before: ['3', '4'],
    action: null,
  },
  {
    subprocess: '6. Följa upp',
    activity: 'Uppföljning av enskilda insatser/beslut (individuppföljning)',
    description: 'Att dokumentationen inte sker löpande under insatstiden alternativt är bristfällig.',
    probability: '3',
    consequence: '3',
    before: ['4', '3'],
    action: {
      what: 'Egenkontroll har ej kunnat genomföras under hösten. Egenkontroll i form av kontroll av dokumentation kommer att genomföras under 2024 i syfte att säkerställa att dokumentationen sker löpande under insatstiden.',
      area: 'followUpOfDecisions',
      come: 'done',
    },
  },
  {
    subprocess: '6. Följa upp',
    activity: 'Uppföljning av enskilda insatser/beslut (individuppföljning)',
    description: 'Uppföljning sker inte enligt plan',
    probability: '3',
    consequence: '3',
    before: ['3', '2'],
    action: {
      what: 'Egenkontroll har ej kunnat genomföras. Egenkontroll i form av kontroll av att uppföljning sker enligt plan kommer att genomföras under 2024 i syfte att säkerställa att uppföljning sker enligt plan.',
      area: 'followUpOfDecisions',
      come: 'judged',
    },
  },
  {
    subprocess: '7. Avslut av insats/ärende',
    activity: 'Utföraren avslutar brukare',
    description: 'Insatsen avslutas trots kvarstående stödbehov',
    probability: '3',
    consequence: '3',
    before: ['3', '3'],
    action: {
      what: 'Egenkontroll har ej kunnat genomföras. Egenkontroll av stöd till familjehem kommer att genomföras under 2024 i syfte att säkerställa att insatsen inte avslutas trots kvarstående stödbehov',
      area: 'supportToIndividual',
      come: 'proposed',
    },
  },
];

const DIVISION = 'iof';
/** The document's own assessments are of the autumn of 2023. */
const identifiedOn = '2022-11-14';
const assessedOn = '2023-11-13';

const DAY_MS = 86_400_000;
const daysBefore = (instant: string, days: number): string => new Date(Date.parse(instant) - days * DAY_MS).toISOString();

/** Those whom the document prioritises for the next year: complaints and personnel turnover. */
const prioritised: readonly number[] = [0, 1];
/** Cases of the division that show the first risk. */
const CASES = 4;

/**
 * Writes down the risks, assessed in 2022 and 2023, and again with the values of 2023 some weeks before the first start, so that the review lies
 * ahead; the first one's within days, with cases that have come since. Done once.
 */
export async function recordRisks({ records, database }: Pick<Core, 'records' | 'database'>, firstStart: string): Promise<void> {
  const head = people.find(({ posts }) => posts.some(({ role, unit }) => role === 'avdelningschef' && unit === DIVISION));
  if (head === undefined) throw new Error(`nobody heads ${DIVISION}`);
  const actor = personActor(head.id, head.posts);
  const today = stockholmDate(firstStart);
  for (const [n, { subprocess, activity, description, probability, consequence, before, action }] of risks002.entries()) {
    const as = (what: string, now: string) => ({ commandId: uuidOf('demo', 'risk', n + 1, what), now });
    const identified = {
      type: 'IdentifyRisk',
      unit: DIVISION,
      subprocess,
      activity,
      description,
      probability: before[0],
      consequence: before[1],
      nextReview: assessedOn,
    };
    const { id } = await records.create(actor, riskType, identified, as('identified', atWorkingTime(identifiedOn, 10)));
    const give = (command: { readonly type: string } & Record<string, unknown>, what: string, now: string) =>
      records.execute(actor, riskType, id, command, as(what, now));
    const assess = (nextReview: string) => ({ type: 'AssessRisk', probability, consequence, nextReview });
    await give(assess('2024-11-11'), 'assessed', atWorkingTime(assessedOn, 10));
    if (prioritised.includes(n)) await give({ type: 'PrioritiseRisk', year: 2024 }, 'prioritised', atWorkingTime('2023-12-11', 10));
    await give(assess(addDuration(today, `P${n === 0 ? 3 : 60 + 14 * n}D`)), 'again', daysBefore(firstStart, 40));
    if (action !== null) await recordAction({ records, actor, firstStart, n }, id, action);
    if (n > 0) continue;
    const cases = await database.query<{ id: string }>(
      `SELECT substr(stream, 6) AS id FROM store.events WHERE version = 1 AND type = 'CaseReceived' AND open->>'unit' LIKE $1 ORDER BY position LIMIT ${CASES}`,
      [`${DIVISION}%`],
    );
    for (const [m, { id: caseId }] of cases.entries()) await give({ type: 'LinkCase', caseId }, `case ${m}`, daysBefore(firstStart, 1));
  }
}

interface ActionBy extends Pick<Core, 'records'> {
  readonly actor: Actor;
  readonly firstStart: string;
  /** Which of the risks. */
  readonly n: number;
}

/** The unit that does the division's actions; its chief owns them. */
const UNIT = 'iof-barn-unga';

/** An action against a risk, as far as it has come when the demo is first started. */
async function recordAction({ records, actor, firstStart, n }: ActionBy, risk: string, { what, area, come }: NonNullable<Risk002['action']>): Promise<void> {
  const chief = people.find(({ posts }) => posts.some(({ role, unit }) => role === 'enhetschef' && unit === UNIT));
  if (chief === undefined) throw new Error(`nobody leads ${UNIT}`);
  const as = (step: string, days: number) => ({ commandId: uuidOf('demo', 'action', n + 1, step), now: daysBefore(firstStart, days) });
  const inDays = (days: number) => addDuration(stockholmDate(firstStart), `P${days}D`);
  const due = come === 'done' || come === 'judged' ? stockholmDate(daysBefore(firstStart, 20)) : inDays(10 + 30 * n);
  const effectDue = come === 'judged' ? stockholmDate(daysBefore(firstStart, 3)) : come === 'done' ? inDays(5) : inDays(100 + 30 * n);
  const { id } = await records.create(
    actor,
    actionType,
    { type: 'ProposeAction', unit: UNIT, risk, area, what, due },
    as('proposed', come === 'proposed' ? 6 : 39),
  );
  if (come === 'proposed') return;
  const give = (command: { readonly type: string } & Record<string, unknown>, step: string, days: number) =>
    records.execute(actor, actionType, id, command, as(step, days));
  await give({ type: 'DecideAction', owner: chief.id, due, effectDue }, 'decided', 38);
  await give({ type: 'StartAction' }, 'started', 36);
  if (come === 'ongoing') return;
  await give({ type: 'CompleteAction', doneOn: due }, 'completed', 19);
  if (come === 'judged')
    await give({ type: 'JudgeEffect', effect: 'partly', evidence: 'Fler uppföljningar görs i tid, men inte alla.', due: null, effectDue: null }, 'judged', 2);
}
