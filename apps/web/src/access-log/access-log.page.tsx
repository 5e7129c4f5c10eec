import type { VNode } from 'preact';
import { actionName, accessLogTexts as texts } from '#text/access-log';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, type FieldModel, type Option, OptionList } from '#ui/field';
import { Form } from '#ui/form';
import { HeadRow } from '#ui/head-row';
import { Pages } from '#ui/pages';
import type { AccessRow, LogQuery, MonthReviews } from './access-log-model.js';

export interface AccessLogProps {
  readonly query: LogQuery;
  readonly faults: readonly Fault[];
  readonly people: readonly Option[];
  readonly rows: readonly AccessRow[];
  readonly total: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  readonly fileHref: string;
  /** The last whole month, "2026-10". */
  readonly month: string;
}

const field = (name: string, label: string, as: FieldModel['as']): FieldModel => ({ name, label, as, options: [], required: true });

/** Who has seen what, by case and by person. Works without script. */
export function AccessLogPage({ query, faults, people, rows, total, pages, hrefOf, fileHref, month }: AccessLogProps): VNode {
  const error = (name: string) => faults.find((fault) => fault.field === name)?.text;
  return (
    <>
      <h1>{texts.title}</h1>
      {faults.length === 0 ? null : <ErrorSummary title={texts.faults.title} faults={faults} />}
      <p class="lead">{texts.lead}</p>
      <Form method="get" action="/atkomst" class="ask">
        <Field field={field('nummer', texts.number, 'short')} value={query.number} error={error('nummer')} />
        <div class="field">
          <label for="f-person">{texts.person}</label>
          <select class="ds-input" id="f-person" name="person">
            <OptionList options={people} value={query.person} empty={texts.everybody} />
          </select>
        </div>
        <Field field={field('from', texts.from, 'date')} value={query.from} error={error('from')} />
        <Field field={field('tom', texts.to, 'date')} value={query.tom} error={error('tom')} />
        <button>{texts.show}</button>
      </Form>
      <p>
        <a href={`/atkomst/stickprov?manad=${month}`}>{texts.sample}</a>
      </p>
      {faults.length > 0 ? null : (
        <>
          <p class="lead" id="traffar">
            {total === 1 ? '1 åtkomst.' : `${total} åtkomster.`}{' '}
            {total === 0 ? null : (
              <a href={fileHref} download>
                {texts.download}
              </a>
            )}
          </p>
          <AccessTable rows={rows} />
          <Pages page={query.page} pages={pages} hrefOf={hrefOf} />
        </>
      )}
    </>
  );
}

export interface AccessSampleProps extends MonthReviews {
  readonly month: string;
  readonly monthName: string;
  readonly months: readonly Option[];
  readonly size: number;
  readonly rows: readonly AccessRow[];
  readonly total: number;
}

/** The accesses that are to be controlled in a month, drawn by the system. */
export function AccessSamplePage({ month, monthName, months, size, rows, total, reviews, planHref }: AccessSampleProps): VNode {
  return (
    <>
      <p>
        <a href="/atkomst">{texts.title}</a>
      </p>
      <h1>{texts.sample}</h1>
      <p class="lead">{texts.sampleLead(size)}</p>
      <Form method="get" action="/atkomst/stickprov" class="ask">
        <div class="field">
          <label for="f-manad">{texts.month}</label>
          <select class="ds-input" id="f-manad" name="manad">
            <OptionList options={months} value={month} />
          </select>
        </div>
        <button>{texts.draw}</button>
      </Form>
      <h2>{`${monthName}: ${rows.length} av ${total}`}</h2>
      <AccessTable rows={rows} />
      <section aria-labelledby="kontroll">
        <h2 id="kontroll">{texts.reviews}</h2>
        {reviews.length === 0 ? <p>{texts.noReview}</p> : null}
        {reviews.length === 0 ? null : (
          <ul>
            {reviews.map(({ href, number, status }) => (
              <li key={href}>
                <a href={href}>{number}</a>
                {`: ${status}`}
              </li>
            ))}
          </ul>
        )}
        {planHref === null ? null : (
          <p>
            <a href={planHref}>{reviews.length === 0 ? texts.plan : texts.planAnother}</a>
          </p>
        )}
      </section>
    </>
  );
}

function AccessTable({ rows }: { readonly rows: readonly AccessRow[] }): VNode {
  const { at, person, post, action, of, unit, route } = texts.columns;
  if (rows.length === 0) return <p>{texts.none}</p>;
  return (
    <table class="cases">
      <HeadRow titles={[at, person, action, of, unit, route]} />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.at}${row.person}${row.of}${row.route}`}>
            <th scope="row">{moment(row.at)}</th>
            <td data-label={person}>
              {row.person}
              {row.post === '' ? null : <span class="hint block">{`${post}: ${row.post}`}</span>}
            </td>
            <td data-label={action}>{actionName(row.action)}</td>
            <td data-label={of} class="whole">
              {row.of === '' ? '–' : row.of}
            </td>
            <td data-label={unit}>{row.unit === '' ? '–' : row.unit}</td>
            <td data-label={route}>
              <code>{row.route}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MOMENT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
/** "2026-11-30 14:32:05" */
export const moment = (instant: string): string => MOMENT.format(new Date(instant));
