import type { VNode } from 'preact';
import type { NotKept } from '#attachments/attaching';
import { attachmentTexts } from '#text/attachments';
import { municipalityTexts } from '#text/municipality';
import { publicPointers } from '#text/other-ways';
import { type PublicReportWords, receiptTexts as said } from '#text/public-report';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { fieldId } from '#ui/field';
import { Form } from '#ui/form';
import { FilesField, NotKeptFiles } from '../attachments/files-field.js';
import { Pointers } from './pointers.js';

export interface ReceiptProps {
  readonly number: string;
  readonly code: string;
  /** What happens next, with days, from the open duties of the case. */
  readonly next: readonly string[];
  readonly turnTo: PublicReportWords['turnTo'];
  /** The names of the files that were stored. */
  readonly files: readonly string[];
  readonly notKept: readonly NotKept[];
  readonly faults: readonly Fault[];
  /** The municipality by name, with how to reach it; null until it has been said. */
  readonly contact: string | null;
}

/** The code in four groups of four. */
export const grouped = (code: string): string => code.match(/.{4}/g)?.join(' ') ?? code;

/** In a receipt: the files that were stored, by name. */
export const StoredFiles = ({ names }: { readonly names: readonly string[] }): VNode | null =>
  names.length === 0 ? null : (
    <>
      <dt>{said.files}</dt>
      {names.map((name, n) => (
        <dd key={n} class="file-name">
          {name}
        </dd>
      ))}
    </>
  );

/** The receipt of a public report. The code is shown here and nowhere else, with a link to the dialogue. */
export function Receipt({ number, code, next, turnTo, files, notKept, faults, contact }: ReceiptProps): VNode {
  return (
    <div class="one-thing">
      <ErrorSummary title={faults.length === 0 ? '' : 'En sak till'} faults={faults} />
      <NotKeptFiles files={notKept} />
      <h1>{said.title}</h1>
      <dl class="receipt">
        <dt>{said.number}</dt>
        <dd>{number}</dd>
        <dt>{said.code}</dt>
        <dd class="code">{grouped(code)}</dd>
        <StoredFiles names={files} />
      </dl>
      <p>{said.keep}</p>
      <p class="no-print">{said.howToKeep}</p>
      <button type="button" class="second" data-print hidden>
        {said.print}
      </button>
      <h2>{said.next}</h2>
      <ul>
        {next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {contact === null ? null : <p>{municipalityTexts.questions(contact)}</p>}
      <Form class="no-print keep-code" action="/lamna-synpunkt/kvitto">
        <input type="hidden" name="code" value={code} />
        <label class="option">
          <input class="ds-input" type="checkbox" id={fieldId('saved')} name="saved" value="yes" />
          {said.saved}
        </label>
        <button>{said.onward}</button>
      </Form>
      {notKept.length === 0 ? null : (
        <Form class="no-print" action="/lamna-synpunkt/bilagor" encType="multipart/form-data">
          <input type="hidden" name="code" value={code} />
          <FilesField />
          <button class="second">{attachmentTexts.again}</button>
        </Form>
      )}
      <h2>{said.turnTo}</h2>
      {turnTo.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Pointers title={said.otherWays} list={publicPointers} />
    </div>
  );
}
