import type { ComponentChildren, VNode } from 'preact';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { Field, fieldId, OptionList, optionsOf } from '#ui/field';
import { BigChoices, Told } from '../forms/big-choices.js';
import { listOf, textOf } from '../frame/request.js';
import { offeredOn } from './codes-offered.js';
import { placeOf } from './public-form.js';
import type { PublicReportProps } from './public-report.page.js';
import { AnswerChoices, ConcernedChoices } from './who-spoke-fields.js';

/** The question of a step. */
export function PublicQuestions(props: PublicReportProps): VNode | null {
  switch (props.step) {
    case 'vad':
      return <What {...props} />;
    case 'var':
      return <Where {...props} />;
    case 'hande':
      return <Happened {...props} />;
    case 'vem':
      return <Who {...props} />;
    case 'svar':
      return <Answer {...props} />;
    case 'granska':
      return null;
    default:
      return props.step satisfies never;
  }
}

const errorOf = ({ faults }: PublicReportProps, name: string): string | undefined => faults.find((fault) => fault.field === name)?.text;
const heading = (props: PublicReportProps): ComponentChildren => <h1>{props.words.headings[props.step]}</h1>;

const What = (props: PublicReportProps): VNode => (
  <BigChoices
    name="opinionType"
    legend={props.words.fields.opinionType.label}
    choices={offeredOn(
      props.today,
      'opinionType',
      (['complaint', 'opinion', 'praise'] as const).map((value) => ({ value, ...props.words.kinds[value] })),
      listOf(props.body, 'opinionType'),
    )}
    value={textOf(props.body, 'opinionType')}
    error={errorOf(props, 'opinionType')}
  />
);

function Where(props: PublicReportProps): VNode {
  const { words, body, units } = props;
  const place = placeOf(body, units);
  const asked = (
    <>
      <div class="field">
        <label for={fieldId('unit')}>{words.fields.unit.label}</label>
        <p class="hint" id={`${fieldId('unit')}-hint`}>
          {words.fields.unit.hint}
        </p>
        <select class="ds-input" id={fieldId('unit')} name="unit" aria-describedby={`${fieldId('unit')}-hint`}>
          <OptionList options={units} value={textOf(body, 'unit')} empty={words.unknownPlace} />
        </select>
      </div>
      <Field field={{ name: 'where', ...words.fields.where, as: 'short', options: [], required: false }} value={textOf(body, 'where')} />
    </>
  );
  if (place === null)
    return (
      <>
        {heading(props)}
        {asked}
      </>
    );
  return (
    <BigChoices
      name="atPlats"
      legend={heading(props)}
      choices={[
        { value: 'yes', label: words.here(place.label) },
        { value: 'no', label: words.elsewhere, asks: asked },
        { value: 'unknown', label: words.unknownPlace },
      ]}
      value={textOf(body, 'atPlats')}
      error={errorOf(props, 'atPlats')}
    />
  );
}

function Happened(props: PublicReportProps): VNode {
  const { words, body } = props;
  const { what, isSuggestion, day, categories } = words.fields;
  const error = errorOf(props, 'what');
  const id = fieldId('what');
  const chosen = body['categories'];
  return (
    <>
      {heading(props)}
      <div class={error === undefined ? 'field' : 'field faulty'}>
        <label for={id}>{what.label}</label>
        <p class="hint" id={`${id}-hint`}>
          {what.hint === undefined ? null : (
            <>
              {what.hint}
              <br />
            </>
          )}
          {words.example}
        </p>
        <Told id={id} error={error} />
        <textarea
          class="ds-input"
          id={id}
          name="what"
          rows={8}
          maxlength={20_000}
          aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}
          {...(error === undefined ? {} : { 'aria-invalid': true })}
        >
          {textOf(body, 'what')}
        </textarea>
      </div>
      {textOf(body, 'opinionType') === 'opinion' ? (
        <Field field={{ name: 'isSuggestion', ...isSuggestion, as: 'yesNo', options: [], required: false }} value={textOf(body, 'isSuggestion')} />
      ) : null}
      <Field field={{ name: 'day', ...day, as: 'date', options: [], required: false }} value={textOf(body, 'day')} error={errorOf(props, 'day')} />
      <details open={chosen !== undefined}>
        <summary>{`${categories.label} (valfritt)`}</summary>
        <Field
          field={{
            name: 'categories',
            ...categories,
            as: 'choices',
            options: offeredOn(props.today, 'categories', optionsOf(complaintCategories), listOf(body, 'categories')).filter(({ value }) => value !== 'other'),
            required: false,
          }}
          value={typeof chosen === 'string' ? [chosen] : chosen}
        />
      </details>
    </>
  );
}

function Who(props: PublicReportProps): VNode {
  const { words, body } = props;
  return (
    <>
      <BigChoices
        name="source"
        legend={heading(props)}
        choices={offeredOn(
          props.today,
          'source',
          Object.entries(words.senders).map(([value, label]) => ({ value, label })),
          listOf(body, 'source'),
        )}
        value={textOf(body, 'source')}
        error={errorOf(props, 'source')}
      />
      <ConcernedChoices legend={words.concerned.label} words={words.concerned} body={body} told={(name) => errorOf(props, name)} />
    </>
  );
}

function Answer(props: PublicReportProps): VNode {
  const { words, body } = props;
  return (
    <>
      <AnswerChoices legend={heading(props)} words={words} body={body} told={(name) => errorOf(props, name)} day={props.today} isOwn />
      {words.turnTo.map((line) => (
        <p key={line} class="hint">
          {line}
        </p>
      ))}
    </>
  );
}
