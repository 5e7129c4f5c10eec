import type { VNode } from 'preact';
import { attestationWithdrawals } from '#domain/codes/attestation-withdrawals';
import { attestationTexts as texts } from '#text/attestation';
import { unitTexts } from '#text/unit-page';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, type FieldModel, type Option, optionsOf } from '#ui/field';
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
  readonly made: readonly Made[];
  /** `reminded`: the last day on which the chief was reminded of the period, YYYY-MM-DD. */
  readonly missing: readonly { readonly name: string; readonly chiefs: string; readonly reminded: string | null }[];
  /** How many of them have not been reminded today; null where it is not the reader's to remind, or the period is not over. */
  readonly toRemind: number | null;
  readonly faults: readonly Fault[];
  readonly key: string;
  readonly backHref: string;
}

interface Made {
  /** Of what, by whom and when. */
  readonly name: string;
  /** By whom, when and why it was taken back; null where it holds. */
  readonly withdrawn: string | null;
  /** What the form names; null where it is not the reader's to take back. */
  readonly attestation: { readonly unit: string; readonly key: string } | null;
}

/** What is attested stands before the button; who has attested, and who has not, after it. */
export function AttestPage(props: AttestPageProps): VNode {
  const { unitName, period, form, rows, total, hasParts, made } = props;
  return (
    <>
      <p class="way-back">
        <a href={props.backHref}>{texts.back}</a>
      </p>
      <h1>{`${texts.title}: ${unitName}, ${period}`}</h1>
      {props.faults.length === 0 ? null : <ErrorSummary title={texts.faults} faults={props.faults} />}
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
          {made.map((one) => (
            <li key={one.name}>
              {one.withdrawn === null ? one.name : <s>{one.name}</s>}
              {one.withdrawn === null ? null : <p>{one.withdrawn}</p>}
              {one.attestation === null ? null : <Withdrawing attestation={one.attestation} form={form} faults={props.faults} keyOf={props.key} />}
            </li>
          ))}
        </ul>
      )}
      {hasParts ? <Missing {...props} /> : null}
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

/** The form by which an attestation is taken back: pages have several. */
export const withdrawForm = (unit: string, attestation: string): string => `ater-${unit}-${attestation}`;

const whyField: FieldModel = {
  name: 'why',
  label: texts.why,
  hint: texts.withdrawNote,
  as: 'choice',
  options: optionsOf(attestationWithdrawals),
  required: true,
};

/** Folded: what has been attested is seldom taken back. */
function Withdrawing({
  attestation,
  form,
  faults,
  keyOf,
}: {
  readonly attestation: NonNullable<Made['attestation']>;
  readonly form: AttestPageProps['form'];
  readonly faults: readonly Fault[];
  readonly keyOf: string;
}): VNode {
  const name = withdrawForm(attestation.unit, attestation.key);
  const fault = faults.find(({ field }) => field === name)?.text;
  return (
    <details open={fault !== undefined}>
      <summary>{texts.withdraw}</summary>
      <Form action="/min-enhet/intyg/ater">
        <input type="hidden" name="unit" value={form.unit} />
        <input type="hidden" name="period" value={form.period} />
        <input type="hidden" name="of" value={attestation.unit} />
        <input type="hidden" name="attestation" value={attestation.key} />
        <input type="hidden" name="_key" value={`${keyOf}-${name}`} />
        <Field field={whyField} value={undefined} error={fault} form={name} />
        <button class="quiet">{texts.withdraw}</button>
      </Form>
    </details>
  );
}

function Missing({ missing, toRemind, form, key, unitName }: AttestPageProps): VNode {
  return (
    <>
      <h2 id="saknas">{missing.length === 0 ? texts.missing : `${texts.missing}: ${missing.length}`}</h2>
      {missing.length === 0 ? (
        <p>{texts.allAttested(unitName)}</p>
      ) : (
        <>
          <p class="hint">{texts.missingNote}</p>
          <ul>
            {missing.map(({ name, chiefs, reminded }) => (
              <li key={name}>{`${name} (${chiefs})${reminded === null ? '' : `, ${texts.reminded(reminded)}`}`}</li>
            ))}
          </ul>
          {toRemind === null ? null : toRemind === 0 ? (
            <p class="note" role="status">
              {texts.allReminded}
            </p>
          ) : (
            <Form action="/min-enhet/intyg/paminnelse" id="paminn">
              <input type="hidden" name="unit" value={form.unit} />
              <input type="hidden" name="period" value={form.period} />
              <input type="hidden" name="_key" value={`${key}-paminn`} />
              <p class="hint">{texts.remindNote}</p>
              <button class="quiet">{texts.remind(toRemind)}</button>
            </Form>
          )}
        </>
      )}
    </>
  );
}
