import type { VNode } from 'preact';
import { type Option, OptionList } from '#ui/field';
import { Form } from '#ui/form';

export interface ListHeadProps {
  readonly heading: string;
  readonly base: string;
  /** The button that makes one, for those who may. */
  readonly add: string | null;
  readonly selects: readonly {
    readonly name: string;
    readonly label: string;
    readonly options: readonly Option[];
    readonly value: string;
    readonly empty: string | undefined;
  }[];
  readonly self: string;
}

/** The head of a list of records: its name, what makes one, the conditions as a GET form, and the line that says that it has changed (client/live-list.ts). */
export function ListHead({ heading, base, add, selects, self }: ListHeadProps): VNode {
  return (
    <>
      <div class="heading">
        <h1>{heading}</h1>
        {add === null ? null : (
          <p>
            <a class="button" href={`${base}/ny`}>
              {add}
            </a>
          </p>
        )}
      </div>
      <Form method="get" action={base} class="search">
        {selects.map(({ name, label, options, value, empty }) => (
          <div class="field" key={name}>
            <label for={`val-${name}`}>{label}</label>
            <select class="ds-input" id={`val-${name}`} name={name}>
              <OptionList options={options} value={value} {...(empty === undefined ? {} : { empty })} />
            </select>
          </div>
        ))}
        <button class="second">Visa</button>
      </Form>
      <p class="changed" role="status" hidden>
        Listan har ändrats. <a href={self}>Visa</a>
      </p>
    </>
  );
}
