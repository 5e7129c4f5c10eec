import type { OpenedCase } from '#case-service/case-reader';
import { commandOf, decisionCommands, hasDecisionPage } from '#case-view/offered';
import { type StageRecord, stageRecords } from '#case-view/stage-record';
import type { ExistingCase, Lack } from '#domain/case/case';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { notApplicableReasons } from '#domain/codes/case-codes';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { stages as stageCodes } from '#domain/codes/stages';
import { formNameOf, placeOf } from '#domain/errors';
import { dayAndMonth } from '#ui/deadline';
import { fieldId } from '#ui/field';
import type { StageStep } from '#ui/stage-bar';
import { formFields } from '../forms/command-forms.js';

/**
 * What is missing before the next step, each with a link to the field that supplies it; without a link where the form is not this person's.
 * @param inStep the commands of the step's form, which stands on the page
 */
export const missingOf = (state: ExistingCase, offered: readonly string[], inStep: readonly string[]): readonly Missing[] =>
  lacksToAdvance(state, processOf(state.desc.process)).map((lack) => {
    const command = commandOf(lack);
    const href = inStep.includes(command) ? hrefOfField(command, formNameOf(lack), state) : offered.includes(command) ? hrefOfLack(lack, state) : null;
    return { text: lack.text, href };
  });

export interface Missing {
  readonly text: string;
  readonly href: string | null;
}

/** Where something missing is supplied: the form opened at the field, on the case's page or on the page of the decision. */
export function hrefOfLack(lack: Pick<Lack, 'field'>, state: ExistingCase): string {
  const command = commandOf(lack);
  const place = hasDecisionPage(state) && decisionCommands.includes(command) ? `/arende/${state.id}/beslut` : `/arende/${state.id}`;
  return `${place}?gor=${command}${hrefOfField(command, placeOf(lack).path[0] ?? '', state)}`;
}

/** The field of a command's form on the page; the form itself where it does not ask for the field. */
export const hrefOfField = (command: ReturnType<typeof commandOf>, name: string, state: ExistingCase): string =>
  formFields(command, state).some((field) => field.name === name) ? `#${fieldId(name, command)}` : `#k-${command}`;

/** The six stages as the stage bar shows them, each linked to its record. `history`: who did what, by version. */
export function stageSteps(
  opened: OpenedCase,
  history: readonly { readonly version: number; readonly by: string }[],
): readonly (StageStep & Pick<StageRecord, 'purpose' | 'duty'>)[] {
  const { state, now } = opened;
  return stageRecords(opened).map((record) => {
    const label = labelOf(stageCodes, record.stage);
    const who = history.find(({ version }) => version === record.version)?.by;
    return { label, state: record.state, note: noteOf(record, now, who ?? null), href: hrefOfStage(record, state), purpose: record.purpose, duty: record.duty };
  });
}

function noteOf({ state, at, reason }: StageRecord, now: string, who: string | null): string | null {
  if (state === 'skipped') return reason === null ? null : inSentence(labelOf(notApplicableReasons, reason));
  if (at === null) return null;
  if (state === 'now') return `sedan ${dayAndMonth(at, now)}`;
  return `${dayAndMonth(at, now)}${who === null ? '' : `, ${who}`}`;
}

const records: Readonly<Record<StageRecord['stage'], string>> = {
  received: '#handelsen',
  investigating: '#utredning',
  assessing: '#bedomning',
  ivoDecision: '#bedomning',
  feedback: '#sagt',
  followUp: '#utredning',
};
/** The record of a stage that has been passed or is under way: what was found, judged and said there. */
const hrefOfStage = ({ stage, state }: StageRecord, of: ExistingCase): string | null => {
  if (state === 'ahead' || state === 'skipped') return null;
  return stage === 'ivoDecision' && hasDecisionPage(of) ? '#ivo' : records[stage];
};
