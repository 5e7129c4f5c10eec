import { refuse } from '../../errors.js';
import { reasonsText } from '../../records/command-text.js';
import { id } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { earlyStages, lateStages } from '../conditions.js';
import { answer, awaited, mayAnswer } from '../decide/seconds.js';
import type { NewCaseEvent } from '../events.schema.js';
import { isOneOf } from '../roles-in.js';
import { everySecond, secondsAwaited, secondsOf } from '../seconds.js';
import { reasons } from './shared.js';

/**
 * The second person says no, or the one who asked takes the question back: nothing has happened.
 */
export const refuseSecond = defineCaseCommand({
  name: 'RefuseSecond',
  input: { request: id, reasons },
  who: everySecond,
  unless: (_, actor, state, process, organisation, today): boolean =>
    secondsAwaited(state).every(({ by }) => by !== actor.person) && mayAnswer(actor, state, process, organisation, today).length === 0,
  offered: [{ stages: [...earlyStages, ...lateStages, 'closed'], when: ['secondAsked'] }],
  afterEnd: true,
  under: 'correct',
  title: 'Bekräfta inte, eller ta tillbaka frågan',
  button: 'Bekräfta inte',
  form: {
    request: { label: 'Vad gäller det?', required: true },
    reasons: reasonsText,
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const asked = awaited(state, command.request, 'RefuseSecond');
    const { actor, organisation, today } = context;
    const own = asked.by === actor.person;
    if (!own && !isOneOf(secondsOf(asked.of, process), actor, state, organisation, today)) refuse('notYours');
    return answer(state, asked, own ? 'takenBack' : 'refused', command.reasons, process, context);
  },
});
