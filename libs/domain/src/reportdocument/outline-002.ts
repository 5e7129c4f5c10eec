import type { Code } from '../codes/code.js';
import type { Unit } from '../org/units.js';

export type ReportLevel = Unit['level'];

/** One heading of the report. `code` is its number; `label` the words of document 002. */
export interface Heading extends Code {
  /** `parent`: headings below it alone. `prefilled`: stands as it is until somebody rewrites it. `text`: somebody must write, or say that there is nothing to tell. */
  readonly kind: 'parent' | 'prefilled' | 'text' | 'tables';
  /** On which levels it stands. */
  readonly levels: readonly ReportLevel[];
  /** Where the heading is one division's own: its code. */
  readonly division?: string;
  /** The law that asks for its content: it can be neither removed nor left empty. */
  readonly law?: string;
  readonly prefilled?: string;
  /** Ids of the reports whose tables belong to it; one that the registry does not have is left out of the document. */
  readonly tables?: readonly string[];
}

const board: readonly ReportLevel[] = ['board'];
const divisions: readonly ReportLevel[] = ['board', 'division'];
const all: readonly ReportLevel[] = ['board', 'division', 'unit'];
const DEVIATIONS = 'SOSFS 2011:9, 5 kap. 3–6 §§';
const RISKS = 'SOSFS 2011:9, 5 kap. 1 §';
const CHECKS = 'SOSFS 2011:9, 5 kap. 2 §';
const WORK = 'SOSFS 2011:9, 7 kap. 1 §';

/**
 * The headings of document 002 in its order (a board's quality report of 2023), which of them a division and a unit write too, and whose tables stand
 * under them. Stored reports name the version, so a changed outline is a new file beside this one. A heading's code is never used for another.
 */
