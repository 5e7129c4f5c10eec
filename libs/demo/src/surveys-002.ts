import type { Core } from '#case-service/core';
import type { SurveyGroup } from '#domain/codes/surveys';
import { uuidOf } from '#domain/ids';
import { addDuration, atWorkingTime, stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { surveyType } from '#domain/survey/index';
import { people } from './municipality.js';

interface CountOf002 {
  readonly group: SurveyGroup;
  readonly on?: string;
  readonly asked?: number;
  readonly answered?: number;
  readonly female?: number;
  readonly male?: number;
  readonly remark?: string;
}

interface Survey002 {
  readonly unit: string;
  readonly what: string;
  readonly asked?: string;
  readonly counts: readonly CountOf002[];
  readonly results?: readonly { readonly question: string; readonly percent: number; readonly of?: number; readonly noBase?: string }[];
  /** What it showed; `skipped`: why it was not carried out. */
  readonly told: { readonly result: string; readonly comparable?: false; readonly whyNot?: string } | { readonly skipped: string };
}

const mayBeAsked = 'Rapporten säger ”har fått besvara”: hur många som svarade framgår inte.';

/** The surveys of the quality report (document 002, Brukarundersökningar, pages 19–21), in its own words and order. */
export const surveys002: readonly Survey002[] = [
  {
    unit: 'iof-barn-unga',
    what: 'Digital brukarenkät, förhandsbedömning, Mottagningsgruppen inom barn och ungdom f.d. Rinkeby-Kista',
    asked: 'Barn och ungdomar från 6 års ålder som är aktuella för förhandsbedömning, och deras vårdnadshavare.',
    counts: [
      { group: 'children', on: '2023-04', asked: 13, female: 9, male: 4, remark: mayBeAsked },
      { group: 'guardians', on: '2023-04', asked: 18, remark: mayBeAsked },
      { group: 'children', on: '2023-10', asked: 13, female: 4, male: 9, remark: mayBeAsked },
      { group: 'guardians', on: '2023-10', asked: 17, female: 12, male: 5, remark: mayBeAsked },
    ],
    told: {
      result:
        'Sammanfattningsvis visar resultatet en nästan hundraprocentig nöjdhet hos dem som svarat. De upplever att de förstått varför de kallats till besök, att de blivit lyssnade på och att de kunnat prata om det som är viktigt för dem.',
    },
  },
  {
    unit: 'iof-familjeratt',
    what: 'Brukarundersökning, vårdnad-, boende- och umgängesutredning, Familjerätten',
    asked: 'Alla barn som varit föremål för en vårdnad-, boende- och umgängesutredning under året.',
    counts: [{ group: 'children', answered: 10 }],
    told: {
      result:
        'Barnen känner sig nöjda med kontakten. Det var ett lågt svarsantal, vilket beror på att de flesta utredningar gällt barn i en för låg ålder för att de ska kunna svara på enkäten.',
    },
  },
  {
    unit: 'iof-barn-unga',
    what: 'Ungdomarnas förtroende för verksamheten, Ungdomsenheten i f.d. Rinkeby-Kista',
    counts: [{ group: 'youth', answered: 20, female: 11, male: 9 }],
    results: [
      {
        question: 'Har gott förtroende till socialtjänsten',
        percent: 91,
        noBase: 'Rapporten anger 20 svar, men 91 procent av 20 är inte möjligt: 18 av 20 är 90 och 19 av 20 är 95.',
      },
    ],
    told: { result: 'Socialsekreterarna är måna om att ungdomarna förstår varför de är aktuella, att de görs delaktiga och känner sig lyssnade på.' },
  },
  {
    unit: 'iof-barn-unga',
    what: 'Behandlingsinsatser, mars och oktober, Familjestödsenheten',
    counts: [
      { group: 'adults', answered: 105 },
      { group: 'youth13to17', answered: 35 },
      { group: 'childrenUnder13', answered: 14 },
    ],
    // The document gives them for young people and adults: 105 and 35, not for the 14 under 13.
    results: [
      { question: 'Har du fått veta varför jag/vi ville träffa dig idag? (ungdomar och vuxna)', percent: 96, of: 140 },
      { question: 'Har kunnat prata eller fråga det de velat (ungdomar och vuxna)', percent: 96, of: 140 },
      { question: 'Tycker du att jag/vi har förstått vad som är viktigt för dig? (ungdomar och vuxna)', percent: 88, of: 140 },
    ],
    told: { result: 'Sammantaget upplever brukarna att de har blivit bemötta med respekt och de känner också förtroende för verksamheten.' },
  },
  {
    unit: 'iof-barn-unga',
    what: 'Två föräldraenkäter (”första-samtal” och ”inte första-samtal”), Föräldrarådgivningen',
    counts: [{ group: 'guardians', answered: 653 }],
    results: [{ question: 'Samtalen har varit till hjälp i föräldraskapet', percent: 83, of: 653 }],
    told: { result: 'De flesta tyckte att samtalen varit till hjälp för dem i föräldraskapet.' },
  },
  {
    unit: 'iof-vuxen',
    what: 'Brukarundersökning, Missbruksverksamheten',
    counts: [{ group: 'serviceUsers', remark: 'Antalet svar är lågt.' }],
    told: { result: 'De svar som inkom till verksamheten var positiva.' },
  },
  {
    unit: 'iof-barn-unga',
    what: 'Brukarundersökning/tillitsundersökning, Barnenheten',
    counts: [],
    told: {
      skipped:
        'Den planerade undersökningen fick inte plats i årets kalender. Enheten har haft många processer och utmaningar i gång, så den fick stå tillbaka.',
    },
  },
  {
    unit: 'afs',
    what: 'Stadens brukarundersökningar, utförarenheter',
    counts: [{ group: 'serviceUsers', remark: 'Utförarenheter med fler än fem svarande får resultat även på enhetsnivå, i sina egna verksamhetsberättelser.' }],
    told: {
      result: 'Enhetsresultaten är generellt goda inom samtliga områden av enkäterna.',
      comparable: false,
      whyNot: 'På grund av sammanläggning av stadsdelsnämnder. Årets resultat får istället bli utgångspunkt.',
    },
  },
  {
    unit: 'smf-ungdom',
    what: 'Samtal och utvärderingar av genomförandeplaner, Korttidstillsyn',
    counts: [{ group: 'serviceUsers', remark: 'Hur många som deltog framgår inte.' }],
    told: { result: 'Under dessa har endast tre positiva synpunkter framförts.' },
  },
];

/** Writes down the nine surveys as the document has them, and one that is planned. Done once. */
export async function recordSurveys({ records }: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const teller = (n: number, unit: string) => {
    const head = people.find(({ posts }) => posts.some((post) => post.role === 'avdelningschef' && post.unit === unit.split('-')[0]));
    if (head === undefined) throw new Error(`nobody heads ${unit}`);
    const actor = personActor(head.id, head.posts);
    const as = (step: string, now: string) => ({ commandId: uuidOf('demo', 'survey', n, step), now });
    return {
      plan: (body: object, now: string) => records.create(actor, surveyType, surveyType.creation.schema.parse({ unit, ...body }) as never, as('planned', now)),
      give: (id: string, body: { readonly type: string } & Readonly<Record<string, unknown>>, step: string, now: string) => {
        const schema = surveyType.commands.find(({ name }) => name === body.type)?.schema;
        return records.execute(actor, surveyType, id, schema?.parse(body) as { readonly type: string }, as(step, now));
      },
    };
  };
  const made = atWorkingTime('2023-12-11', 10);
  for (const [n, { unit, what, asked, counts, results = [], told }] of surveys002.entries()) {
    const { plan, give } = teller(n + 1, unit);
    const { id } = await plan({ what, asked, on: '2023' }, atWorkingTime('2023-01-23', 10));
    for (const [m, count] of counts.entries()) await give(id, { type: 'CountAnswers', on: '2023', ...count }, `count ${m}`, made);
    for (const [m, result] of results.entries()) await give(id, { type: 'NoteResult', ...result }, `result ${m}`, made);
    await give(id, 'skipped' in told ? { type: 'SkipSurvey', reasons: told.skipped } : { type: 'ConcludeSurvey', ...told }, 'ended', made);
  }
  const month = addDuration(stockholmDate(firstStart), 'P45D').slice(0, 7);
  const planned = { what: 'Trygghet och bemötande i hemtjänsten', asked: 'Alla som har hemtjänst i Norra.', on: month };
  await teller(100, 'afs-hemtjanst-norra').plan(planned, new Date(Date.parse(firstStart) - 20 * 86_400_000).toISOString());
}
