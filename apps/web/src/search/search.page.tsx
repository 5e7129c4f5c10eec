import type { VNode } from 'preact';
import type { Excerpt } from '#event-store/excerpt';
import { searchTexts as said } from '#text/search';
import { shortDay } from '#ui/deadline';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Form, Hidden } from '#ui/form';
import { HeadRow } from '#ui/head-row';
import { SecrecyTag } from '#ui/secrecy-mark';

export interface HitRow {
  readonly href: string;
  readonly number: string;
  readonly secrecy: boolean;
  readonly what: string;
  readonly unit: string;
  readonly stage: string;
  /** The day received; of another record its next day. */
  readonly day: string | null;
  /** Where a word stands, in a text that the person may read. */
  readonly excerpt: (Excerpt & { readonly where?: string }) | null;
}

interface Hits {
  readonly rows: readonly HitRow[];
  readonly total: number;
  /** There are more than are counted. */
  readonly more: boolean;
}

export interface SearchProps {
  readonly asked: string;
  readonly fault: string | null;
  /** Whether the words of older cases can be found. */
  readonly filled: boolean;
  readonly page: number;
  readonly pages: number;
  /** Null where nothing has been asked. */
  readonly cases: Hits | null;
  readonly records: Hits | null;
}

const Q = 'q';

/** Search over numbers, codes and words, and its hits. What is asked is in the form alone, never in an address. Works without script. */
export function SearchPage(props: SearchProps): VNode {
  const { asked, fault, filled, cases, records } = props;
  return (
    <>
      <h1>{said.title}</h1>
      {fault === null ? null : <ErrorSummary title={said.faults} faults={[{ field: Q, text: fault }]} />}
      <p class="lead">{said.lead}</p>
      <Form action="/sok" class="ask">
        <Field field={{ name: Q, label: said.label, as: 'short', options: [], required: true }} value={asked} error={fault ?? undefined} />
        <button>{said.button}</button>
      </Form>
      <p class="hint">{said.hint}</p>
      {filled ? null : <p role="status">{said.filling}</p>}
      {cases === null || records === null ? null : <Found {...props} cases={cases} records={records} />}
    </>
  );
}

function Found({ asked, page, pages, cases, records }: SearchProps & { readonly cases: Hits; readonly records: Hits }): VNode {
  if (cases.total === 0 && records.total === 0) return <p>{said.none}</p>;
  const { number, what, unit, stage, received, status } = said.columns;
  return (
    <>
      <h2>{said.cases(cases.total, cases.more)}</h2>
      {cases.more ? <p>{said.narrow}</p> : null}
      {cases.rows.length === 0 ? null : <HitTable rows={cases.rows} titles={[number, what, unit, stage, received]} />}
      {records.total === 0 ? null : <h2>{said.records(records.total)}</h2>}
      {records.rows.length === 0 ? null : <HitTable rows={records.rows} titles={['Nummer', what, unit, status, 'Nästa dag']} />}
      {pages <= 1 ? null : (
        <Form action="/sok" class="pages" aria-label="Sidor">
          <Hidden name={Q} value={asked} />
          {page > 1 ? (
            <button class="second" name="sida" value={String(page - 1)}>
              {said.previous}
            </button>
          ) : null}
          <span>{said.page(page, pages)}</span>
          {page < pages ? (
            <button class="second" name="sida" value={String(page + 1)}>
              {said.next}
            </button>
          ) : null}
        </Form>
      )}
    </>
  );
}

const HitTable = ({ rows, titles }: { readonly rows: readonly HitRow[]; readonly titles: readonly string[] }): VNode => (
  <table class="cases">
    <HeadRow titles={titles} />
    <tbody>
      {rows.map((row) => (
        <tr key={row.href}>
          <th scope="row">
            <a href={row.href}>{row.number}</a>
            <SecrecyTag on={row.secrecy} />
          </th>
          <td data-label={titles[1]}>
            {row.what}
            {row.excerpt === null ? null : <Quote {...row.excerpt} />}
          </td>
          <td data-label={titles[2]}>{row.unit}</td>
          <td data-label={titles[3]}>{row.stage}</td>
          <td data-label={titles[4]}>{row.day === null ? '–' : shortDay(row.day)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

export const Quote = ({ before, hit, after, where }: Excerpt & { readonly where?: string }): VNode => (
  <p class="excerpt">
    {where === undefined ? null : <span class="hint">{`${where}: `}</span>}
    <q>
      {before}
      <mark>{hit}</mark>
      {after}
    </q>
  </p>
);