export const OUTLINE_002 = '002';
export const headings002 = [
  {
    code: '1',
    label: 'Inledning',
    kind: 'prefilled',
    levels: board,
    prefilled:
      'Den som bedriver socialtjänst eller hälso- och sjukvård ska ha ett ledningssystem för systematiskt kvalitetsarbete (SOSFS 2011:9). Berättelsen visar hur arbetet har bedrivits under året, vad som har gjorts och vilka resultat det har gett. Den är underlag för ledningens genomgång.',
  },
  {
    code: '1.1',
    label: 'Förutsättningar för god kvalitet',
    kind: 'prefilled',
    levels: board,
    prefilled:
      '- de vi är till för är med och påverkar\n- arbetet beskrivs som processer\n- ledningen går före\n- alla deltar\n- vi förbättrar ständigt\n- beslut bygger på fakta\n- vi är öppna med det som går fel',
  },
  { code: '2', label: 'Ansvar för kvalitetsarbetet', kind: 'prefilled', levels: board, prefilled: 'Nämnden har fastställt hur ansvaret är fördelat.' },
  { code: '2.1', label: 'Förändringar i ansvar och befogenheter', kind: 'text', levels: board },
  { code: '3', label: 'Beskrivning av kvalitetsarbetet', kind: 'parent', levels: all },
  {
    code: '3.1',
    label: 'Processledning',
    kind: 'prefilled',
    levels: divisions,
    prefilled: 'Verksamheten beskrivs som huvudprocesser och stödprocesser. De är grunden för risker, egenkontroller och åtgärder.',
  },
  { code: '3.1.1', label: 'Processkartläggning', kind: 'text', levels: divisions },
  { code: '3.1.2', label: 'Processanalys', kind: 'text', levels: divisions },
  { code: '3.1.3', label: 'Förändringar i krav, mål eller lagstiftning', kind: 'text', levels: board },
  {
    code: '3.2',
    label: 'Dokumentstyrning och dokumentation av kvalitetsarbetet',
    kind: 'prefilled',
    levels: divisions,
    prefilled: 'Avvikelser, risker, egenkontroller och åtgärder dokumenteras i Gensvar under året.',
  },
  { code: '3.2.1', label: 'Styr- och stöddokument', kind: 'text', levels: divisions },
  { code: '3.2.2', label: 'Dokumentation av kvalitetsarbetet', kind: 'text', levels: divisions },
  {
    code: '3.3',
    label: 'Avvikelsehantering',
    kind: 'prefilled',
    levels: all,
    prefilled: 'Avvikelser är klagomål och synpunkter, rapporter enligt lex Sarah, och de fel och brister som medarbetare själva upptäcker.',
  },
  { code: '3.3.1', label: 'Klagomål och synpunkter', kind: 'text', levels: all, law: DEVIATIONS, tables: ['complaints-by-source', 'complaints-by-category'] },
  { code: '3.3.2', label: 'Lex Sarah', kind: 'text', levels: all, law: DEVIATIONS, tables: ['lex-sarah-by-kind', 'lex-sarah-by-outcome'] },
  {
    code: '3.3.3',
    label: 'Övrigt avseende avvikelsehantering',
    kind: 'prefilled',
    levels: all,
    prefilled: 'Lex Maria och avvikelser i hälso- och sjukvården redovisas i patientsäkerhetsberättelsen.',
  },
  {
    code: '3.4',
    label: 'Riskhantering',
    kind: 'prefilled',
    levels: all,
    prefilled: 'En risk bedöms efter hur sannolik den är och hur allvarliga följderna blir, vart och ett från 1 till 5.',
  },
  { code: '3.4.1', label: 'Riskanalys', kind: 'text', levels: all, law: RISKS, tables: ['risks'] },
  {
    code: '3.5',
    label: 'Egenkontroll',
    kind: 'prefilled',
    levels: all,
    prefilled: 'Egenkontroll är att själv följa upp och utvärdera verksamheten, och att se att den följer processer och rutiner.',
  },
  { code: '3.5.1', label: 'Planering och genomförande av egenkontroll', kind: 'text', levels: all, law: CHECKS },
  { code: '3.5.2', label: 'Egenkontroll: resultat', kind: 'tables', levels: all, tables: ['self-inspections'] },
  {
    code: '3.6',
    label: 'Uppföljning och utvärdering',
    kind: 'prefilled',
    levels: all,
    prefilled: 'Här redovisas granskningar, brukarundersökningar och andra uppföljningar.',
  },
  { code: '3.6.1', label: 'Granskningar och revisioner', kind: 'text', levels: all, tables: ['supervision'] },
  { code: '3.6.2', label: 'Brukarundersökningar', kind: 'text', levels: all, tables: ['surveys'] },
  { code: '3.6.3', label: 'Andra genomförda uppföljningar och utvärderingar', kind: 'text', levels: all },
  { code: '3.7', label: 'Utveckling och förbättringar', kind: 'parent', levels: divisions },
  { code: '3.7.1', label: 'Nya arbetssätt', kind: 'text', levels: divisions },
  { code: '3.7.2', label: 'Intern samverkan', kind: 'text', levels: divisions },
  { code: '4', label: 'Bedömning av det systematiska kvalitetsarbetet', kind: 'text', levels: all, law: WORK },
  { code: '4.1', label: 'Status avseende åtgärder', kind: 'text', levels: all, law: WORK, tables: ['actions'] },
  { code: '4.2', label: 'Status avseende egenkontroll', kind: 'text', levels: divisions },
  { code: '4.3', label: 'Sårbarheter och omständigheter som kan påverka kvalitetsarbetet', kind: 'text', levels: divisions },
  { code: '4.4', label: 'Bedömning av krav- och måluppfyllelse samt lagefterlevnad', kind: 'text', levels: board },
  {
    code: '5',
    label: 'Utveckling av kvalitetsarbetet',
    kind: 'prefilled',
    levels: divisions,
    prefilled: 'Här står vad som är viktigast att förbättra under nästa år.',
  },
  { code: '5.1', label: 'Individ och familj', kind: 'text', levels: divisions, division: 'iof' },
  { code: '5.2', label: 'Avdelningen äldre, funktionsnedsättning och socialpsykiatri', kind: 'text', levels: divisions, division: 'afs' },
] as const satisfies readonly Heading[];
export type HeadingCode = (typeof headings002)[number]['code'];

/** The headings of one report: those of its level, and of a division its own alone. */
export const headingsOf = ({ level, unit }: { readonly level: ReportLevel; readonly unit: string }): readonly Heading[] =>
  (headings002 as readonly Heading[]).filter(
    ({ levels, division }) => levels.includes(level) && (level === 'board' || division === undefined || division === unit),
  );
