import type { VNode } from 'preact';

/** A number that nobody has reported: a dash, in words for one who hears the page. The note below the table or chart says what the dash is. */
export function NotReported({ of = '' }: { readonly of?: string }): VNode {
  return (
    <span class="not-reported">
      <span aria-hidden="true">–</span>
      <span class="out-of-sight">{of === '' ? 'ej rapporterat' : `ej rapporterat: ${of}`}</span>
    </span>
  );
}

/** Said in the place of what would be drawn, where there is nothing: an axis alone says nothing. */
export const NothingToDraw = ({ when }: { readonly when: boolean }): VNode | null => (when ? <p class="hint">Det finns inget att visa i urvalet.</p> : null);

/** Said once, where a dash stands above. */
export const NotReportedNote = ({ when }: { readonly when: boolean }): VNode | null =>
  when ? <p class="hint">– betyder ej rapporterat: ingen har intygat att det inte fanns något.</p> : null;
