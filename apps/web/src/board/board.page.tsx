import type { VNode } from 'preact';
import { boardTexts as said } from '#text/board';
import { HeadRow } from '#ui/head-row';
import { SecrecyTag } from '#ui/secrecy-mark';

export interface BoardRow {
  readonly id: string;
  readonly number: string;
  readonly secrecy: boolean;
  readonly what: string;
  readonly unit: string;
  readonly stage: string;
  /** The day on which the board was told; null for what it is to decide. */
  readonly on: string | null;
}

export interface BoardProps {
  readonly toDecide: readonly BoardRow[];
  readonly laid: readonly BoardRow[];
  /** Since when, in words. */
  readonly laidFrom: string;
  readonly decided: readonly { readonly label: string; readonly n: number }[];
  readonly decidedFrom: string;
  readonly decisionsHref: string;
  readonly questions: readonly { readonly href: string; readonly question: string }[];
  /** Reports that are frozen, the latest first. */
  readonly reports: readonly { readonly href: string; readonly title: string }[];
  /** The year of the last quality report. */
  readonly year: number;
}

/** What a politician needs before a meeting, on one page: numbers and codes, and a way to what may be read. */
export function Board({ toDecide, laid, laidFrom, decided, decidedFrom, decisionsHref, questions, reports, year }: BoardProps): VNode {
  const total = decided.reduce((sum, { n }) => sum + n, 0);
  return (
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      {toDecide.length === 0 ? null : (
        <section aria-labelledby="besluta">
          <h2 id="besluta">{said.toDecide}</h2>
          <p>{said.toDecideLead}</p>
          <Cases rows={toDecide} path="/beslut" />
        </section>
      )}
      <section aria-labelledby="anmalt">
        <h2 id="anmalt">{said.laid}</h2>
        <p>{laid.length === 0 ? said.laidNone(laidFrom) : said.laidCount(laid.length, laidFrom)}</p>
        {laid.length === 0 ? null : <Cases rows={laid} path="" />}
      </section>
      <section aria-labelledby="beslutat">
        <h2 id="beslutat">{said.decisions}</h2>
        <p>{total === 0 ? said.decisionsNone(decidedFrom) : said.decisionsCount(total, decidedFrom)}</p>
        <ul>
          {decided.map(({ label, n }) => (
            <li key={label}>{`${label}: ${n}`}</li>
          ))}
        </ul>
        <p>
          <a href={decisionsHref}>{said.decisionsAll}</a>
        </p>
      </section>
      {reports.length === 0 ? null : (
        <section aria-labelledby="berattelser">
          <h2 id="berattelser">{said.reports}</h2>
          <p>{said.reportsLead}</p>
          <ul>
            {reports.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{`${title} (PDF)`}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="siffror">
        <h2 id="siffror">{said.figures}</h2>
        <p>{said.figuresLead}</p>
        <ul>
          <li>
            <a href={`/kvalitetsberattelse/${year}`}>{`${said.report} ${year}`}</a>
          </li>
          {questions.map(({ href, question }) => (
            <li key={href}>
              <a href={href}>{question}</a>
            </li>
          ))}
          <li>
            <a href="/statistik">{said.all}</a>
          </li>
        </ul>
      </section>
    </>
  );
}

function Cases({ rows, path }: { readonly rows: readonly BoardRow[]; readonly path: string }): VNode {
  const { on, ...columns } = said.columns;
  const isDated = rows.some((row) => row.on !== null);
  return (
    <table class="cases">
      <HeadRow titles={[...Object.values(columns), ...(isDated ? [on] : [])]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/arende/${row.id}${path}`}>{row.number}</a>
              <SecrecyTag on={row.secrecy} />
            </th>
            <td data-label={columns.what}>{row.what}</td>
            <td data-label={columns.unit}>{row.unit}</td>
            <td data-label={columns.stage}>{row.stage}</td>
            {row.on === null ? null : (
              <td data-label={on}>
                <time>{row.on}</time>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
