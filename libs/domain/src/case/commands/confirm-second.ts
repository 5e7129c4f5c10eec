import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { id, maybeWords } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { earlyStages, lateStages } from '../conditions.js';
import { answer, awaited, effectOf, lacksOf, mayAnswer, mustBePossible } from '../decide/seconds.js';
import type { NewCaseEvent } from '../events.schema.js';
import { isOneOf } from '../roles-in.js';
import { everySecond, secondsAwaited, secondsOf } from '../seconds.js';

/**
 * A second person's own answer to what another has asked them to stand for (CancelCase, OverrideConflict).
 * The second person confirms: it takes effect, if nothing has come in the way since it was asked.
 */
export const confirmSecond = defineCaseCommand({
  name: 'ConfirmSecond',
  input: { request: id, reasons: maybeWords },
  confirms: true,
  who: everySecond,
  unless: ({ request }, actor, state, process, organisation, today): boolean => {
    if (secondsAwaited(state).some((row) => row.request === request && row.by === actor.person))
      refuse('notYours', [{ field: 'ConfirmSecond.request', text: 'Den som bad om bekräftelsen kan inte själv ge den' }]);
    return mayAnswer(actor, state, process, organisation, today).length === 0;
  },
  offered: [{ stages: [...earlyStages, ...lateStages, 'closed'], when: ['secondAsked'] }],
  afterEnd: true,
  title: 'Bekräfta som andra person',
  button: 'Bekräfta',
  form: {
    request: { label: 'Vad bekräftar du?', hint: 'Skälen står i historiken. Beslutet gäller så snart du har bekräftat.', required: true },
    reasons: { label: 'Något att tillägga?' },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const asked = awaited(state, command.request, 'ConfirmSecond');
    const person = context.actor.person ?? refuse('notYours');
    const { actor, organisation, today } = context;
    if (!isOneOf(secondsOf(asked.of, process), actor, state, organisation, today)) refuse('notYours');
    mustBePossible(state, asked);
    new Lacking('OverrideConflict').needEach(lacksOf({ ...asked, second: person }, state, context, asked.by)).orRefuse();
    const answered = answer(state, asked, 'confirmed', command.reasons, process, context);
    return [...answered, ...effectOf(asked, state, person)];
  },
});
