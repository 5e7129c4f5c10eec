import type { VNode } from 'preact';
import type { UnitFilter } from '#read-model/reports/unit-figures';
import { unitTexts as texts } from '#text/unit-page';
import { NotReported, NotReportedNote } from '#ui/not-reported';

export interface UnitPart {
  readonly name: string;
  /** Null where it is no unit that can be chosen. */
  readonly href: string | null;
  readonly values: Readonly<Record<UnitFilter, number | null>>;
}

/** Unit by unit, a column each key figure; what nobody has reported is a dash. */
export function UnitParts({
  parts,
  columns,
}: {
  readonly parts: readonly UnitPart[];
  readonly columns: readonly { which: UnitFilter; title: string }[];
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled within its frame, by keyboard too (WCAG 2.1.1)
    <figure class="figures" tabIndex={0} aria-labelledby="delar-titel">
      <table>
        <caption id="delar-titel">{texts.parts}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.unit}</th>
            {columns.map(({ which, title }) => (
              <th scope="col" key={which}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.name}>
              <th scope="row">{part.href === null ? part.name : <a href={part.href}>{part.name}</a>}</th>
              {columns.map(({ which, title }) => (
                <td key={which} data-label={title}>
                  {part.values[which] ?? <NotReported />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        <p class="hint">{texts.partsNote}</p>
        <NotReportedNote when={parts.some(({ values }) => columns.some(({ which }) => values[which] === null))} />
      </figcaption>
    </figure>
  );
}
