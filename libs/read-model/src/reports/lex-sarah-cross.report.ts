import { areas } from '#domain/codes/areas';
import { lexSarahKinds, lexSarahOutcomes } from '#domain/codes/lex-sarah';
import { severalNote } from './marks.js';
import { columnsOf, type Measure, type MeasuredReport } from './report.js';
import { type Code, NOT_STATED } from './shown.js';
import { UNDECIDED } from './undecided.js';

const decided = (code: string): string => `coalesce(c.outcome, ${UNDECIDED}) = '${code}'`;
const outcome = (code: string, title: string): Measure => ({ id: code, title, when: decided(code) });

/** Kind × outcome × area: a row for each kind and area that occur together, a column for each outcome. */
export const lexSarahCross: MeasuredReport = {
  shape: 'measured',
  id: 'lex-sarah-cross',
  group: 'lexSarahAndIvo',
  question: 'Var finns de allvarliga?',
  title: 'Lex Sarah: slag, bedömning och verksamhetsområde',
  definition:
    'Markeringar av slag på rapporter enligt lex Sarah, efter verksamhetsområde och bedömning, räknade på den dag rapporten togs emot. En rapport kan ha flera slag. Makulerade ärenden räknas inte.',
  kinds: ['lexSarah'],
  where: "c.kind = 'lexSarah'",
  ofCases: true,
  from: () => 'LEFT JOIN LATERAL unnest(c.lex_sarah_kinds) AS m ON true',
  row: "coalesce(m, 'notStated') || ':' || coalesce(c.area, 'notStated')",
  columns: [
    { id: 'count', title: 'Antal', when: 'true' },
    ...columnsOf(lexSarahOutcomes, decided),
    outcome('notStated', 'Bedömning ej uppgiven'),
    outcome('notDecided', 'Inte avgjord ännu'),
  ],
  rows: (inUse) => [...lexSarahKinds, NOT_STATED].flatMap((kind) => rowsOf(kind, inUse)),
  notes: severalNote,
};

/** A kind's areas in their own order. A kind without cases has one row; "not stated" has one only where there are cases. */
function rowsOf(kind: Code, inUse: readonly string[]): readonly Code[] {
  const rows = [...areas, NOT_STATED]
    .map((area) => ({ code: `${kind.code}:${area.code}`, label: area === NOT_STATED ? `${kind.label} (område ej angivet)` : `${kind.label}: ${area.label}` }))
    .filter(({ code }) => inUse.includes(code));
  return rows.length > 0 || kind === NOT_STATED ? rows : [kind];
}
