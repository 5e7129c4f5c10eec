import type { VNode } from 'preact';
import { decisionsTexts as said } from '#text/decisions';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, type FieldModel, type Option } from '#ui/field';
import { Form } from '#ui/form';
import { HeadRow } from '#ui/head-row';
import { Select } from '../figures/report-form.js';
import { CaseLink } from '../work-list/work-list.page.js';

export interface DecisionRow {
  readonly id: string;
  readonly number: string;
  readonly secrecy: boolean;
  readonly on: string;
  readonly what: string;
  readonly unit: string;
  readonly decided: string;
  readonly by: string;
  readonly urgent: string;
}

export interface DecisionsProps {
  readonly asked: { readonly from: string; readonly tom: string; readonly vilka: string };
  readonly faults: readonly Fault[];
  readonly rows: readonly (DecisionRow & { readonly heading: string })[];
  /** How many there are; more than the rows where the list does not hold them all. */
  readonly total: number;
  readonly fileHref: string;
}

const date = (name: string, label: string): FieldModel => ({ name, label, as: 'date', options: [], required: true });
const which: readonly Option[] = [
  { value: 'egna', label: said.own },
  { value: 'alla', label: said.all },
];

/** Decisions on notification by day, for the one who lays them before the board. */
export function Decisions({ asked, faults, rows, total, fileHref }: DecisionsProps): VNode {
  const error = (name: string) => faults.find((fault) => fault.field === name)?.text;
  return (
    <>
      <h1>{said.title}</h1>
      {faults.length === 0 ? null : <ErrorSummary title={said.faults.title} faults={faults} />}
      <p class="lead">{said.lead}</p>
      <Form method="get" action="/beslut" class="ask">
        <Field field={date('from', said.from)} value={asked.from} error={error('from')} />
        <Field field={date('tom', said.to)} value={asked.tom} error={error('tom')} />
        <Select name="vilka" label={said.which} options={which} value={asked.vilka} />
        <button>{said.show}</button>
      </Form>
      <p class="hint">{said.note}</p>
      {faults.length > 0 ? null : rows.length === 0 ? <p>{said.none}</p> : <Table rows={rows} total={total} fileHref={fileHref} />}
    </>
  );
}

const { on, what, unit, decided, by, urgent } = said.columns;

const Table = ({ rows, total, fileHref }: Pick<DecisionsProps, 'rows' | 'total' | 'fileHref'>): VNode => (
  <>
    {total > rows.length ? <p class="note">{said.cut(rows.length, total)}</p> : null}
    <p>
      {`${said.count(total)} `}
      <a href={fileHref} download>
        {said.download}
      </a>
    </p>
    <table class="cases">
      <HeadRow titles={[on, what, unit, decided, by, urgent]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id + row.on + row.decided}>
            <td data-label={said.columns.on}>
              <time>{row.on}</time>
            </td>
            <th scope="row">
              <CaseLink {...row} href={`/arende/${row.id}`} />
            </th>
            <td data-label={said.columns.unit}>{row.unit}</td>
            <td data-label={said.columns.decided}>{row.decided}</td>
            <td data-label={said.columns.by}>{row.by}</td>
            <td data-label={said.columns.urgent}>{row.urgent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);
