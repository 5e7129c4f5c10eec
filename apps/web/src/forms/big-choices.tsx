import type { ComponentChildren, VNode } from 'preact';
import { fieldId } from '#ui/field';
import { useControl } from '#ui/form';

export interface BigChoice {
  readonly value: string;
  readonly label: string;
  /** What the choice means, in a line. */
  readonly text?: string;
  /** Shown only where this is chosen. */
  readonly asks?: ComponentChildren;
}

export interface BigChoicesProps {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: string | undefined;
  readonly choices: readonly BigChoice[];
  readonly value: string;
  readonly error?: string | undefined;
  /** Side by side where there is room: times, yes and no. */
  readonly short?: boolean;
}

/** One choice of several, each large enough for a thumb: all of it is the label. */
export function BigChoices({ name, legend, hint, choices, value, error, short = false }: BigChoicesProps): VNode {
  const id = fieldId(name);
  const control = useControl(name);
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter((part) => part !== '').join(' ');
  return (
    <fieldset
      class={`field${error === undefined ? '' : ' faulty'}`}
      id={id}
      tabIndex={-1}
      {...(described === '' ? {} : { 'aria-describedby': described })}
      {...(error === undefined ? {} : { 'aria-invalid': true })}
    >
      <legend>{legend}</legend>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Told id={id} error={error} />
      <div class={short ? 'big-choices short' : 'big-choices'}>
        {choices.map((choice) => (
          <div class="big-choice" key={choice.value}>
            <label>
              <input class="ds-input" type="radio" {...control} value={choice.value} checked={choice.value === value} />
              <span>
                <span class="big-label">{choice.label}</span>
                {choice.text === undefined ? null : <span class="hint">{choice.text}</span>}
              </span>
            </label>
            {choice.asks === undefined ? null : <div class="asks">{choice.asks}</div>}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The fault of a field, in the words of the list of faults. */
export const Told = ({ id, error }: { readonly id: string; readonly error: string | undefined }): VNode | null =>
  error === undefined ? null : (
    <p class="ds-validation-message" id={`${id}-error`}>
      {error}
    </p>
  );
