import type { VNode } from 'preact';
import { checkAnswers } from '#domain/codes/self-checks';
import { type SelfCheck, selfCheckType } from '#domain/selfcheck/index';
import type { Answered } from '#domain/selfcheck/selfcheck';
import type { NamedCase } from '#read-model/cases-named';
import { selfCheckTexts as said } from '#text/self-check';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, optionsOf } from '#ui/field';
import { Form } from '#ui/form';
import { SecrecyTag } from '#ui/secrecy-mark';
import { type FormBody, textOf } from '../frame/request.js';

const nameOf = (caseId: string | null, question: number): string => `svar.${caseId ?? ''}.${question}`;

/** The answers of a sent form, with those that others have given about cases that the form does not show. */
export function answersIn({ way, questions, basis }: SelfCheck, body: FormBody): readonly Answered[] {
  const of = way === 'sample' ? (basis?.cases ?? []) : [null];
  return of.flatMap((caseId) => {
    if (caseId !== null && !textOf(body, 'fall').split(' ').includes(caseId)) return basis?.answers.filter((one) => one.caseId === caseId) ?? [];
    return Array.from({ length: questions }, (_, question) => question).flatMap((question) => {
      const answer = checkAnswers.find(({ code }) => code === textOf(body, nameOf(caseId, question)))?.code;
      return answer === undefined ? [] : [{ caseId, question, answer }];
    });
  });
}

export interface QuestionsProps {
  readonly state: SelfCheck;
  readonly questions: readonly string[];
  /** The cases of the sample that the reader sees; null where there is no sample. */
  readonly cases: readonly NamedCase[] | null;
  readonly hidden: number;
  readonly body: FormBody | null;
  readonly faults: readonly Fault[];
  readonly key: string;
}

/** The questions of a check, once or for each case of the sample. What was answered before is filled in. */
export function Questions({ state, questions, cases, hidden, body, faults, key }: QuestionsProps): VNode {
  const at = `/${selfCheckType.page}/${state.id}`;
  const givenTo = (caseId: string | null, question: number): string =>
    body === null
      ? (state.basis?.answers.find((one) => one.caseId === caseId && one.question === question)?.answer ?? '')
      : textOf(body, nameOf(caseId, question));
  const fields = (caseId: string | null) =>
    questions
      .slice(0, state.questions)
      .map((label, question) => (
        <Field
          key={nameOf(caseId, question)}
          field={{ name: nameOf(caseId, question), label, as: 'choice', options: optionsOf(checkAnswers), required: true }}
          value={givenTo(caseId, question)}
        />
      ));
  return (
    <>
      {faults.length === 0 ? null : <ErrorSummary title={said.lackTitle} faults={faults} />}
      <p>
        <a href={at}>{said.back(state.number)}</a>
      </p>
      <h1>
        <span class="number">{state.number}</span> {said.questions}
      </h1>
      <p class="lead">{said.lead}</p>
      {cases === null ? null : <p>{said.sampleLead}</p>}
      {hidden === 0 ? null : <p class="note">{said.hidden(hidden)}</p>}
      <Form action={`${at}/fragor`} class="one-form">
        <input type="hidden" name="_key" value={key} />
        <input type="hidden" name="_version" value={String(state.version)} />
        {cases === null ? null : <input type="hidden" name="fall" value={cases.map(({ id }) => id).join(' ')} />}
        {cases === null
          ? fields(null)
          : cases.map(({ id, number, secrecy }) => (
              <section key={id} aria-label={number}>
                <h2>
                  <a href={`/arende/${id}`}>{number}</a>
                  <SecrecyTag on={secrecy} />
                </h2>
                {fields(id)}
              </section>
            ))}
        <div class="buttons">
          <button>{said.save}</button>
        </div>
      </Form>
    </>
  );
}
