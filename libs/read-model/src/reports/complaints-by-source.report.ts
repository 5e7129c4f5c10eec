import { sources } from '#domain/codes/sources';
import { praiseApart } from './complaints.js';
import type { CountedReport } from './report.js';

/** From whom complaints came: the fixed rows of document 002, a division's own rows up to that division. */
export const complaintsBySource: CountedReport = {
  shape: 'counted',
  id: 'complaints-by-source',
  group: 'complaints',
  question: 'Vem klagar?',
  title: 'Klagomål och synpunkter efter vem de kom från',
  definition:
    'Ärenden av slaget klagomål, synpunkt eller förslag, räknade på den dag de togs emot. Varje ärende räknas en gång. Makulerade ärenden räknas inte. Beröm räknas inte om det inte begärs.',
  kinds: ['complaint'],
  where: "c.kind = 'complaint'",
  row: "coalesce(c.source, 'notStated')",
  detail: 'c.source_name',
  ...praiseApart,
  ofCases: true,
  rows: sources.filter(({ code }) => code !== 'local'),
  localInto: 'otherOrUnknown',
  localList: 'sourceName',
};
