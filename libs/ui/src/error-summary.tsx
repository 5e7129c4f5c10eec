import type { VNode } from 'preact';
import { fieldId } from './field.js';

export interface Fault {
  readonly field: string;
  readonly text: string;
  /** Where the fault is corrected, when it is not a field of the same form. */
  readonly href?: string;
}

/** Everything that stopped the form, each with a link to where it is corrected. First on the page, and focused by its id in the address. */
export function ErrorSummary({ title, faults }: { readonly title: string; readonly faults: readonly Fault[] }): VNode | null {
  if (faults.length === 0 && title === '') return null;
  return (
    <div class="ds-error-summary" role="alert" aria-labelledby="fel-rubrik" tabIndex={-1} id="fel">
      <h2 id="fel-rubrik">{title}</h2>
      {faults.length === 0 ? null : (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.field}${fault.text}`}>
              <a href={fault.href ?? `#${fieldId(fault.field)}`}>{fault.text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
