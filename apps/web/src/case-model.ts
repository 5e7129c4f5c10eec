import { commandOf, decisionCommands, hasDecisionPage } from '#case-view/offered';
import type { ExistingCase, Lack } from '#domain/case/case';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { labelOf } from '#domain/codes/code';
import { stages as stageCodes } from '#domain/codes/stages';
import { processOf } from '#domain/process/index';
import type { Fault } from '#ui/error-summary';
import type { StageStep } from '#ui/stage-bar';

/** What is missing before the next step, each with the form that mends it. */
export const missingOf = (state: ExistingCase): readonly Fault[] =>
  lacksToAdvance(state, processOf(state.desc.process)).map((lack) => ({ ...lack, href: hrefOfLack(lack, state) }));

/** Where a lack is mended: a form on the case's page, or on the page of the decision. */
export function hrefOfLack(lack: Pick<Lack, 'field'>, state: ExistingCase): string {
  const command = commandOf(lack);
  const place = hasDecisionPage(state) && decisionCommands.includes(command) ? `/arende/${state.id}/beslut` : '';
  return `${place}#k-${command}`;
}

/** The six stages as the stage bar shows them. */
export function stageSteps(state: ExistingCase): readonly StageStep[] {
  const rows = processOf(state.desc.process).stages;
  const now = rows.findIndex((row) => row.stage === state.stage);
  return rows.map((row, n) => {
    const skipped = state.notApplicable.find((passed) => passed.stage === row.stage);
    const label = labelOf(stageCodes, row.stage);
    if (skipped !== undefined) return { label, state: 'skipped', note: skipped.reason === 'elsewhere' ? 'utreds i annat ärende' : null };
    return { label, state: n === now ? 'now' : now === -1 ? (state.closed === null ? 'ahead' : 'done') : n < now ? 'done' : 'ahead', note: null };
  });
}
