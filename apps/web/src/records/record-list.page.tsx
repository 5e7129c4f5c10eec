import type { ComponentChildren, VNode } from 'preact';
import { DueDay } from '#ui/due-day';
import { Pages } from '#ui/pages';
import { ListHead, type ListHeadProps } from './list-head.js';

export interface RecordRow {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  /** The other standing texts. */
  readonly details: readonly { readonly term: string; readonly text: string }[];
  readonly unit: string;
  /** Whether it is of a level above the unit that is asked for, or above all of the reader's. */
  readonly handedDown: boolean;
  readonly owner: string | null;
  readonly status: string;
  readonly due: string | null;
  /** The day as far as it is known, where that is not to the day. */
  readonly dueKnown: string | null;
  readonly closed: boolean;
  readonly cells: readonly { readonly heading: string; readonly content: ComponentChildren }[];
}

export interface RecordListProps extends ListHeadProps {
  readonly lead: string;
  readonly overview: VNode | null;
  readonly rows: readonly RecordRow[];
  readonly columns: readonly string[];
  readonly dueHeading: string;
  readonly textHeading: string;
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  /** The list without the conditions that leave rows out; null where there are none. */
  readonly clear: string | null;
  readonly now: string;
}

/** Every record of a type that the reader sees. Works without script: each choice is a link or a field of a GET form. */
export function RecordList(props: RecordListProps): VNode {
  const { lead, overview, clear } = props;
  return (
    <>
      <ListHead {...props} />
      <div id="lista">
        {overview}
        <p class="lead" id="traffar">
          {lead}
          {clear === null ? null : ' '}
          {clear === null ? null : <a href={clear}>Visa alla</a>}
        </p>
        <Rows {...props} />
      </div>
    </>
  );
}

function Rows({ rows, columns, dueHeading, textHeading, base, page, pages, hrefOf, now }: RecordListProps): VNode | null {
  if (rows.length === 0) return null;
  const withOwner = rows.some(({ owner }) => owner !== null);
  return (
    <>
      <table class="cases records">
        <thead>
          <tr>
            {['Nummer', textHeading, ...columns, 'Enhet', ...(withOwner ? ['Ansvarig'] : []), 'Läge', dueHeading].map((text) => (
              <th scope="col" key={text}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`${base}/${row.id}`}>{row.number}</a>
              </th>
              <td data-label={textHeading}>
                {row.text}
                {row.details.map(({ term, text }) => (
                  <span class="hint block" key={term}>{`${term}: ${text}`}</span>
                ))}
              </td>
              {row.cells.map(({ heading, content }) => (
                <td data-label={heading} key={heading}>
                  {content}
                </td>
              ))}
              <td data-label="Enhet">
                {row.unit}
                {row.handedDown ? <span class="hint block">Från nivån över</span> : null}
              </td>
              {withOwner ? <td data-label="Ansvarig">{row.owner ?? '–'}</td> : null}
              <td data-label="Läge">{row.status}</td>
              <td data-label={dueHeading}>{row.closed ? '–' : <DueDay due={row.due} known={row.dueKnown} now={now} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages page={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}
