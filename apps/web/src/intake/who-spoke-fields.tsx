import type { ComponentChildren, VNode } from 'preact';
import type { AnswerWay, Question } from '#text/public-report';
import { Field, fieldId } from '#ui/field';
import { BigChoices, Told } from '../forms/big-choices.js';
import { type FormBody, listOf, textOf } from '../frame/request.js';
import { offeredOn } from './codes-offered.js';
import type { AddressedWay } from './who-spoke.js';

interface Asked {
  readonly legend: ComponentChildren;
  readonly body: FormBody;
  readonly told: (name: string) => string | undefined;
}

export interface AnswerWordings {
  readonly answers: Readonly<Record<AnswerWay, { readonly label: string; readonly consequence: string }>>;
  readonly fields: Readonly<Record<AddressedWay, Question>>;
}

const ways: readonly AnswerWay[] = ['code', 'email', 'phone', 'letter', 'none'];
const inputs = { email: { type: 'email' }, phone: { type: 'tel' } } as const;

/** How the answer is wanted, and where it goes. `isOwn`: the browser may suggest the person's own address. */
export function AnswerChoices({
  legend,
  words,
  body,
  told,
  order = ways,
  day,
  isOwn,
}: Asked & { readonly words: AnswerWordings; readonly order?: readonly AnswerWay[]; readonly day: string; readonly isOwn: boolean }): VNode {
  const offered = offeredOn(
    day,
    'answer.by',
    order.map((value) => ({ value })),
    listOf(body, 'answerBy'),
  );
  const to = (way: AddressedWay): VNode => {
    const id = fieldId(way);
    const error = told(way);
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
          <input
            class="ds-input"
            id={id}
            name={way}
            {...inputs[way]}
            autocomplete={isOwn ? (way === 'email' ? 'email' : 'tel') : 'off'}
            maxlength={200}
            value={textOf(body, way)}
            {...aria}
          />
        )}
      </div>
    );
  };
  return (
    <BigChoices
      name="answerBy"
      legend={legend}
      choices={offered.map(({ value }) => ({
        value,
        label: words.answers[value].label,
        text: words.answers[value].consequence,
        ...(value === 'email' || value === 'phone' || value === 'letter' ? { asks: to(value) } : {}),
      }))}
      value={textOf(body, 'answerBy')}
      error={told('answerBy')}
    />
  );
}

export interface ConcernedWordings {
  readonly self: string;
  readonly other: string;
  readonly unknown: string;
  readonly name: Question;
}

/** Whom it concerns: the one who speaks up, or another, by name where it is known. */
export function ConcernedChoices({ legend, words, body, told }: Asked & { readonly words: ConcernedWordings }): VNode {
  const name = (
    <Field
      field={{ name: 'concernedName', ...words.name, as: 'short', options: [], required: false }}
      value={textOf(body, 'concernedName')}
      error={told('concernedName')}
    />
  );
  return (
    <BigChoices
      name="concerned"
      legend={legend}
      choices={[
        { value: 'self', label: words.self },
        { value: 'other', label: words.other, asks: name },
        { value: 'unknown', label: words.unknown },
      ]}
      value={textOf(body, 'concerned')}
      error={told('concerned')}
    />
  );
}
