import type { VNode } from 'preact';
import { statisticsTexts as texts } from '#text/statistics';
import { type Option, OptionList } from '#ui/field';
import { Form } from '#ui/form';

export interface ReportFormProps {
  readonly action: string;
  readonly units: readonly Option[];
  readonly unit: string;
  readonly periods: readonly Option[];
  readonly period: string;
  /** First and last day, shown where neither year nor tertial is chosen. */
  readonly from: string;
  readonly tom: string;
  readonly asOf: string;
  readonly organisation: string;
  readonly provider: string;
  readonly compare: string;
  /** Null where the report has no praise in it. */
  readonly praise: boolean | null;
}

/** The query of a report: a GET form, so that its address can be kept. */
export function ReportForm(props: ReportFormProps): VNode {
  const isOwn = props.period === 'egna';
  return (
    <Form method="get" action={props.action} class="ask">
      <Select name="unit" label={texts.unit} options={props.units} value={props.unit} />
      <Select name="period" label={texts.period} options={props.periods} value={props.period} />
      <Select name="compare" label={texts.compare} options={[{ value: '', label: texts.noCompare }, ...texts.compares]} value={props.compare} />
      {props.praise === null ? null : (
        <label class="option">
          <input type="checkbox" name="praise" value="include" checked={props.praise} /> {texts.praise}
        </label>
      )}
      <button>{texts.show}</button>
      <details open={isOwn || props.asOf !== '' || props.organisation === 'then' || props.provider !== ''}>
        <summary>Fler val</summary>
        <div class="ask-more">
          <Day name="from" label={texts.from} value={props.from} hint="Gäller när perioden är Egna datum." />
          <Day name="tom" label={texts.to} value={props.tom} hint="Gäller när perioden är Egna datum." />
          <Day name="asOf" label={texts.asOf} value={props.asOf} hint={texts.asOfHint} />
          <Select name="organisation" label={texts.organisation} options={texts.organisations} value={props.organisation} />
          <Select name="provider" label={texts.provider} options={[{ value: '', label: texts.bothProviders }, ...texts.providers]} value={props.provider} />
        </div>
      </details>
    </Form>
  );
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
}

export function Select({ name, label, options, value }: SelectProps): VNode {
  return (
    <div class="ask-field">
      <label for={`v-${name}`}>{label}</label>
      <select id={`v-${name}`} name={name}>
        <OptionList options={options} value={value} />
      </select>
    </div>
  );
}

export function Day({ name, label, value, hint }: { readonly name: string; readonly label: string; readonly value: string; readonly hint: string }): VNode {
  return (
    <div class="ask-field">
      <label for={`v-${name}`}>{label}</label>
      <input id={`v-${name}`} name={name} type="date" value={value} aria-describedby={`v-${name}-hint`} />
      <p class="hint" id={`v-${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}
