import type { VNode } from 'preact';
import { stockholmDate } from '#domain/law/calendar';
import { lexMariaReportTexts } from '#text/lex-maria-report';
import { texts } from '#text/pages';
import { registrationTexts } from '#text/registration';
import { staffReportTexts as said } from '#text/staff-report';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field } from '#ui/field';
import { FILES } from '#ui/files-field';
import { Form } from '#ui/form';
import { Danger } from '#ui/told-line';
import { FilesField } from '../attachments/files-field.js';
import { BigChoices } from '../forms/big-choices.js';
import { type FormBody, textOf } from '../frame/request.js';
import type { AskedFields, Door, Lists, ReportField } from './staff-report-fields.js';
import { AnswerChoices, ConcernedChoices } from './who-spoke-fields.js';

/** Somebody who has just spoken to staff is most often phoned. */
const askedWays = ['phone', 'email', 'letter', 'code', 'none'] as const;

/** The first question: which kind of report? One touch each, and the way to one's own reports. */
export function StaffReportDoors({ startsLexMaria }: { readonly startsLexMaria: boolean }): VNode {
  return (
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <Danger>{texts.start.danger}</Danger>
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
      {startsLexMaria ? (
        <>
          <h2>Lex Maria</h2>
          <p>
            <a href="/rapportera/lex-maria">{lexMariaReportTexts.door}</a>. {lexMariaReportTexts.doorText}
          </p>
        </>
      ) : null}
      <h2>{registrationTexts.title}</h2>
      <p>
        <a href="/registrera">{registrationTexts.door}</a>. {registrationTexts.doorText}
      </p>
      <h2>{said.mine}</h2>
      <p>
        <a href="/rapportera/mina">{said.mine}</a>. {said.mineText}
      </p>
    </>
  );
}

export interface StaffReportProps {
  readonly door: Door;
  readonly fields: AskedFields;
  readonly lists: Lists;
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  /** Makes a double click, and a report that waited for a network, the same report. */
  readonly key: string;
  /** When the form was opened; ISO instant. */
  readonly at: string;
  readonly now: string;
  /** Whose draft it is, on a device that several share: the person's id. */
  readonly owner: string;
}

export function StaffReport({ door, fields, lists, body, faults, key, at, now, owner }: StaffReportProps): VNode {
  const words = said.forms[door];
  const told = (name: string) => faults.find((fault) => fault.field === name)?.text;
  const isMore = fields.more.some(({ name }) => told(name) !== undefined || textOf(body, name) !== '');
  const ask = (field: ReportField) => <Question key={field.name} field={field} body={body} told={told} />;
  return (
    <div class="one-thing">
      <ErrorSummary title={faults.length === 0 ? '' : 'Det här behöver du rätta'} faults={faults} />
      <p>
        <a href="/rapportera">Tillbaka till valet</a>
      </p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {door === 'klagomal' ? <HelpSheet /> : null}
      <p class="done-note" data-draft-line role="status" hidden />
      <Form
        action={`/rapportera/${door}`}
        encType="multipart/form-data"
        data-draft={door}
        data-draft-owner={owner}
        data-draft-found={said.draft.found}
        data-draft-dropped={said.draft.dropped}
        data-draft-waiting={said.draft.waiting}
        data-draft-sending={said.draft.sending}
      >
        <input type="hidden" name="_key" value={key} />
        <input type="hidden" name="_at" value={at} />
        <input type="hidden" name="_valt" value={textOf(body, '_valt')} data-now={now} />
        <Place lists={lists} body={body} told={told} />
        {fields.first.map(ask)}
        {fields.afterwards.length === 0 ? null : (
          <>
            <AnswerChoices legend={said.answer.label} words={said.answer} body={body} told={told} order={askedWays} day={stockholmDate(now)} isOwn={false} />
            <ConcernedChoices legend={said.concerned.label} words={said.concerned} body={body} told={told} />
          </>
        )}
        {fields.afterwards.map(ask)}
        {fields.more.length === 0 ? null : (
          <details open={isMore}>
            <summary>{said.more}</summary>
            {fields.more.map(ask)}
          </details>
        )}
        {door === 'direkt' ? null : <FilesField error={told(FILES)} />}
        <div class="onward">
          <button>{words.button}</button>
        </div>
        <p class="hint" id="lanad">
          {said.borrowed}
        </p>
        <button class="second" name="_efter" value="logga-ut" aria-describedby="lanad">
          {said.sendAndLeave}
        </button>
        <div data-draft-kept hidden>
          <p class="hint">{said.draft.note}</p>
          <button type="button" class="as-link" data-draft-drop>
            {said.draft.drop}
          </button>
        </div>
      </Form>
    </div>
  );
}

/** The place is suggested and must be confirmed with a touch, since it decides who sees the report. */
function Place({ lists, body, told }: { readonly lists: Lists; readonly body: FormBody; readonly told: (name: string) => string | undefined }): VNode {
  const { unit, otherUnit } = said.fields;
  const elsewhere = (name: string, label: string, hint?: string) => (
    <Field field={{ name, label, hint, as: 'choice', options: lists.units, required: true }} value={textOf(body, name)} error={told(name)} />
  );
  if (lists.own.length === 0) return elsewhere('unit', otherUnit.label, otherUnit.hint);
  return (
    <BigChoices
      name="unit"
      legend={unit.label}
      hint={unit.hint}
      choices={[
        ...lists.own.map(({ value, label }) => ({ value, label: said.here(label) })),
        { value: 'other', label: said.elsewhere, asks: elsewhere('otherUnit', otherUnit.label) },
      ]}
      value={textOf(body, 'unit')}
      error={told('unit')}
    />
  );
}

function Question({ field, body, told }: { readonly field: ReportField; readonly body: FormBody; readonly told: (name: string) => string | undefined }): VNode {
  if (field.big === undefined) {
    const value = body[field.name];
    return <Field field={field} value={field.as === 'choices' && typeof value === 'string' ? [value] : value} error={told(field.name)} />;
  }
  const day = <Field field={{ name: 'day', ...said.fields.day, as: 'date', options: [], required: true }} value={textOf(body, 'day')} error={told('day')} />;
  const options = field.options.map(({ value, label }) => ({ value, label, ...(field.name === 'when' && value === 'other' ? { asks: day } : {}) }));
  return (
    <BigChoices
      name={field.name}
      legend={field.required ? field.label : `${field.label} (valfritt)`}
      hint={field.hint}
      choices={options}
      value={textOf(body, field.name)}
      error={told(field.name)}
      short={field.big === 'short'}
    />
  );
}

/** Four steps for somebody who receives a complaint; document 002 names unrecorded complaints as its first risk. */
const HelpSheet = (): VNode => (
  <section class="help-sheet" aria-labelledby="hjalp">
    <h2 id="hjalp">{texts.staff.helpTitle}</h2>
    <ol>
      {texts.staff.help.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  </section>
);
