import type { VNode } from 'preact';
import { Deadline, dueText } from '#ui/deadline';
import { Form } from '#ui/form';
import { Pages } from '#ui/pages';
import { SecrecyTag } from '#ui/secrecy-mark';
import { byUrgency, urgencyMark, urgencyText } from './urgency.js';
import { WorkFilters, type WorkFiltersProps } from './work-filters.js';

export interface WorkRow {
  readonly id: string;
  readonly number: string;
  readonly secrecy: boolean;
  /** What it is called: written, where the reader may read the words of the case, else by its codes. */
  readonly heading: string;
  readonly unit: string;
  readonly stage: string;
  /** Others have done something in it since the reader had it open. */
  readonly hasNews: boolean;
  /** Why the case is marked, in words. */
  readonly flag: string | null;
  readonly next: string | null;
  readonly due: string | null;
  /** What the date is for. */
  readonly dueFor: string | null;
  readonly isLaw: boolean;
  readonly handler: string;
  /** Where the case waits for a decision on notification: the page of it. */
  readonly decisionHref: string | null;
}

export interface WorkListProps extends WorkFiltersProps {
  readonly rows: readonly WorkRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly now: string;
  /** Rows can be chosen and given to somebody. */
  readonly mayAssign: boolean;
  /** The nearest date of all, where this list is empty. */
  readonly nearest: { readonly id: string; readonly number: string; readonly secrecy: boolean; readonly due: string } | null;
}

/** The cases a person may see: soonest due first, each by its heading. */
export function WorkList(props: WorkListProps): VNode {
  const { total, asked } = props;
  return (
    <>
      <h1>Att göra</h1>
      <WorkFilters {...props} />
      <p class="lead">{`${total === 1 ? '1 ärende' : `${total} ärenden`}${total === 0 ? '.' : ', det som är mest bråttom först.'}`}</p>
      <p class="changed" role="status" hidden>
        Listan har ändrats. <a href={`/arenden?${props.search}&page=${props.page}`}>Visa</a>
      </p>
      <div id="lista">
        <List {...props} />
      </div>
      {asked.visa === 'vantar' ? (
        <details>
          <summary>Varför ser jag just de här?</summary>
          <p>
            Väntar på dig: du handlägger ärendet, den närmaste fristen hör till en roll du har, beslutet om anmälan till IVO är ditt, någon har bett en andra
            person bekräfta ett beslut och du får göra det, eller ärendet saknar enhet eller har en beslutad anmälan att skicka och du är registrator. Det som
            väntar på någon annans beslut, eller som du redan har beslutat, är inte med.
          </p>
        </details>
      ) : null}
    </>
  );
}

function List(props: WorkListProps): VNode {
  if (props.rows.length === 0) return <Empty {...props} />;
  return (
    <>
      {props.mayAssign ? (
        <Form method="get" action="/arenden/fordela">
          <Groups {...props} pick />
          <button class="second">Fördela valda …</button>
        </Form>
      ) : (
        <Groups {...props} />
      )}
      <Pages page={props.page} pages={props.pages} hrefOf={(page) => `/arenden?${props.search}&page=${page}`} />
    </>
  );
}

/** The list by how urgent it is, where that is its order; a group has its number where all of it is on the page. */
function Groups(props: WorkListProps & { readonly pick?: boolean }): VNode {
  const groups = byUrgency(props.rows, props.now);
  const isOneList = (props.asked.sort ?? 'due') !== 'due' || groups.every(({ urgency }) => urgency === 'undated');
  if (isOneList) return <CaseTable {...props} />;
  return (
    <>
      {groups.map(({ urgency, rows }) => (
        <section key={urgency} class="group" aria-labelledby={urgency}>
          <h2 id={urgency} class={urgency === 'late' ? 'due late' : urgency === 'today' || urgency === 'tomorrow' ? 'due soon' : undefined}>
            <span aria-hidden="true">{urgencyMark[urgency]}</span>
            {props.pages === 1 ? `${urgencyText[urgency]} (${rows.length})` : urgencyText[urgency]}
          </h2>
          <CaseTable {...props} rows={rows} />
        </section>
      ))}
    </>
  );
}

function Empty({ nearest, now }: WorkListProps): VNode {
  if (nearest === null) return <p>Inget att göra här just nu.</p>;
  return (
    <p>
      {'Inget att göra här just nu. Nästa frist bland det du ser: '}
      <a href={`/arende/${nearest.id}`}>{nearest.number}</a>
      <SecrecyTag on={nearest.secrecy} />
      {`, ${dueText(nearest.due, now)}.`}
    </p>
  );
}

/** A case in a list: its heading, and its number in the line under. */
export const CaseLink = ({ href, heading, number, secrecy }: Pick<WorkRow, 'heading' | 'number' | 'secrecy'> & { readonly href: string }): VNode => (
  <>
    <a href={href} class="case-link">
      {heading} <span class="number">{number}</span>
    </a>
    <SecrecyTag on={secrecy} />
  </>
);

/** The table itself: used by the list and behind every figure. `pick`: a checkbox per row, sent as `id`. */
export function CaseTable({ rows, now, pick = false }: Pick<WorkListProps, 'rows' | 'now'> & { readonly pick?: boolean }): VNode {
  return (
    <table class="cases">
      <colgroup>
        {pick ? <col class="pick" /> : null}
        <col class="what" />
        <col span={3} />
        <col class="when" />
        <col />
      </colgroup>
      <thead>
        <tr>
          {pick ? <th scope="col">Välj</th> : null}
          <th scope="col">Vad</th>
          <th scope="col">Enhet</th>
          <th scope="col">Skede</th>
          <th scope="col">Nästa steg</th>
          <th scope="col">Närmaste frist</th>
          <th scope="col">Handläggs av</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {pick ? (
              <td data-label="Välj" class="pick">
                <label>
                  <input type="checkbox" name="id" value={row.id} />
                  <span class="out-of-sight">{`Välj ${row.number}`}</span>
                </label>
              </td>
            ) : null}
            <th scope="row">
              <CaseLink {...row} href={`/arende/${row.id}`} />
              {row.hasNews ? <span class="news-mark">Nytt sedan du öppnade det</span> : null}
            </th>
            <td data-label="Enhet">{row.unit}</td>
            <td data-label="Skede">
              {row.stage}
              {row.flag === null ? null : <strong class="block">{row.flag}</strong>}
            </td>
            <td data-label="Nästa steg">{row.decisionHref === null ? (row.next ?? '–') : <a href={row.decisionHref}>{row.next}</a>}</td>
            <td data-label="Närmaste frist">
              <Deadline due={row.due} now={now} isLaw={row.isLaw} />
              {row.dueFor === null ? null : (
                <a class="hint block" href={`/arende/${row.id}#frist`}>
                  {row.dueFor}
                </a>
              )}
            </td>
            <td data-label="Handläggs av">{row.handler}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
