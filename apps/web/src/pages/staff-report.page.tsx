import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { staffReportTexts as said } from '#text/staff-report';
import { ErrorSummary } from '#ui/error-summary';
import { type FieldModel, Fields, type FieldsProps } from '#ui/field';
import type { Door } from '../staff-report-fields.js';

/** The first question: what kind of thing is it? One touch each, and the way to one's own reports. */
export function StaffReportDoors(): VNode {
  return (
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <p class="danger">{texts.start.danger}</p>
      <ul class="doors">
        {said.doors.map((door) => (
          <li key={door.kind}>
            <h2>
              <a href={`/rapportera/${door.kind}`}>{door.title}</a>
            </h2>
            <p>{door.text}</p>
          </li>
        ))}
      </ul>
      <h2>{said.mine}</h2>
      <p>
        <a href="/arenden">{said.mine}</a>. {said.mineText}
      </p>
    </>
  );
}

export interface StaffReportProps extends FieldsProps {
  readonly door: Door;
  readonly fields: readonly FieldModel[];
  /** Makes a double click the same report. */
  readonly key: string;
}

export function StaffReport({ door, fields, body, faults, key }: StaffReportProps): VNode {
  const words = said.forms[door];
  return (
    <>
      <ErrorSummary title={faults.length === 0 ? '' : 'Det här behöver du rätta'} faults={faults} />
      <p>
        <a href="/rapportera">Tillbaka till valet</a>
      </p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {door === 'klagomal' ? <HelpSheet /> : null}
      <form method="post" action={`/rapportera/${door}`} novalidate>
        <input type="hidden" name="_key" value={key} />
        <Fields fields={fields} body={body} faults={faults} />
        <button>{words.button}</button>
      </form>
    </>
  );
}

/** Four steps for one who meets a complaint: the top risk of the seed report is that it is never written down. */
const HelpSheet = (): VNode => (
  <details class="help">
    <summary>{texts.staff.helpTitle}</summary>
    <ol>
      {texts.staff.help.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  </details>
);

export interface StaffReceiptProps {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  /** Why it was taken in as something else than it was called; null where it was not. */
  readonly takenIn: string | null;
  readonly siblings: readonly { readonly id: string; readonly number: string }[];
  readonly goesTo: string | null;
  readonly pastChief: boolean;
  readonly closed: boolean;
  /** Only where nobody is named: then the code is the way back. */
  readonly code: string | null;
}

/** What the one who reported gets: what it was taken in as, who has it now, and how the answer comes. */
export function StaffReceipt(props: StaffReceiptProps): VNode {
  const { receipt } = said;
  return (
    <>
      <h1>{receipt.title}</h1>
      <dl class="receipt">
        <dt>{receipt.takenInAs}</dt>
        <dd>{props.kind}</dd>
        <dt>Ärendets nummer</dt>
        <dd>{props.code === null ? <a href={`/arende/${props.id}`}>{props.number}</a> : props.number}</dd>
        {props.siblings.length === 0 ? null : <dt>{receipt.sibling}</dt>}
        {props.siblings.map((other) => (
          <dd key={other.id}>{props.code === null ? <a href={`/arende/${other.id}`}>{other.number}</a> : other.number}</dd>
        ))}
        {props.code === null ? null : <dt>Din kod</dt>}
        {props.code === null ? null : <dd class="code">{props.code.match(/.{4}/g)?.join(' ')}</dd>}
      </dl>
      {props.takenIn === null ? null : <p>{props.takenIn}</p>}
      {props.goesTo === null ? null : <p>{`${receipt.goesTo} ${props.goesTo}.${props.pastChief ? ` ${receipt.pastChief}` : ''}`}</p>}
      <p>{props.closed ? receipt.closed : props.code === null ? receipt.answer : receipt.code}</p>
      <p>{props.code === null ? <a href="/arenden">{said.mine}</a> : <a href="/folj">Följ ditt ärende</a>}</p>
      <p>
        <a href="/rapportera">{receipt.again}</a>
      </p>
    </>
  );
}
