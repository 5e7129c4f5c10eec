import type { ComponentChildren, VNode } from 'preact';
import { registrationTexts as said } from '#text/registration';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, type FieldModel } from '#ui/field';
import { FILES } from '#ui/files-field';
import { Form } from '#ui/form';
import { FilesField } from '../attachments/files-field.js';
import { BigChoices } from '../forms/big-choices.js';
import { type FormBody, textOf } from '../frame/request.js';
import { dayOf, fieldsOfDay, sorts } from './registration-form.js';
import { type RegistrationQuestion, registrationQuestions } from './registration-questions.js';
import type { Lists } from './staff-report-fields.js';
import { AnswerChoices, ConcernedChoices } from './who-spoke-fields.js';

export interface RegistrationProps {
  readonly lists: Lists;
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  /** Makes a double click the same report. */
  readonly key: string;
  readonly today: string;
}

const askedWays = ['letter', 'email', 'phone', 'code', 'none'] as const;

/** What has come in outside this system, in the order and under the numbers of the paper form. */
export function Registration({ lists, body, faults, key, today }: RegistrationProps): VNode {
  return (
    <div class="one-thing">
      <ErrorSummary title={faults.length === 0 ? '' : 'Det här behöver du rätta'} faults={faults} />
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <p>
        <a href="/rapportera/blankett">{said.blank}</a>
      </p>
      <Form action="/registrera" encType="multipart/form-data">
        <input type="hidden" name="_key" value={key} />
        {registrationQuestions.map((question, n) => (
          <Numbered key={question} question={question} n={n + 1} lists={lists} body={body} faults={faults} today={today} />
        ))}
        <div class="onward">
          <button>{said.button}</button>
        </div>
      </Form>
    </div>
  );
}

interface NumberedProps extends Pick<RegistrationProps, 'lists' | 'body' | 'faults' | 'today'> {
  readonly question: RegistrationQuestion;
  readonly n: number;
}

function Numbered({ question, n, lists, body, faults, today }: NumberedProps): VNode {
  const told = (name: string) => faults.find((fault) => fault.field === name)?.text;
  const fields = fieldsOfDay(lists, body, today);
  const legend = (label: string): ComponentChildren => said.numbered(n, label);
  const draw = (field: FieldModel, isFirst: boolean) => {
    const value = body[field.name];
    const shown = { ...field, label: isFirst ? said.numbered(n, field.label) : field.label };
    return <Field key={field.name} field={shown} value={field.as === 'choices' && typeof value === 'string' ? [value] : value} error={told(field.name)} />;
  };
  switch (question) {
    case 'sort':
      return <BigChoices name="sort" legend={legend(fields.sort.label)} choices={sorts} value={textOf(body, 'sort')} error={told('sort')} short />;
    case 'answer':
      return (
        <AnswerChoices
          legend={legend(`${said.answer.label} (valfritt)`)}
          words={said.answer}
          body={body}
          told={told}
          order={askedWays}
          day={dayOf(body, today)}
          isOwn={false}
        />
      );
    case 'concerned':
      return <ConcernedChoices legend={legend(`${said.concerned.label} (valfritt)`)} words={said.concerned} body={body} told={told} />;
    case 'files':
      return <FilesField label={said.numbered(n, said.files)} error={told(FILES)} />;
    case 'received':
      return <div class="joined">{[fields.receivedDay, fields.receivedTime].map((field, at) => draw(field, at === 0))}</div>;
    case 'sender':
      return <>{[fields.source, fields.teller, fields.senderNumber].map((field, at) => draw(field, at === 0))}</>;
    case 'authority':
      return <>{[fields.authority, fields.letterOn, fields.dueOn].map((field, at) => draw(field, at === 0))}</>;
    default:
      return draw(fields[question], true);
  }
}
