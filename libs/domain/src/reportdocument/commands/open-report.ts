import { reportKinds } from '../../codes/report-documents.js';
import { Lacking } from '../../lacks.js';
import { defineCreation } from '../../records/record-command.js';
import { count, date, oneOf, unitCode } from '../../shapes.schema.js';
import { reportOpened } from '../events/report-opened.js';
import { OUTLINE_002 } from '../outline-002.js';
import { reportWriters } from '../who.js';

/** The first year that a report is written about here: document 002's. */
const FIRST = 2020;

/** Opens the report of a unit, a division or a board for a year: the outline's headings, all of them empty. */
export const openReport = defineCreation('reportdocument', {
  name: 'OpenReport',
  input: { unit: unitCode, kind: oneOf(reportKinds), year: count, due: date },
  who: reportWriters,
  title: 'Öppna en berättelse',
  button: 'Öppna berättelsen',
  form: {
    unit: { label: 'För vilken enhet, avdelning eller nämnd?', of: 'unit' },
    kind: { label: 'Vilken berättelse?' },
    year: { label: 'För vilket år?', hint: 'Året som berättelsen handlar om, till exempel 2026.' },
    due: { label: 'När ska den vara klar?', hint: 'Den dagen påminns den som skriver.' },
  },
  unitOf: ({ unit }) => unit,
  decide(number, { unit, kind, year, due }, { today, organisation }) {
    const level = organisation.unit(unit, today)?.level ?? 'unit';
    new Lacking('OpenReport')
      .need(year >= FIRST && year <= Number(today.slice(0, 4)), 'year', `Ange ett år från ${FIRST} till i år`)
      .need(due >= `${year}-01-01`, 'due', 'Dagen ligger före året som berättelsen handlar om')
      .orRefuse();
    return [reportOpened.of({ number, unit, kind, year, level, outline: OUTLINE_002, due })];
  },
});
