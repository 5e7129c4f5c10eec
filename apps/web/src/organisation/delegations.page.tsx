import type { VNode } from 'preact';
import { changeNames, organisationTexts } from '#text/organisation';
import { HeadRow } from '#ui/head-row';

const texts = organisationTexts.delegations;

export interface DelegationsPageProps {
  readonly rows: readonly {
    readonly key: string;
    readonly what: string;
    readonly role: string;
    readonly point: string;
    readonly decision: string;
    readonly from: string;
    readonly to: string;
    /** Where it is ended; null where it has an end, or is not registered. */
    readonly end: string | null;
  }[];
  readonly mayChange: boolean;
}

/** Who decides on the board's behalf, by which point of the delegation order. */
export function DelegationsPage({ rows, mayChange }: DelegationsPageProps): VNode {
  const { columns } = texts;
  return (
    <>
      <p class="way-back">
        <a href="/organisation">{organisationTexts.back}</a>
      </p>
      <h1 id="delegationer">{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {mayChange ? (
        <p>
          <a href="/organisation/andra/delegate">{changeNames.delegate}</a>
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1) */}
      <figure class="figures listing" tabIndex={0} aria-labelledby="delegationer">
        <table>
          <HeadRow titles={Object.values(columns)} />
          <tbody>
            {rows.map(({ key, what, role, point, decision, from, to, end }) => (
              <tr key={key}>
                <th scope="row">{what}</th>
                <td data-label={columns.role}>{role}</td>
                <td data-label={columns.point}>{point}</td>
                <td data-label={columns.decision}>{decision}</td>
                <td data-label={columns.from}>{from}</td>
                <td data-label={columns.to}>
                  {to}
                  {end === null || !mayChange ? null : (
                    <a href={end} aria-label={`${changeNames.endDelegation}: ${what}, ${role}`}>
                      Avsluta
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
    </>
  );
}
