import type { VNode } from 'preact';
import { managementTexts as texts } from '#text/management';

interface ManagedRow {
  readonly href: string;
  readonly name: string;
  /** What the records are for, in a sentence. */
  readonly purpose: string | null;
  readonly open: number;
  readonly late: number;
  /** The next day of an open one, in words; null where none has a day. */
  readonly next: string | null;
}

export interface ManagementProps {
  readonly rows: readonly ManagedRow[];
}

/** The records of the management system that the reader may see: what each is for, how many go on, and when the next is due. */
export function Management({ rows }: ManagementProps): VNode {
  return (
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      <div class="card figures">
        <table class="managed">
          <thead>
            <tr>
              <th scope="col">{texts.what}</th>
              <th scope="col">{texts.open}</th>
              <th scope="col">{texts.late}</th>
              <th scope="col">{texts.next}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ href, name, purpose, open, late, next }) => (
              <tr key={href}>
                <th scope="row">
                  <a href={href}>{name}</a>
                  {purpose === null ? null : <span class="hint block">{purpose}</span>}
                </th>
                <td>{open}</td>
                <td>{late === 0 ? 0 : <span class="due late">{`■ ${late}`}</span>}</td>
                <td>{next ?? texts.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
