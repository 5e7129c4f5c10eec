import type { VNode } from 'preact';
import { Deadline } from '#ui/deadline';

export interface WorkRow {
  readonly id: string;
  readonly number: string;
  readonly what: string;
  readonly unit: string;
  readonly stage: string;
  readonly due: string | null;
  readonly isLaw: boolean;
  readonly handler: string;
  /** Where the case waits for a decision on notification: the page of it. */
  readonly decisionHref: string | null;
}

export interface WorkListProps {
  readonly title: string;
  readonly lead: string;
  readonly filters: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly rows: readonly WorkRow[];
  readonly total: number;
  readonly page: number;
  readonly more: string | null;
  readonly now: string;
}

/** The cases a person may see: soonest due first, codes and numbers, never words. */
export function WorkList(props: WorkListProps): VNode {
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      <nav aria-label="Urval" class="filters">
        {props.filters.map((filter) => (
          <a key={filter.href} href={filter.href} {...(filter.current ? { 'aria-current': 'page' as const } : {})}>
            {filter.label}
          </a>
        ))}
      </nav>
      {props.rows.length === 0 ? <p>Inga ärenden här just nu.</p> : <CaseTable {...props} />}
      {props.more === null ? null : (
        <p>
          <a href={props.more}>Visa fler</a>
        </p>
      )}
    </>
  );
}

/** The table itself: used by the list and behind every figure. */
export function CaseTable({ rows, now }: Pick<WorkListProps, 'rows' | 'now'>): VNode {
  return (
    <table class="cases">
      <thead>
        <tr>
          <th scope="col">Ärende</th>
          <th scope="col">Vad</th>
          <th scope="col">Enhet</th>
          <th scope="col">Skede</th>
          <th scope="col">Närmaste frist</th>
          <th scope="col">Handläggs av</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/arende/${row.id}`}>{row.number}</a>
            </th>
            <td data-label="Vad">{row.what}</td>
            <td data-label="Enhet">{row.unit}</td>
            <td data-label="Skede">{row.decisionHref === null ? row.stage : <a href={row.decisionHref}>{`${row.stage}: till beslutet`}</a>}</td>
            <td data-label="Närmaste frist">
              <Deadline due={row.due} now={now} isLaw={row.isLaw} />
            </td>
            <td data-label="Handläggs av">{row.handler}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
