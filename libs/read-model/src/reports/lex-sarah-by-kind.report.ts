import { lexSarahKinds } from '#domain/codes/lex-sarah';
import { otherNotes, severalNote } from './marks.js';
import type { CountedReport } from './report.js';

/** What Lex Sarah reports were about, by the nine kinds of document 002: reports received, whatever came of them. */
export const lexSarahByKind: CountedReport = {
  shape: 'counted',
  id: 'lex-sarah-by-kind',
  group: 'lexSarahAndIvo',
  question: 'Vilka missförhållanden rapporteras?',
  title: 'Lex Sarah efter slag av missförhållande',
  definition:
    'Markeringar av slag på rapporter enligt lex Sarah, räknade på den dag rapporten togs emot, oavsett hur den sedan bedömdes. En rapport kan ha flera slag. Makulerade ärenden räknas inte.',
  kinds: ['lexSarah'],
  where: "c.kind = 'lexSarah'",
  marks: 'c.lex_sarah_kinds',
  row: "coalesce(m, 'notStated')",
  detail: "CASE WHEN m = 'other' THEN c.lex_sarah_kind_other END",
  ofCases: true,
  rows: lexSarahKinds,
  localList: 'lexSarahKindOther',
  notes: (counted) => [...severalNote(counted), ...otherNotes(counted)],
};
