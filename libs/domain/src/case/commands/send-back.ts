import { stages } from '../../codes/stages.js';
import { refuse } from '../../errors.js';
import { oneOf } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { Codes } from '../choices.js';
import { closed, ofStage, openedAgain } from '../decide/duties.js';
import { foldNew } from '../decide/foresee.js';
import { ownMatter } from '../decide/guards.js';
import { investigationOpened, workStage } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { processOf } from '../processes/index.js';
import type { Process, WorkStage } from '../processes/process.js';
import { chiefs } from '../who.js';
import { reasons } from './shared.js';

const backFrom = (process: Process, state: ExistingCase): readonly WorkStage[] => process.back.flatMap((move) => (move.from === state.stage ? [move.to] : []));

/**
 * Back to an earlier stage, always with reasons; what the left stage owed is withdrawn and opens anew when it is reached again.
 */
export const sendBack = defineCaseCommand({
  name: 'SendBack',
  input: { to: oneOf(stages), reasons },
  who: (process, state, command) => process.back.find((move) => move.from === state.stage && move.to === command.to)?.by ?? chiefs,
  leadsTo: backFrom,
  mustStand: (state, process, asking): void => {
    ownMatter(state, process, asking);
    const from = workStage(state);
    if (!process.back.some((move) => move.from === from)) refuse('notInThisStage');
  },
  offered: [{ stages: ['assessing', 'ivoDecision', 'feedback', 'followUp'], when: ['ownMatter'] }],
  under: 'handOn',
  title: 'Sänd tillbaka',
  button: 'Sänd tillbaka',
  form: {
    to: {
      label: 'Till vilket skede?',
      choices: (state): Codes => backFrom(processOf(state.desc.process), state),
    },
    reasons: { label: 'Vad behöver kompletteras?' },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const from = workStage(state);
    if (!process.back.some((move) => move.from === from && move.to === command.to)) {
      refuse('notInThisStage', [{ field: 'SendBack.to', text: 'Ärendet kan inte skickas tillbaka dit från det här skedet' }]);
    }
    const to = command.to as WorkStage;
    const left: NewCaseEvent[] = [
      ...closed(state, ofStage(process, from), 'withdrawn', 'sentBack'),
      { type: 'StageEntered', open: { stage: to, from, direction: 'back', notApplicable: [] }, sealed: { reasons: command.reasons } },
      ...investigationOpened(state, to),
    ];
    return [...left, ...openedAgain(process, foldNew(state, left, context.now), to, context)];
  },
});
