import type { VNode } from 'preact';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { type FieldModel, Fields, type Option } from '#ui/field';
import { Form } from '#ui/form';
import { SecrecyTag } from '#ui/secrecy-mark';
import type { FormBody } from '../frame/request.js';

interface ChosenRow {
  readonly id: string;
  readonly number: string;
  readonly secrecy: boolean;
  readonly what: string;
}
export interface AssignProps {
  readonly rows: readonly ChosenRow[];
  readonly people: readonly Option[];
  readonly faults: readonly Fault[];
  readonly body: FormBody;
  readonly key: string;
}

/** Who is to have the chosen cases, and why. */
export function Assign({ rows, people, faults, body, key }: AssignProps): VNode {
  if (rows.length === 0)
    return (
      <>
        <h1>Fördela ärenden</h1>
        <p>Du har inte valt något ärende. Kryssa för dem i listan först.</p>
        <Back />
      </>
    );
  const fields: readonly FieldModel[] = [
    { name: 'person', label: 'Vem ska handlägga?', as: 'choice', options: people, required: true },
    { name: 'reasons', label: 'Varför?', hint: 'Sparas i varje ärende och läses av dem som får läsa ärendets text.', as: 'words', options: [], required: true },
  ];
  return (
    <>
      {faults.length === 0 ? null : <ErrorSummary title="Det här saknas" faults={faults} />}
      <h1>{rows.length === 1 ? 'Fördela ett ärende' : `Fördela ${rows.length} ärenden`}</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {`${row.number} ${row.what}`}
            <SecrecyTag on={row.secrecy} />
          </li>
        ))}
      </ul>
      <Form action="/arenden/fordela">
        <input type="hidden" name="_key" value={key} />
        {rows.map((row) => (
          <input key={row.id} type="hidden" name="id" value={row.id} />
        ))}
        <Fields fields={fields} body={body} faults={faults} />
        <button>Fördela</button>
      </Form>
      <Back />
    </>
  );
}

export interface AssignedRow extends ChosenRow {
  readonly done: boolean;
  readonly text: string;
  /** Refused since the person may not, and logged as such. */
  readonly notTheirs?: boolean;
}

/** The result, a row per case: refused ones with why, first. */
export function Assigned({ rows, asked }: { readonly rows: readonly AssignedRow[]; readonly asked: number }): VNode {
  const done = rows.filter((row) => row.done).length;
  const unseen = asked - rows.length;
  return (
    <>
      <h1>
        {done === rows.length && unseen === 0 ? `${done === 1 ? 'Ärendet är fördelat' : `Alla ${done} är fördelade`}` : `${done} av ${asked} är fördelade`}
      </h1>
      <table class="cases">
        <thead>
          <tr>
            <th scope="col">Ärende</th>
            <th scope="col">Vad</th>
            <th scope="col">Vad som hände</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((a, b) => Number(a.done) - Number(b.done))
            .map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <a href={`/arende/${row.id}`}>{row.number}</a>
                  <SecrecyTag on={row.secrecy} />
                </th>
                <td data-label="Vad">{row.what}</td>
                <td data-label="Vad som hände">
                  <span aria-hidden="true">{row.done ? '✓ ' : '▲ '}</span>
                  {row.done ? row.text : `Inte fördelat: ${row.text}`}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {unseen === 0 ? null : <p>{`${unseen === 1 ? 'Ett ärende' : `${unseen} ärenden`} finns inte eller är inte synligt för dig.`}</p>}
      <Back />
    </>
  );
}

const Back = (): VNode => (
  <p>
    <a href="/arenden">Till det som är att göra</a>
  </p>
);
