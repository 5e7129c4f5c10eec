import type { ComponentChildren, VNode } from 'preact';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { Field, fieldId, OptionList, optionsOf } from '#ui/field';
import { BigChoices, Told } from '../forms/big-choices.js';
import { textOf } from '../frame/request.js';
import { placeOf } from './public-form.js';
import type { PublicReportProps } from './public-report.page.js';

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
    choices={(['complaint', 'opinion', 'praise'] as const).map((value) => ({ value, ...props.words.kinds[value] }))}
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
            options: optionsOf(complaintCategories).filter(({ value }) => value !== 'other'),
            required: false,
          }}
          value={typeof chosen === 'string' ? [chosen] : chosen}
        />
      </details>
    </>
  );
}

const Who = (props: PublicReportProps): VNode => (
  <BigChoices
    name="source"
    legend={heading(props)}
    choices={Object.entries(props.words.senders).map(([value, label]) => ({ value, label }))}
    value={textOf(props.body, 'source')}
    error={errorOf(props, 'source')}
  />
);

const inputs = { email: { type: 'email', autocomplete: 'email' }, phone: { type: 'tel', autocomplete: 'tel' } } as const;

function Answer(props: PublicReportProps): VNode {
  const { words, body } = props;
  const to = (way: 'email' | 'phone' | 'letter'): VNode => {
    const id = fieldId(way);
    const error = errorOf(props, way);
    const aria = error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` };
    return (
      <div class={error === undefined ? 'field' : 'field faulty'}>
        <label for={id}>{words.fields[way].label}</label>
        <Told id={id} error={error} />
        {way === 'letter' ? (
          <textarea class="ds-input address" id={id} name={way} rows={3} maxlength={500} autocomplete="off" {...aria}>
            {textOf(body, way)}
          </textarea>
        ) : (
          <input class="ds-input" id={id} name={way} {...inputs[way]} maxlength={200} value={textOf(body, way)} {...aria} />
        )}
      </div>
    );
  };
  return (
    <>
      <BigChoices
        name="answerBy"
        legend={heading(props)}
        choices={(['code', 'email', 'phone', 'letter', 'none'] as const).map((value) => ({
          value,
          label: words.answers[value].label,
          text: words.answers[value].consequence,
          ...(value === 'email' || value === 'phone' || value === 'letter' ? { asks: to(value) } : {}),
        }))}
        value={textOf(body, 'answerBy')}
        error={errorOf(props, 'answerBy')}
      />
      {words.turnTo.map((line) => (
        <p key={line} class="hint">
          {line}
        </p>
      ))}
    </>
  );
}
