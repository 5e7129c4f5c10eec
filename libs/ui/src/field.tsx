import type { ComponentChildren, VNode } from 'preact';
import { useControl } from './form.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** The heading that it stands under in a long list. */
  readonly group?: string;
}

/** The properties of one field of a form. */
export interface FieldModel {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** `day` becomes an instant, `date` stays a date. */
  readonly as: 'choice' | 'choices' | 'yesNo' | 'words' | 'short' | 'day' | 'date' | 'number';
  readonly options: readonly Option[];
  readonly required: boolean;
  /** The case does not go on without it, though this form may leave it: it is never called optional. */
  readonly demanded?: boolean;
  /** Has a default that may not be chosen by leaving the field: the person must choose. */
  readonly mustBeSaid?: boolean;
  /** Left alone it has a value of its own, so that to choose nothing is no answer. */
  readonly hasDefault?: boolean;
  /** Seldom needed: folded until it is opened, or has a value. */
  readonly folded?: boolean;
  /** The heading under which it is folded together with its neighbours. */
  readonly fold?: string;
}

export interface FieldProps {
  readonly field: FieldModel;
  readonly value: string | readonly string[] | undefined;
  readonly error?: string | undefined;
  /** The form that the field belongs to, where a page has several: ids must be unique. */
  readonly form?: string;
}

/** What a fault asks for, or the case, is not optional. */
export const labelOf = ({ label, required, demanded = false }: Pick<FieldModel, 'label' | 'required' | 'demanded'>, isFaulty = false): string =>
  required || demanded || isFaulty ? label : `${label} (valfritt)`;

/** One field with its label, hint and fault, connected for screen readers. */
export function Field({ field, value, error, form }: FieldProps): VNode {
  const id = fieldId(field.name, form);
  const control = useControl(field.name);
  const described = [field.hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter((part) => part !== '').join(' ');
  const aria = { ...(described === '' ? {} : { 'aria-describedby': described }), ...(error === undefined ? {} : { 'aria-invalid': true }) };
  const label = labelOf(field, error !== undefined);
  if (field.as === 'choices' || field.as === 'yesNo' || (field.as === 'choice' && field.options.length <= 5)) {
    const options =
      field.as === 'yesNo'
        ? [
            { value: 'true', label: 'Ja' },
            { value: 'false', label: 'Nej' },
          ]
        : field.options;
    // A radio that is chosen can't be un-chosen without a script.
    const none = field.as === 'choices' || field.required || field.hasDefault === true ? [] : [{ value: '', label: noneOf(field.as) }];
    const choices = (
      <fieldset class={error === undefined ? 'field' : 'field faulty'} id={id} tabIndex={-1} {...aria}>
        <legend class={field.folded ? 'out-of-sight' : undefined}>{label}</legend>
        <Notes id={id} field={field} error={error} />
        <Choices field={field} options={[...options, ...none]} id={id} control={control} value={value} />
      </fieldset>
    );
    return field.folded === true ? (
      <Folded label={label} isOpen={error !== undefined || field.options.some((option) => isChosen(value, option.value))} field={choices} />
    ) : (
      choices
    );
  }
  const text = typeof value === 'string' ? value : (value?.[0] ?? '');
  const written = (
    <div class={error === undefined ? 'field' : 'field faulty'}>
      <label for={id} class={field.folded ? 'out-of-sight' : undefined}>
        {label}
      </label>
      <Notes id={id} field={field} error={error} />
      <Control field={field} id={id} control={control} value={text} aria={aria} />
    </div>
  );
  return field.folded === true ? <Folded label={label} isOpen={error !== undefined || text !== ''} field={written} /> : written;
}

const Folded = ({ label, isOpen, field }: { readonly label: string; readonly isOpen: boolean; readonly field: VNode }): VNode => (
  <details class="folded" open={isOpen}>
    <summary>{label}</summary>
    {field}
  </details>
);

interface ChoicesProps {
  readonly field: FieldModel;
  readonly options: readonly Option[];
  readonly id: string;
  readonly control: ReturnType<typeof useControl>;
  readonly value: FieldProps['value'];
}

function Choices({ field, options, id, control, value }: ChoicesProps): VNode {
  const drawn = options.map((option) => (
    <label class="option" key={option.value}>
      <input class="ds-input" type={field.as === 'choices' ? 'checkbox' : 'radio'} {...control} value={option.value} checked={isChosen(value, option.value)} />
      {option.label}
    </label>
  ));
  return field.as === 'choices' && options.length > MANY ? (
    <div class="many" id={`${id}-many`} data-many>
      {drawn}
    </div>
  ) : (
    <>{drawn}</>
  );
}

/** More choices than these are a list of its own, which can be searched where a script can do it (apps/web client/filter-choices.ts). */
const MANY = 10;

const noneOf = (as: FieldModel['as']): string => (as === 'yesNo' ? 'Inget svar' : 'Inget av detta');

/** A code list as the choices of a field. */
export const optionsOf = (list: readonly { readonly code: string; readonly label: string }[]): readonly Option[] =>
  list.map(({ code, label }) => ({ value: code, label }));

/** What stands in a `<select>`; `empty` is the words for having chosen nothing, where one may. */
export function OptionList({
  options,
  value,
  empty,
}: {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly empty?: string;
}): VNode {
  return (
    <>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {[...new Set(options.map(({ group }) => group))].map((group) => {
        const drawn = options
          .filter((option) => option.group === group)
          .map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ));
        return group === undefined ? (
          drawn
        ) : (
          <optgroup key={group} label={group}>
            {drawn}
          </optgroup>
        );
      })}
    </>
  );
}

export interface FieldsProps {
  readonly fields: readonly FieldModel[];
  /** What was typed, by field. */
  readonly body: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

/** The fields of a form, each with what was typed in it and what was wrong with it. */
export function Fields({ fields, body, faults }: FieldsProps): VNode {
  return (
    <>
      {fields.map((field) => (
        <Field key={field.name} field={field} value={body[field.name]} error={faults.find((fault) => fault.field === field.name)?.text} />
      ))}
    </>
  );
}

export const fieldId = (name: string, form?: string): string => `f-${form === undefined ? '' : `${form}-`}${name.replaceAll(/[^A-Za-z0-9]/g, '-')}`;

interface ControlProps {
  readonly field: FieldModel;
  readonly id: string;
  readonly control: ReturnType<typeof useControl>;
  readonly value: string;
  readonly aria: Record<string, unknown>;
}

function Control({ field, id, control, value, aria }: ControlProps): VNode {
  switch (field.as) {
    case 'words':
      return (
        <textarea class="ds-input" id={id} {...control} rows={5} {...aria}>
          {value}
        </textarea>
      );
    case 'number':
      return <input class="ds-input" id={id} {...control} type="text" inputmode="numeric" value={value} autocomplete="off" {...aria} />;
    case 'day':
    case 'date':
      return <input class="ds-input" id={id} {...control} type="date" value={value.slice(0, 10)} {...aria} />;
    case 'choice':
      return (
        <select class="ds-input" id={id} {...control} {...aria}>
          <OptionList options={field.options} value={value} empty="Välj …" />
        </select>
      );
    default:
      return <input class="ds-input" id={id} {...control} type="text" value={value} autocomplete="off" {...aria} />;
  }
}

function Notes({ id, field, error }: { id: string; field: FieldModel; error: string | undefined }): ComponentChildren {
  return (
    <>
      {field.hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

const isChosen = (value: FieldProps['value'], option: string): boolean => (Array.isArray(value) ? value.includes(option) : value === option);
