import type { VNode } from 'preact';
import { attestationTexts as texts } from '#text/attestation';
import { unitTexts } from '#text/unit-page';
import type { Option } from '#ui/field';
import { Form } from '#ui/form';
import { Select } from '../figures/report-form.js';

export interface AttestPageProps {
  readonly unitName: string;
  readonly period: string;
  readonly form: { readonly units: readonly Option[]; readonly unit: string; readonly periods: readonly Option[]; readonly period: string };
  readonly rows: readonly { readonly label: string; readonly value: number }[];
  readonly total: number;
  readonly hasParts: boolean;
  readonly state: 'open' | 'done' | 'notOver' | 'notYours';
  readonly made: readonly string[];
  readonly missing: readonly { readonly name: string; readonly chiefs: string }[];
  readonly key: string;
  readonly backHref: string;
}

/** What is attested stands before the button; who has attested, and who has not, after it. */
export function AttestPage(props: AttestPageProps): VNode {
  const { unitName, period, form, rows, total, hasParts, made, missing } = props;
  return (
    <>
      <p class="way-back">
        <a href={props.backHref}>{texts.back}</a>
      </p>
      <h1>{`${texts.title}: ${unitName}, ${period}`}</h1>
      <p class="lead">{texts.lead}</p>
      <Form method="get" action="/min-enhet/intyg" class="ask">
        {form.units.length > 1 ? (
          <Select name="unit" label={unitTexts.unit} options={form.units} value={form.unit} />
        ) : (
          <input type="hidden" name="unit" value={form.unit} />
        )}
        <Select name="period" label={unitTexts.period} options={form.periods} value={form.period} />
        <button class="quiet">{unitTexts.show}</button>
      </Form>
      <figure class="figures" aria-labelledby="intyg-titel">
        <table>
          <caption id="intyg-titel">{texts.counted}</caption>
          <thead>
            <tr>
              <th scope="col">Slag</th>
              <th scope="col">Antal</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label="Antal">{value}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Totalt</th>
              <td data-label="Antal">{total}</td>
            </tr>
          </tfoot>
        </table>
        <figcaption class="hint">{hasParts ? `${texts.countedNote} ${texts.parts}` : texts.countedNote}</figcaption>
      </figure>
      <Attesting {...props} />
      <h2>{texts.made}</h2>
      {made.length === 0 ? (
        <p>{texts.noneMade}</p>
      ) : (
        <ul>
          {made.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {hasParts ? <Missing missing={missing} /> : null}
    </>
  );
}

function Attesting({ state, form, key, period, unitName }: AttestPageProps): VNode {
  if (state === 'done') {
    return (
      <p class="note" role="status">
        {texts.done(period, unitName)}
      </p>
    );
  }
  if (state !== 'open') return <p class="note">{texts[state]}</p>;
  return (
    <Form action="/min-enhet/intyg" id="intyga">
      <input type="hidden" name="unit" value={form.unit} />
      <input type="hidden" name="period" value={form.period} />
      <input type="hidden" name="_key" value={key} />
      <button>{texts.doAttest(period)}</button>
    </Form>
  );
}

function Missing({ missing }: Pick<AttestPageProps, 'missing'>): VNode {
  return (
    <>
      <h2>{missing.length === 0 ? texts.missing : `${texts.missing}: ${missing.length}`}</h2>
      {missing.length === 0 ? (
        <p>{texts.allAttested}</p>
      ) : (
        <>
          <p class="hint">{texts.missingNote}</p>
          <ul>
            {missing.map(({ name, chiefs }) => (
              <li key={name}>{`${name} (${chiefs})`}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
