import { hslOutcomes } from '../../codes/hsl.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { onlyWhere } from '../decide/guards.js';
import { listOf, otherNamed } from '../decide/judging.js';
import { mustBeOpen } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';
import { reasons } from './shared.js';

/**
 * What the investigator finds; the decision is another's where the process says so.
 * The investigator's proposal; a decider may find otherwise, and both stay visible.
 */
export const proposeOutcome = defineCaseCommand({
  name: 'ProposeOutcome',
  input: {
    outcome: oneOf(lexSarahOutcomes).nullable().default(null),
    hslOutcome: oneOf(hslOutcomes).nullable().default(null),
    reasons,
  },
  who: workers,
  mustStand: (state, process, asking): void => {
    mustBeOpen(state);
    if (state.stage !== 'investigating' && state.stage !== 'assessing')
      refuse('notInThisStage', [{ field: 'ProposeOutcome', text: 'Förslaget lämnas medan ärendet utreds eller bedöms' }]);
    if (listOf(state) === 'complaintOutcome') refuse('incomplete', [{ field: 'ProposeOutcome', text: 'Ett klagomål bedöms utan förslag' }]);
    onlyWhere(['lexSarah', 'lexMaria'], 'ProposeOutcome', 'Förslag lämnas i lex Sarah och lex Maria som utreds här')(state, process, asking);
  },
  offered: [{ stages: ['investigating', 'assessing'], when: ['lexSarah', 'lexMaria'] }],
  title: 'Föreslå en bedömning',
  button: 'Lämna förslaget',
  form: {
    outcome: { label: 'Vad visar utredningen?', required: true, asked: ['lexSarah'] },
    hslOutcome: { label: 'Vad visar utredningen?', required: true, asked: ['care'] },
    reasons: { label: 'Skäl', hint: 'Förslaget står kvar bredvid beslutet, också om den som beslutar kommer fram till något annat.' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const wanted = listOf(state);
    new Lacking('ProposeOutcome')
      .need(wanted === 'complaintOutcome' || command[wanted] !== null, wanted, 'Välj en bedömning')
      .add(otherNamed(command, wanted, 'ProposeOutcome'))
      .orRefuse();
    return [
      {
        type: 'OutcomeProposed',
        open: { outcome: command.outcome, hslOutcome: command.hslOutcome, by: context.actor.person },
        sealed: { reasons: command.reasons },
      },
    ];
  },
});
