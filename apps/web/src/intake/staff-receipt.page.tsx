import type { VNode } from 'preact';
import type { NotKept } from '#attachments/attaching';
import { staffPointers } from '#text/other-ways';
import { receiptTexts } from '#text/public-report';
import { registrationTexts } from '#text/registration';
import { staffReportTexts as said } from '#text/staff-report';
import { NotKeptFiles } from '../attachments/files-field.js';
import { Pointers } from './pointers.js';
import { grouped, StoredFiles } from './receipt.page.js';

export interface StaffReceiptProps {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  /** Why it was taken in as another kind than it was called; null where it was not. */
  readonly takenIn: string | null;
  readonly siblings: readonly { readonly id: string; readonly number: string }[];
  /** Who has it now; null where nothing is left to do. */
  readonly goesTo: string | null;
  readonly pastChief: boolean;
  readonly closed: boolean;
  /** What is to be done next, and by when. */
  readonly next: string | null;
  /** The way back to the answer: for one who reports without a name, or to hand over to the one who spoke. */
  readonly code: string | null;
  /** The code is for somebody else than the one who writes. */
  readonly isHandedOver: boolean;
  /** The case of another kind that was made with it. */
  readonly born: readonly { readonly id: string; readonly kind: string; readonly number: string }[];
  /** What this person can do next with the case: a link each. */
  readonly onward: readonly { readonly href: string; readonly text: string }[];
  /** The names of the files that were stored. */
  readonly files: readonly string[];
  readonly notKept: readonly NotKept[];
}

/** The receipt of a staff report: what it was taken in as, who has it now, and how the answer comes. `out`: they have been logged out; `owner`: whose draft is to be deleted. */
export function StaffReceipt({
  out,
  isRegistered = false,
  ...props
}: StaffReceiptProps & { readonly out: boolean; readonly owner: string; readonly isRegistered?: boolean }): VNode {
  const { receipt } = said;
  const isNamed = props.code === null || props.isHandedOver;
  const numberOf = (id: string, number: string) => (isNamed && !out ? <a href={`/arende/${id}`}>{number}</a> : number);
  return (
    <div class="one-thing" data-taken-in={props.number} data-draft-owner={props.owner}>
      <NotKeptFiles files={props.notKept} />
      <h1>{isRegistered ? registrationTexts.done : receipt.title}</h1>
      {out ? <p class="done-note">{receipt.out}</p> : null}
      <dl class="receipt">
        <dt>{receipt.takenInAs}</dt>
        <dd>{props.kind}</dd>
        <dt>{receiptTexts.number}</dt>
        <dd>{numberOf(props.id, props.number)}</dd>
        {props.siblings.length === 0 ? null : <dt>{receipt.sibling}</dt>}
        {props.siblings.map((other) => (
          <dd key={other.id}>{numberOf(other.id, other.number)}</dd>
        ))}
        {props.born.flatMap(({ id, kind, number }) => [<dt key={`${id}t`}>{kind}</dt>, <dd key={id}>{numberOf(id, number)}</dd>])}
        {props.code === null ? null : <dt>{receiptTexts.code}</dt>}
        {props.code === null ? null : <dd class="code">{grouped(props.code)}</dd>}
        <StoredFiles names={props.files} />
      </dl>
      {props.takenIn === null ? null : <p>{props.takenIn}</p>}
      {props.goesTo === null ? null : <p>{`${receipt.goesTo} ${props.goesTo}.${props.pastChief ? ` ${receipt.pastChief}` : ''}`}</p>}
      {props.next === null ? null : <p>{props.next}</p>}
      {props.isHandedOver ? <p>{receipt.handOver}</p> : null}
      {isRegistered ? null : <p>{props.closed ? receipt.closed : isNamed ? receipt.answer : receipt.code}</p>}
      {props.onward.length === 0 ? null : <h2>{registrationTexts.goOn}</h2>}
      {props.onward.length === 0 ? null : (
        <ul>
          {props.onward.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {isRegistered ? null : <Pointers title={receipt.otherWays} list={staffPointers} />}
      <p>{isNamed ? out || isRegistered ? null : <a href="/rapportera/mina">{said.mine}</a> : <a href="/folj">Följ ditt ärende</a>}</p>
      <p>
        {out ? (
          <a href="/logga-in?till=/rapportera">Logga in</a>
        ) : (
          <a href={isRegistered ? '/registrera' : '/rapportera'}>{isRegistered ? registrationTexts.again : receipt.again}</a>
        )}
      </p>
    </div>
  );
}
