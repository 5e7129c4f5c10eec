import type { VNode } from 'preact';
import { DueDay } from '#ui/due-day';
import { Pages } from '#ui/pages';
import { SecrecyTag } from '#ui/secrecy-mark';
import { ListHead, type ListHeadProps } from '../records/list-head.js';

export interface ActionRow {
  readonly id: string;
  readonly href: string;
  /** Its own number, or that of the case in which it is planned. */
  readonly number: string;
  /** Whether that case is marked in the diary. */
  readonly secrecy: boolean;
  /** What is to be done; what it is about, for one who may not read the words. */
  readonly text: string;
  readonly area: string | null;
  /** What else it serves, cases and other records, of those that the reader sees. */
  readonly serves: readonly { readonly href: string; readonly number: string; readonly secrecy: boolean }[];
  /** Whether it is planned in a case. */
  readonly inCase: boolean;
  readonly unit: string;
  readonly owner: string | null;
  readonly status: string;
  readonly due: string | null;
  readonly closed: boolean;
  readonly late: boolean;
}

export interface ActionListProps extends ListHeadProps {
  readonly lead: string;
  /** Open ones: those that are late, and by the tertial of their next day. */
  readonly counts: readonly { readonly label: string; readonly n: number; readonly href: string; readonly isChosen: boolean }[];
  readonly rows: readonly ActionRow[];
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
  readonly csvHref: string;
  readonly now: string;
}

/** All actions that the reader sees, whatever they serve. Works without script: each choice is a link or a field of a GET form. */
export function ActionList(props: ActionListProps): VNode {
  const { base, lead, counts, rows, csvHref } = props;
  return (
    <>
      <ListHead {...props} />
      <div id="lista">
        <nav aria-label="Inte avslutade, efter nästa datum">
          <ul class="counts">
            {counts.map(({ label, n, href, isChosen }) => (
              <li key={label}>
                <a href={href} {...(isChosen ? { 'aria-current': 'true' as const } : {})}>
                  <b>{n}</b> {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="lead">
          {lead} {rows.length === 0 ? <a href={`${base}?status=all`}>Visa alla</a> : null}
        </p>
        <Rows {...props} />
        {rows.length === 0 ? null : (
          <p class="screen-only">
            <a href={csvHref}>Ladda ner listan som CSV</a>
          </p>
        )}
      </div>
    </>
  );
}

const HEADINGS = ['Nummer', 'Åtgärd', 'Gäller', 'Enhet', 'Ansvarig', 'Läge', 'Nästa datum'] as const;

function Rows({ rows, page, pages, hrefOf, now }: ActionListProps): VNode | null {
  if (rows.length === 0) return null;
  return (
    <>
      <table class="cases records">
        <thead>
          <tr>
            {HEADINGS.map((text) => (
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
                <a href={row.href}>{row.number}</a>
                <SecrecyTag on={row.secrecy} />
              </th>
              <td data-label="Åtgärd">
                {row.text}
                {row.area === null ? null : <span class="hint block">{row.area}</span>}
              </td>
              <td data-label="Gäller">
                {row.inCase ? 'Ärendet' : row.serves.length === 0 ? '–' : null}
                {row.serves.map(({ href, number, secrecy }) => (
                  <span class="block" key={href}>
                    <a href={href}>{number}</a>
                    <SecrecyTag on={secrecy} />
                  </span>
                ))}
              </td>
              <td data-label="Enhet">{row.unit}</td>
              <td data-label="Ansvarig">{row.owner ?? '–'}</td>
              <td data-label="Läge">{row.status}</td>
              <td data-label="Nästa datum">{row.closed || row.due === null ? '–' : <DueDay due={row.due} now={now} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages page={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}
