import type { Core } from '#case-service/core';
import type { Role } from '#domain/codes/roles';
import { uuidOf } from '#domain/ids';
import { atWorkingTime, daysBefore, stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { reportDocumentType } from '#domain/reportdocument/index';
import { people } from './municipality.js';

/** A text under a heading; null: nothing to tell. */
type Texts = Readonly<Record<string, string | null>>;

interface Written {
  readonly unit: string;
  readonly role: Role;
  readonly texts: Texts;
  /** How far it has come, in days before the first start. */
  readonly submitted?: number;
  readonly takenIn?: number;
  readonly sentBack?: { readonly day: number; readonly reasons: string };
}

const law = ['3.3.1', '3.3.2', '3.4.1', '3.5.1', '4', '4.1'] as const;
const about = (texts: Readonly<Record<(typeof law)[number], string | null>>, more: Texts = {}): Texts => ({ ...texts, ...more });

const YEAR = 2023;
/** Invented texts of our own, under the headings of document 002. Units first, then their divisions, then the board. */
const reports: readonly Written[] = [
  {
    unit: 'afs-hemtjanst-norra',
    role: 'enhetschef',
    submitted: 12,
    takenIn: 9,
    texts: about({
      '3.3.1':
        'Under året kom {siffra:complaints-by-source} klagomål och synpunkter. De flesta gällde besök som flyttades utan att den enskilde fick veta.\n\n## Det här har vi ändrat\n- planeraren ringer alltid före en ändring\n- kontaktpersonen följer upp inom en vecka',
      '3.3.2': 'Varje rapport har gåtts igenom på arbetsplatsträffen, utan uppgifter om enskilda.',
      '3.4.1': 'Vi har bedömt riskerna när schemat lades om i mars och i september.',
      '3.5.1': 'Egenkontrollerna följer årshjulet. Hygienen kontrollerades varje månad.',
      '4': 'Arbetet fungerar. Det som brister är att få hinner rapportera samma dag.',
      '4.1': 'Åtgärderna från våren är genomförda. Två har ännu ingen bedömd effekt.',
    }),
  },
  {
    unit: 'afs-vardboende-linden',
    role: 'enhetschef',
    submitted: 8,
    sentBack: {
      day: 5,
      reasons: 'Skriv vad ni gjorde åt planeringen, nämnden frågade om det i våras. Det saknas också vad egenkontrollen av läkemedel visade.',
    },
    texts: about({
      '3.3.1': 'Klagomålen gällde mest måltiderna. Kostrådet har träffats fyra gånger.',
      '3.3.2': null,
      '3.4.1': 'Fallrisker bedöms för boendet som helhet två gånger om året.',
      '3.5.1': 'Årshjulet har följts.',
      '4': 'Boendet har haft ny ledning under hösten.',
      '4.1': 'Inga åtgärder är försenade.',
    }),
  },
  {
    unit: 'afs-socialpsykiatri',
    role: 'enhetschef',
    submitted: 2,
    texts: about({
      '3.3.1': null,
      '3.3.2': 'Rapporterna ledde till en ny rutin för överlämning vid byte av boendestödjare.',
      '3.4.1': 'Inga nya risker är bedömda som höga.',
      '3.5.1': 'Egenkontrollen av genomförandeplaner är gjord.',
      '4': 'Samverkan med regionen har blivit bättre.',
      '4.1': null,
    }),
  },
  { unit: 'afs-daglig-verksamhet', role: 'enhetschef', texts: { '3.3.1': 'Fyra brukarråd har hållits.' } },
  {
    unit: 'iof',
    role: 'avdelningschef',
    submitted: 10,
    takenIn: 7,
    texts: about(
      {
        '3.3.1': 'Avdelningen tog emot {siffra:complaints-by-source} klagomål och synpunkter. Flest handlade om handläggning och bemötande.',
        '3.3.2': 'Av avdelningens {siffra:lex-sarah-by-kind} rapporter gällde alla myndighetsutövning för barn och unga. Rutinerna har setts över.',
        '3.4.1': 'Sju risker är bedömda. De två högsta är prioriterade för nästa år.',
        '3.5.1': 'Egenkontrollerna väljs efter de risker som är högst.',
        '4': 'Processkartan används i introduktionen av nya medarbetare.',
        '4.1': 'Åtgärderna mot de högsta riskerna är påbörjade.',
      },
      { '3.1.1': 'Alla huvudprocesser är kartlagda och har en ägare.', '5.1': '- färre byten av handläggare\n- svar på klagomål i tid' },
    ),
  },
  {
    unit: 'afs',
    role: 'avdelningschef',
    texts: {
      '3.3.1': 'Under året kom {siffra:complaints-by-source} klagomål och synpunkter, de flesta om hur hjälpen utförs.',
      // As document 002 has it (INC-01): the table has another number.
      '3.3.2': 'I avdelningen har tio lex Sarah rapporterats inom äldreomsorg. Inom socialpsykiatri har det inkommit tre lex Sarah-rapporter.',
      '3.4.1': 'Avdelningen har bedömt risker vid omläggningen av hemtjänstens områden.',
    },
  },
  {
    unit: 'namnd',
    role: 'controller',
    texts: {
      '2.1': 'Nämnden antog en ny delegationsordning i juni.',
      '3.1.3': 'En ny socialtjänstlag är föreslagen. Den lägger större vikt vid förebyggande insatser.',
      '3.3.1': 'Nämnden tog emot {siffra:complaints-by-source} klagomål och synpunkter under året. De handlar oftast om hur en insats utförs.',
    },
  },
];

/** The quality reports of 2023: some taken in, one sent back, one waiting, one begun, the others not opened. Done once. */
export async function recordReports({ records }: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const today = stockholmDate(firstStart);
  for (const { unit, role, texts, submitted, takenIn, sentBack } of reports) {
    const as = (step: string, day: number) => ({ commandId: uuidOf('demo', 'report', unit, step), now: atWorkingTime(daysBefore(today, day), 10) });
    const writer = holding(role, unit);
    const open = { type: 'OpenReport', unit, kind: 'quality', year: YEAR, due: daysBefore(today, -14) } as const;
    const { id } = await records.create(writer, reportDocumentType, open, as('opened', 20));
    const give = (by: typeof writer, command: { readonly type: string } & Record<string, unknown>, step: string, day: number) =>
      records.execute(by, reportDocumentType, id, command, as(step, day));
    for (const [heading, text] of Object.entries(texts)) {
      const command = text === null ? { type: 'LeaveEmpty', heading, base: 0 } : { type: 'WriteSection', heading, base: 0, text };
      await give(writer, command, heading, 15);
    }
    const receiver = role === 'enhetschef' ? holding('avdelningschef', 'afs') : holding('controller', 'namnd');
    if (submitted !== undefined) await give(writer, { type: 'SubmitReport' }, 'submitted', submitted);
    if (takenIn !== undefined) await give(receiver, { type: 'TakeIn' }, 'taken in', takenIn);
    if (sentBack !== undefined) await give(receiver, { type: 'SendBack', reasons: sentBack.reasons }, 'sent back', sentBack.day);
  }
}

function holding(role: Role, unit: string) {
  const found = people.find(({ posts }) => posts.some((post) => post.role === role && post.unit === unit));
  if (found === undefined) throw new Error(`nobody is ${role} of ${unit}`);
  return personActor(found.id, found.posts);
}
