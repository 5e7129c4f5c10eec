import { ivoOutcomes } from '../../codes/ivo.js';
import { Lacking } from '../../lacks.js';
import { date, maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { newId } from '../decide/context.js';
import { given } from '../decide/given.js';
import { withIvo } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { at, ivoLetter } from './shared.js';

/** Records IVO's decision, and the day by which a requirement is to be reported. */
export const recordIvoDecision = defineCaseCommand({
  name: 'RecordIvoDecision',
  input: {
    ivoOutcome: oneOf(ivoOutcomes),
    requirementDueOn: date.nullable().default(null),
    text: maybeWords,
    at,
  },
  who: [],
  mustStand: withIvo('RecordIvoDecision'),
  offered: [{ stages: 'any', when: ['atIvo'] }],
  onDecisionPage: true,
  title: 'IVO har beslutat',
  button: 'Spara beslutet',
  form: {
    at: { label: 'Vilken dag kom beslutet? (om inte i dag)' },
    ivoOutcome: { label: 'Vad beslutade IVO?' },
    requirementDueOn: { label: 'Om något ska redovisas: vilken dag?' },
    text: ivoLetter,
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { ivoOutcome, requirementDueOn, text, at } = command;
    const demands = ivoOutcome === 'reportBack' || ivoOutcome === 'injunction';
    new Lacking('RecordIvoDecision')
      .add(notPast(at, 'RecordIvoDecision.at', context, given(state.ivoTrack.sent).at))
      .need(!demands || requirementDueOn !== null, 'requirementDueOn', 'Ange vilken dag IVO vill ha redovisningen')
      .orRefuse();
    const requirements = requirementDueOn === null ? [] : [{ id: newId(context, 'requirement'), dueOn: requirementDueOn, duePrecision: 'day' as const }];
    return [{ type: 'IvoDecisionReceived', at, open: { ivoOutcome, requirements }, sealed: text ? { text } : undefined }];
  },
});
