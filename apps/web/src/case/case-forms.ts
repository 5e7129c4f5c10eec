import { commandOf, decisionCommands, hasDecisionPage } from '#case-view/offered';
import { isPart, type StepForm, stepForm } from '#case-view/step-form';
import type { Under } from '#domain/case/case-command';
import { commandNamed, type PublicCommand } from '#domain/case/commands.schema';
import { fieldsNaming } from '#domain/case/wall';
import { inSentence } from '#domain/codes/in-sentence';
import { formNameOf, type Lack, placeOf } from '#domain/errors';
import type { FieldModel } from '#ui/field';
import { commandForm, type FormContext } from '../forms/command-forms.js';
import { textOf } from '../frame/request.js';
import type { OfferGroup } from './offers.js';
import type { StepPartProps, StepProps } from './step.js';

type Name = PublicCommand['type'];

/** The heading of the fields of a step's part that nothing is missing in. */
const REST = 'Fler uppgifter';

export interface CaseForms {
  /** The form of the next step; null where this person has nothing to supply for it. */
  readonly step: StepProps | null;
  /** The commands that it holds. */
  readonly stepCommands: readonly Name[];
  readonly offers: readonly OfferGroup[];
}

/**
 * The forms of the case's page: those of the next step as one, the others by what they do. No command has two forms on the page.
 * @param offered the commands that this person may give and that fit the stage
 */
export function caseForms(context: FormContext, allowed: readonly Name[], offered: readonly Name[], purpose: string): CaseForms {
  const { state, person } = context;
  const form = stepForm(state, allowed, person);
  const parts = stepParts(form, context, allowed);
  const stepCommands = parts.map(({ command }) => command);
  const onDecisionPage = hasDecisionPage(state) ? decisionCommands : [];
  const others = offered.filter((name) => !onDecisionPage.includes(name) && !stepCommands.includes(name) && hasWhatItNames(name, context));
  const groups: readonly Under[] = ['add', 'correct', 'handOn'];
  const underOf = (name: Name): Under => commandNamed[name].under ?? 'add';
  return {
    step:
      form === null || parts.length === 0
        ? null
        : {
            action: `/arende/${state.id}`,
            parts: parts.map(({ command, leg, lacks }) => ({ leg, form: partForm(commandForm(command, context), lacks) })),
            purpose,
            onwards: inSentence(form.text),
            idempotencyKey: context.newKey(),
            version: state.version,
          },
    stepCommands,
    offers: groups.map((under) => ({ under, forms: others.filter((name) => underOf(name) === under).map((name) => commandForm(name, context)) })),
  };
}

/** A form that chooses among linked cases is no form for one who sees none of them, and does not tell that they exist. */
const hasWhatItNames = (name: Name, { references }: FormContext): boolean =>
  fieldsNaming(name, 'linkedCase').every((field) => (references[`${name}.${field}`] ?? []).length > 0);

interface Part extends Pick<StepPartProps, 'leg'> {
  readonly command: Name;
  readonly lacks: readonly Lack[];
}

/** The parts of the form, with what was sent of it and what that was found to lack besides, where it was refused. */
function stepParts(form: StepForm | null, { state, tried }: FormContext, allowed: readonly Name[]): readonly Part[] {
  const parts: Part[] = (form?.legs ?? []).flatMap((leg, n) => leg.parts.map(({ command, lacks }) => ({ command, lacks, leg: n })));
  if (tried?.parts === undefined) return parts;
  const asked = tried.faults.flatMap((fault) => (placeOf(fault).command === null ? [] : [{ command: commandOf(fault), leg: 0 }]));
  const sent = [...tried.parts].map(([name, body]) => ({ command: name as Name, leg: Number(textOf(body, '_leg')) || 0 }));
  for (const { command, leg } of [...sent, ...asked])
    if (allowed.includes(command) && isPart(command, state) && commandNamed[command].form !== undefined && !parts.some((part) => part.command === command))
      parts.push({ command, leg, lacks: [] });
  return parts;
}

/** What is missing is asked for as needed; where a command needs nothing else, the rest is folded. */
function partForm<F extends { readonly fields: readonly FieldModel[] }>(form: F, lacks: readonly Lack[]): F {
  const named = lacks.filter((lack) => placeOf(lack).path.length > 0).map(formNameOf);
  const needed = form.fields.filter(({ name }) => named.includes(name)).map((field) => ({ ...field, required: true }));
  const rest = form.fields.filter(({ name }) => !named.includes(name));
  if (needed.length === 0) return form;
  if (rest.some(({ required }) => required)) return { ...form, fields: form.fields.map((field) => needed.find(({ name }) => name === field.name) ?? field) };
  const [only, ...more] = rest;
  const folded = only !== undefined && more.length === 0 ? [{ ...only, folded: true }] : rest.map((field) => ({ ...field, fold: REST }));
  return { ...form, fields: [...needed, ...folded] };
}
