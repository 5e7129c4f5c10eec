import type { VNode } from 'preact';
import { Field, type Option } from '#ui/field';
import { FigureTable, type FigureTableProps } from '#ui/figure-table';
import { CaseTable, type WorkRow } from './work-list.page.js';

export interface StatisticsProps {
  readonly tables: readonly FigureTableProps[];
  readonly units: readonly Option[];
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly praise: boolean;
}

/** Every report for a unit and a period, as known on a day. */
export function Statistics({ tables, units, unit, from, to, asOf, praise }: StatisticsProps): VNode {
  return (
    <>
      <h1>Statistik</h1>
      <form method="get" action="/statistik" class="choose">
        <Field field={{ name: 'unit', label: 'Enhet', as: 'choice', options: units, required: true }} value={unit} />
        <Field field={{ name: 'from', label: 'Från och med', as: 'day', options: [], required: true }} value={from} />
        <Field field={{ name: 'to', label: 'Fram till (dagen räknas inte in)', as: 'day', options: [], required: true }} value={to} />
        <Field
          field={{ name: 'asOf', label: 'Som känt den', hint: 'Tomt: som det är känt nu.', as: 'day', options: [], required: false }}
          value={asOf.startsWith('position') ? '' : asOf}
        />
        <Field
          field={{ name: 'praise', label: 'Beröm', as: 'choices', options: [{ value: 'include', label: 'Räkna in beröm' }], required: false }}
          value={praise ? ['include'] : []}
        />
        <button>Visa</button>
      </form>
      {tables.map((table) => (
        <FigureTable key={table.id} {...table} />
      ))}
    </>
  );
}

export interface CasesBehindProps {
  readonly title: string;
  readonly rows: readonly WorkRow[];
  readonly total: number;
  readonly hidden: number;
  readonly now: string;
  readonly more: string | null;
}

/** The cases that a figure counts. Those that the reader may not see are counted and not shown. */
export function CasesBehind({ title, rows, total, hidden, now, more }: CasesBehindProps): VNode {
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{`${total + hidden} ärenden.${hidden === 0 ? '' : ` ${hidden} av dem får du inte se.`}`}</p>
      {rows.length === 0 ? null : <CaseTable rows={rows} now={now} />}
      {more === null ? null : (
        <p>
          <a href={more}>Visa fler</a>
        </p>
      )}
    </>
  );
}
