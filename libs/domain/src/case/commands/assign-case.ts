import { roles } from '../../codes/roles.js';
import { Lacking } from '../../lacks.js';
import { id, maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { earlyStages } from '../conditions.js';
import { whyNotChosen } from '../conflict.js';
import { whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { chiefs } from '../who.js';

/** Gives the case to the person who will handle it, or takes it from them (`person` null). */
export const assignCase = defineCaseCommand({
  name: 'AssignCase',
  input: { person: id.nullable(), as: oneOf(roles).default('enhetschef'), reasons: maybeWords },
  names: { person: 'carrier' },
  who: [...chiefs, 'registrator'],
  mustStand: whileOpen,
  offered: [{ stages: earlyStages, when: 'always' }],
  inStep: 2,
  under: 'handOn',
  title: 'Fördela',
  button: 'Fördela ärendet',
  form: {
    person: { label: 'Vem handlägger?', required: true, initial: ({ handler }, person): string | null => (handler === null ? person : null) },
    reasons: { label: 'Varför?', hint: 'Läses av dem som får läsa ärendets text.' },
  },
  decide(state, command): readonly NewCaseEvent[] {
    new Lacking('AssignCase').add([command.person === null ? null : whyNotChosen(state, command.person, 'handler', 'AssignCase.person')]).orRefuse();
    if ((state.handler?.person ?? null) === command.person) return [];
    return [
      {
        type: 'CaseAssigned',
        open: { person: command.person, as: command.as, unit: state.desc.unit },
        sealed: command.reasons ? { reasons: command.reasons } : undefined,
      },
    ];
  },
});
