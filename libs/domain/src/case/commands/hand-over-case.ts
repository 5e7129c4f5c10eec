import { handOverReceivers } from '../../codes/case-codes.js';
import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { reasonsText } from '../../records/command-text.js';
import { flag, maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { earlyStages } from '../conditions.js';
import { closed, metBy } from '../decide/duties.js';
import { closing } from '../decide/endings.js';
import { foldNew } from '../decide/foresee.js';
import { mustBeOpen, workStage } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { hasWayBack } from '../processes/gates.js';
import { stagesAfter } from '../processes/process.js';
import { reasons } from './shared.js';

/**
 * Another is responsible: handed over, the one who complained told of it (PSL 3 kap. 8 e § for care: skyndsamt).
 */
export const handOverCase = defineCaseCommand({
  name: 'HandOverCase',
  input: { to: oneOf(handOverReceivers), told: flag, recipient: maybeWords, reasons },
  endsEarly: 'handedOver',
  who: (process) => process.handOver.by,
  mustStand: (state, process): void => {
    mustBeOpen(state);
    if (!process.handOver.from.some((stage) => stage === state.stage))
      refuse('notInThisStage', [{ field: 'HandOverCase', text: 'Ärendet kan inte lämnas över i det här skedet' }]);
  },
  alone: true,
  offered: [{ stages: earlyStages, when: ['complaint', 'deviation'] }],
  under: 'handOn',
  title: 'Lämna över till annan ansvarig',
  button: 'Lämna över',
  form: {
    to: { label: 'Till vem?' },
    recipient: { label: 'Mottagare' },
    told: { label: 'Har den som hörde av sig fått veta det?' },
    reasons: reasonsText,
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    new Lacking('HandOverCase').need(command.told || !hasWayBack(state), 'told', 'Berätta för den som hörde av sig att ärendet lämnas över').orRefuse();
    const events: NewCaseEvent[] = [
      {
        type: 'CaseHandedOver',
        open: { to: command.to, told: command.told },
        sealed: { reasons: command.reasons, ...(command.recipient ? { recipient: command.recipient } : {}) },
      },
      // Told that another will answer is confirmed, not answered: the answer is the other's to give.
      ...closed(state, metBy(process, 'confirmation'), command.told ? 'met' : 'notApplicable', 'handedOver'),
      ...closed(state, metBy(process, 'answer'), 'notApplicable', 'handedOver'),
    ];
    const passed = stagesAfter(process, workStage(state)).map((stage) => ({ stage, reason: 'handedOver' as const }));
    return [...events, ...closing(foldNew(state, events, context.now), passed, 'handedOver')];
  },
});
