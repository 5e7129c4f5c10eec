import type { VNode } from 'preact';
import { dueText } from '#ui/deadline';
import type { CasePageProps } from './case.page.js';

/** On the phone: a row at the bottom that leads to the next step, which is far from where one reads. */
export function Dock({ next, reportedOnly, now }: CasePageProps): VNode | null {
  if (next === null || reportedOnly) return null;
  const { missing, due } = next;
  return (
    <p class="dock">
      <a href="#nasta">
        <span>{missing.length === 0 ? 'Nästa steg' : missing.length === 1 ? 'En sak saknas' : `${missing.length} saker saknas`}</span>
        <span>
          {due?.due == null ? null : dueText(due.due, now)} <span aria-hidden="true">↑</span>
        </span>
      </a>
    </p>
  );
}
