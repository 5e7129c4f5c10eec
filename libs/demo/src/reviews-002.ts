import type { Core } from '#case-service/core';
import { actionType } from '#domain/action/index';
import type { ActionArea } from '#domain/codes/actions';
import type { Reviewer, ReviewKind, StatementGiver } from '#domain/codes/reviews';
import { uuidOf } from '#domain/ids';
import { addDuration, atWorkingTime, stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { reviewType } from '#domain/review/index';
import { people } from './municipality.js';

interface Point {
  readonly criticism: string;
  readonly isGeneral?: boolean;
  /** What is done about it, by which unit; none with the reason why. */
  readonly action: { readonly what: string; readonly area: ActionArea; readonly unit: string } | { readonly whyNone: string };
}

export interface Review002 {
  readonly unit: string;
  readonly by: Reviewer;
  readonly kinds: readonly ReviewKind[];
  readonly what: string;
  readonly points: readonly Point[];
  /** What the reviewer says where nothing was found. */
  readonly found?: string;
  readonly strengths?: string;
  readonly decision?: { readonly on: string; readonly decision: string; readonly damages?: boolean };
  /** When the statement was to be given, as the document has it, and the day on which it was: that is invented. */
  readonly statement?: { readonly by: StatementGiver; readonly due: string; readonly about: string; readonly given: string };
  /** How many of the division's lex Sarah of the year before it names. */
  readonly cases?: number;
  readonly closed: { readonly on: string; readonly closing: string };
}

const notStated = 'Rapporten anger inget skäl.';

/** The reviews of the quality report (document 002, Granskningar och revisioner, pages 18–19), in its own words and order. */
export const reviews002: readonly Review002[] = [
  {
    unit: 'iof',
    by: 'do',
    kinds: ['individualCase'],
    what: 'Extern tillsyn av individärende av diskrimineringsombudsmannen',
    points: [
      {
        criticism: 'En enskild nekas besök hos socialsekreterare på grund av sitt hälsotillstånd.',
        action: {
          what: 'Information om förvaltningens Rutin för diskriminering och kränkande särbehandling i medarbetargruppen för att säkerställa att något liknande inte händer igen.',
          area: 'information',
          unit: 'iof-ekonomi',
        },
      },
    ],
    decision: { on: '2023', decision: 'Socialtjänsten kan inte neka fysiskt besök och förvaltningen blev ålagd att betala ut skadestånd.', damages: true },
    closed: { on: '2023', closing: notStated },
  },
  {
    unit: 'iof',
    by: 'ivo',
    kinds: ['governmentMandate'],
    what: 'Tillsyn utifrån ett regeringsuppdrag om förstärkt tillsyn av handläggning av ärenden som rör barn och unga placerade enligt SoL och LVU (en av 26 kommuner och stadsdelsförvaltningar)',
    points: [
      {
        criticism:
          'Brister i dokumentation av barns delaktighet i samband med en omplacering eller hemflytt. I 80 procent framgår inte vilken information barnet fått om sitt nya boende. I 93 procent har samtal med barnen genomförts inför en omplacering och tagit in barnets inställning. I 70 procent har barnets inställning dokumenterats.',
        action: {
          what: 'I befintligt stödmaterial för socialsekreterare lägga till en rubrik om barns delaktighet som ska svara på vilken information och vad barnet har sagt om omplaceringen.',
          area: 'routines',
          unit: 'iof-barn-unga',
        },
      },
    ],
    closed: { on: '2023', closing: notStated },
  },
  {
    unit: 'iof-barn-unga',
    by: 'ivo',
    kinds: ['inspection'],
    what: 'HVB för barn och unga vid Bromstensgården',
    points: [],
    found: 'I beslut från IVO den 23 maj 2023 framkom inga brister i verksamheten.',
    decision: { on: '2023-05-23', decision: 'Inga brister i verksamheten.' },
    closed: { on: '2023-05-23', closing: 'Inga brister framkom.' },
  },
  {
    unit: 'iof',
    by: 'ivo',
    kinds: ['afterLexSarah', 'afterMedia', 'individualCase'],
    what: 'Anmälan till IVO utifrån lex Sarah 2022, två individärenden, samt rapportering i media kring två ärenden där våld i familjen föranlett ett dödsfall',
    points: [
      {
        criticism: 'Skyddsbedömningar, analyser och bedömningar av hur våldet påverkar barnet eller ungdomen.',
        action: {
          what: 'Handlingsplan: stödmaterial för fördjupade utredningar, analyser och bedömningar i form av checklistor, och en omfattande egenkontroll.',
          area: 'routines',
          unit: 'iof-barn-unga',
        },
      },
    ],
    cases: 2,
    closed: {
      on: '2023-12-19',
      closing: 'De åtgärder som nämnden vidtagit och planerar att vidta ger förutsättningar för att avhjälpa bristerna.',
    },
  },
  {
    unit: 'afs-vardboende-linden',
    by: 'ivo',
    kinds: ['national'],
    what: 'Nationell tillsyn av medicinsk vård och behandling för särskilda boenden för äldre (SÄBO): individuell bedömning och kompetensnivå, dokumentation och personalkontinuitet, läkemedelshantering samt vård i livets slutskede',
    points: [
      {
        criticism:
          'Identifierade utvecklingsområden av allmän karaktär där brister uppmärksammats inom särskilt boende för äldre men inte särskilt i nämndens verksamheter.',
        isGeneral: true,
        action: { whyNone: 'Av allmän karaktär. Enheten yttrar sig.' },
      },
    ],
    statement: { by: 'unit', due: '2024-03', about: 'Identifierade utvecklingsområden av allmän karaktär.', given: '2024-03-20' },
    closed: { on: '2024-06', closing: 'Yttrandet räckte (påhittat: rapporten är från tiden före).' },
  },
  {
    unit: 'afs-bestallare',
    by: 'ivo',
    kinds: ['notEnforced'],
    what: 'Ett icke verkställt beslut på beställarenheten funktionsnedsättning och socialpsykiatri',
    points: [{ criticism: 'Beslutet är inte verkställt.', action: { whyNone: 'Pågående ärende: nämnden yttrar sig.' } }],
    statement: { by: 'board', due: '2024-01', about: 'Det icke verkställda beslutet.', given: '2024-01-29' },
    closed: { on: '2024-04', closing: 'Beslutet är verkställt (påhittat: rapporten är från tiden före).' },
  },
  {
    unit: 'afs',
    by: 'notStated',
    kinds: ['inspection'],
    what: 'Inspektion av läkemedelshantering i de verksamheter som hanterar enskildas läkemedel',
    points: [
      {
        criticism: 'Hantering av läkemedelsskåp inom gruppbostäder LSS.',
        action: {
          what: 'Rutin för hantering av läkemedelsskåp upprättades, och nya medicinskåp införskaffades till samtliga gruppbostäder LSS.',
          area: 'routines',
          unit: 'afs-daglig-verksamhet',
        },
      },
    ],
    closed: { on: '2023', closing: notStated },
  },
  {
    unit: 'afs',
    by: 'environment',
    kinds: ['inspection'],
    what: 'Miljö- och hälsoskyddsinspektion inom gruppbostäder LSS',
    points: [
      {
        criticism: 'Verksamheterna saknade rutin för vattentemperaturmätning.',
        action: {
          what: 'Åtgärdades skyndsamt: mätning av vattentemperatur sker för att undvika spridning av legionellabakterier.',
          area: 'physicalEnvironment',
          unit: 'afs-daglig-verksamhet',
        },
      },
    ],
    closed: { on: '2023', closing: notStated },
  },
  {
    unit: 'afs',
    by: 'audit',
    kinds: ['audit'],
    what: 'Revision gällande kontinuitetsplan för sociala system: rutin för driftstopp vid IT-baserad journalföring (Revisionskontoret)',
    points: [
      {
        criticism: 'Det finns inte någon angiven bortre gräns för hur snart dokumentationen ska läggas in i systemet när man återgått till normalläge.',
        action: {
          what: 'Kontinuitetsplanen har uppdaterats: dokumentationen ska läggas in i systemen senast inom fem arbetsdagar.',
          area: 'routines',
          unit: 'afs-bestallare',
        },
      },
    ],
    strengths: 'Förvaltningen har i huvudsak en tillräcklig planering för att minimera skadan av begränsad tillgång till sociala system.',
    closed: { on: '2023', closing: notStated },
  },
];

type Command = { readonly type: string } & Readonly<Record<string, unknown>>;

const holding = (role: string, unit: string) => {
  const who = people.find(({ posts }) => posts.some((post) => post.role === role && post.unit === unit));
  if (who === undefined) throw new Error(`nobody is ${role} of ${unit}`);
  return who;
};
const divisionOf = (unit: string): string => unit.split('-')[0] as string;

/** Writes down the nine reviews as the document has them, with what came of the two statements since; and one that goes on now. Done once. */
export async function recordReviews(core: Pick<Core, 'records' | 'database'>, firstStart: string): Promise<void> {
  for (const [n, review] of reviews002.entries()) await record002(core, n, review);
  await recordOngoing(core, firstStart);
  await recordAccounts(core, firstStart);
}

/** What a review of the demo is told by, in order: each command once. */
function teller({ records }: Pick<Core, 'records'>, n: number, unit: string) {
  const head = holding('avdelningschef', divisionOf(unit));
  const actor = personActor(head.id, head.posts);
  const as = (step: string, day: string) => ({ commandId: uuidOf('demo', 'review', n, step), now: atWorkingTime(day, 10) });
  const parsed = (type: typeof reviewType | typeof actionType, body: Command): Command =>
    [type.creation, ...type.commands].find(({ name }) => name === body.type)?.schema.parse(body) as Command;
  const act = (what: { readonly what: string; readonly area: ActionArea; readonly unit: string }, review: string, point: number, days: ActionDays) =>
    proposeAndDo({ ...what, review, point }, days);

  async function proposeAndDo(
    { what, area, unit: doing, review, point }: { what: string; area: ActionArea; unit: string; review: string; point: number },
    { proposed, due, doneOn }: ActionDays,
  ): Promise<void> {
    const chief = holding('enhetschef', doing);
    const proposal = { type: 'ProposeAction', unit: doing, review, point, area, what, due };
    const { id } = await records.create(actor, actionType, parsed(actionType, proposal), as(`action ${point}`, proposed));
    const give = (body: Command, day: string) => records.execute(actor, actionType, id, parsed(actionType, body), as(`action ${point} ${body.type}`, day));
    await give({ type: 'DecideAction', owner: chief.id, due, effectDue: addDuration(due, 'P60D') }, addDuration(proposed, 'P1D'));
    if (doneOn === null) return;
    await give({ type: 'CompleteAction', doneOn }, doneOn);
    await give({ type: 'JudgeEffect', effect: 'yes', evidence: 'Uppföljd i egenkontrollen.' }, addDuration(doneOn, 'P10D'));
  }
  return {
    create: (body: Command, day: string) => records.create(actor, reviewType, parsed(reviewType, body), as('registered', day)),
    give: (id: string, body: Command, day: string, step = body.type) => records.execute(actor, reviewType, id, parsed(reviewType, body), as(step, day)),
    act,
  };
}

interface ActionDays {
  readonly proposed: string;
  readonly due: string;
  readonly doneOn: string | null;
}

async function record002(core: Pick<Core, 'records' | 'database'>, n: number, review: Review002): Promise<void> {
  const { unit, by, kinds, what, points, found, strengths, decision, statement, cases = 0, closed } = review;
  const { create, give, act } = teller(core, n + 1, unit);
  const { id } = await create({ type: 'RegisterReview', unit, by, kinds, what, on: '2023' }, '2023-03-06');
  for (const [m, { criticism, isGeneral = false, action }] of points.entries()) {
    const point = m + 1;
    await give(id, { type: 'NoteCriticism', criticism, isGeneral }, '2023-04-03', `criticism ${point}`);
    if ('whyNone' in action) await give(id, { type: 'AnswerCriticism', point, whyNone: action.whyNone }, '2023-04-10', `answer ${point}`);
    else await act(action, id, point, { proposed: '2023-04-10', due: '2023-09-29', doneOn: '2023-09-25' });
  }
  if (points.length === 0) await give(id, { type: 'StateNoFindings', found }, '2023-05-24');
  if (strengths !== undefined) await give(id, { type: 'NoteStrengths', strengths }, '2023-05-24');
  if (decision !== undefined) await give(id, { type: 'NoteDecision', ...decision }, '2023-05-24');
  if (cases > 0)
    for (const { id: caseId } of await lexSarahOf(core, divisionOf(unit), cases)) await give(id, { type: 'LinkCase', caseId }, '2023-04-03', `case ${caseId}`);
  if (statement !== undefined) {
    const { given, ...asked } = statement;
    await give(id, { type: 'AskForStatement', ...asked }, '2023-11-20');
    await give(id, { type: 'GiveStatement', on: given, diary: `SN 2023/${400 + n}` }, given);
  }
  await give(id, { type: 'CloseReview', ...closed }, statement === undefined ? '2023-12-20' : '2024-07-01');
}

/** The first lex Sarah of a division that were received in 2022. */
const lexSarahOf = ({ database }: Pick<Core, 'database'>, division: string, many: number): Promise<readonly { readonly id: string }[]> =>
  database.query<{ id: string }>(
    `SELECT substr(stream, 6) AS id FROM store.events WHERE version = 1 AND type = 'CaseImported' AND open->>'kind' = 'lexSarah' AND open->>'unit' LIKE $1
       AND open->>'receivedAt' LIKE '2022%' ORDER BY position LIMIT ${many}`,
    [`${division}%`],
  );

/** Invented: what a unit's chief sees of supervision that goes on, with a statement due some month ahead. */
async function recordOngoing(core: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const today = stockholmDate(firstStart);
  const ago = (days: number) => stockholmDate(new Date(Date.parse(firstStart) - days * 86_400_000).toISOString());
  const unit = 'afs-hemtjanst-norra';
  const { create, give, act } = teller(core, 100, unit);
  const registered = {
    type: 'RegisterReview',
    unit,
    by: 'ivo',
    kinds: ['inspection'],
    what: 'Tillsyn av kontinuiteten i hemtjänsten',
    on: ago(30).slice(0, 7),
  };
  const { id } = await create(registered, ago(28));
  await give(id, { type: 'NoteCriticism', criticism: 'Planeringen gör att många olika medarbetare besöker samma person.' }, ago(10), 'criticism 1');
  await give(id, { type: 'NoteCriticism', criticism: 'Det framgår inte i journalen när ett besök har flyttats.' }, ago(10), 'criticism 2');
  const planned = { what: 'Fasta grupper om högst åtta medarbetare för varje slinga', area: 'organisation', unit } as const;
  await act(planned, id, 1, { proposed: ago(8), due: addDuration(today, 'P45D'), doneOn: null });
  await give(id, { type: 'AskForStatement', by: 'unit', due: addDuration(today, 'P40D').slice(0, 7), about: 'Vad som görs åt bristerna.' }, ago(9));
}

/** Invented: the yearly accounts of two private providers, one received and reviewed, one that is waited for. */
async function recordAccounts(core: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const today = stockholmDate(firstStart);
  const year = Number(today.slice(0, 4)) - 1;
  for (const [n, unit] of ['afs-vardboende-glantan', 'afs-hemtjanst-sodra'].entries()) {
    const { create, give } = teller(core, 101 + n, unit);
    const due = n === 0 ? `${year + 1}-03-31` : addDuration(today, 'P21D');
    const asked = stockholmDate(new Date(Date.parse(firstStart) - (n === 0 ? 120 : 30) * 86_400_000).toISOString());
    const what = `Kvalitetsredovisning för ${year}`;
    const { id } = await create({ type: 'RegisterReview', unit, by: 'municipality', kinds: ['qualityAccount'], what, on: String(year), due }, asked);
    if (n > 0) continue;
    const came = addDuration(asked, 'P20D');
    await give(id, { type: 'GiveStatement', on: came, parts: ['annualReport', 'plan', 'patientSafetyReport'] }, came);
    await give(
      id,
      { type: 'StateNoFindings', found: 'Redovisningen är komplett. Frånvaro av fallriskbedömningar följs upp i avtalsuppföljningen.' },
      addDuration(came, 'P10D'),
    );
    await give(id, { type: 'CloseReview', on: addDuration(came, 'P12D'), closing: 'Granskad.' }, addDuration(came, 'P12D'));
  }
}
