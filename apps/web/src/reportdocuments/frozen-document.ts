import type { CaseDocument, Section } from '#documents/case-document';
import { blocksOf, type Inline } from '#domain/reportdocument/markup';
import type { ReportTable } from '#read-model/reports/run';
import { reportDocumentTexts as said } from '#text/report-document';
import { maskedIn, shownRows } from '../figures/figures.js';
import type { ReadDocument } from './document-model.js';
import type { YearFigures } from './year-figures.js';

type Shown = YearFigures['shown'];

/** The report as a document for the archive. The same report at the same position on the same day is the same file. `day`: when it was frozen. */
export function frozenDocument({ state, sections, figures }: ReadDocument, title: string, unitName: string, day: string): CaseDocument {
  return {
    title,
    about: said.about(unitName, state.year),
    facts: [],
    sections: sections.flatMap(({ heading, standing, text, quoted, tables }) => [
      {
        heading: `${heading.code} ${heading.label}`,
        passages: [
          ...(standing === 'nothing' ? [{ text: said.nothingToTell }] : []),
          ...(text === null ? [] : passagesOf(text, figures.shown)),
          ...quoted.flatMap((one) => [...passagesOf(one.text, one.shown), { text: said.from(one.unit, one.number) }]),
        ],
      },
      ...tables.map((table) => tableOf(table, `${table.title}: ${unitName}, ${state.year}`)),
    ]),
    foot: said.foot(state.number, figures.position ?? 0),
    day,
  };
}

const plain = (of: readonly Inline[], shown: Shown): string => of.map((one) => (one.as === 'figure' ? shown(one.code).text : one.text)).join('');

function passagesOf(text: string, shown: Shown): readonly { readonly heading?: string; readonly text: string }[] {
  const passages: { heading?: string; text: string }[] = [];
  for (const block of blocksOf(text)) {
    if (block.as === 'heading') {
      passages.push({ heading: plain(block.content, shown), text: '' });
      continue;
    }
    const line = block.as === 'list' ? block.items.map((item) => `– ${plain(item, shown)}`).join('\n') : plain(block.content, shown);
    const last = passages.at(-1);
    if (last !== undefined && last.text === '') last.text = line;
    else passages.push({ text: line });
  }
  return passages;
}

function tableOf(table: ReportTable, heading: string): Section {
  const isMasked = maskedIn(table);
  const cell = (row: string | null, column: string, value: number | null | undefined): string =>
    isMasked(row, column) ? said.masked : value == null ? said.notReported : String(value);
  const line = (code: string | null, label: string, values: Readonly<Record<string, number | null>>) => [
    label,
    ...table.columns.map(({ id }) => cell(code, id, values[id])),
  ];
  return {
    heading,
    lead: table.definition,
    table: {
      columns: [said.row, ...table.columns.map(({ title }) => title)],
      rows: [...shownRows(table).map(({ code, label, values }) => line(code, label, values)), line(null, said.sum, table.columnTotals)],
    },
  };
}
