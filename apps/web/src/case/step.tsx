import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { Card } from '#ui/card';
import { CommandFields } from '#ui/command-fields';
import type { CommandFormProps } from '#ui/command-form';
import { FormPart, Hidden, Send, TogetherForm } from '#ui/form';
import { Starters } from '#ui/starters';
import { STEP } from '../forms/sent-form.js';

export interface StepPartProps {
  readonly form: CommandFormProps;
  /** Which of the stages that the form goes through it belongs to, from 0. */
  readonly leg: number;
}

export interface StepProps {
  readonly action: string;
  readonly parts: readonly StepPartProps[];
  /** What is done in this stage, in one sentence. */
  readonly purpose: string;
  /** "börja utreda" */
  readonly onwards: string;
  readonly idempotencyKey: string;
  readonly version: number;
}

/** What is missing for the next step as one form, sent as one: each part is a command with its own fields. Drafts are kept of each part. */
export function Step({ action, parts, purpose, onwards, idempotencyKey, version }: StepProps): VNode {
  return (
    <Card id="steg" title={texts.case.step} class="step">
      <p class="hint">{purpose}</p>
      <TogetherForm part={STEP} action={action} class="command" id={`k-${STEP}`}>
        <Hidden name="_type" value={STEP} />
        <Hidden name="_key" value={idempotencyKey} />
        <Hidden name="_version" value={String(version)} />
        {parts.map(({ form, leg }, n) => (
          <Part key={form.command} form={form} leg={leg} n={n + 1} />
        ))}
        <div class="buttons">
          <Send value="onwards">{`Spara och ${onwards}`}</Send>
          <Send class="second">Spara, fortsätt sedan</Send>
          <output class="hint kept" />
        </div>
      </TogetherForm>
    </Card>
  );
}

function Part({ form, leg, n }: StepPartProps & { readonly n: number }): VNode {
  return (
    <section class="part" id={`k-${form.command}`} aria-labelledby={`t-${form.command}`}>
      <Hidden name="_part" value={form.command} />
      <h3 id={`t-${form.command}`}>{`${n}. ${form.title}`}</h3>
      {form.draft == null ? null : <p class="draft">{form.draft}</p>}
      <FormPart part={form.command}>
        <Hidden name="_type" value={form.command} />
        <Hidden name="_leg" value={String(leg)} />
        {form.starters === undefined ? null : <Starters {...form.starters} />}
        <CommandFields command={form.command} fields={form.fields} values={form.values} faults={form.faults} />
      </FormPart>
    </section>
  );
}
