import { conflictAnswers, conflictGrounds } from '../../codes/case-codes.js';
import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { id, maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { mayBeTakenBack } from '../conflict.js';
import { whileOpen } from '../decide/guards.js';
import { roleOf } from '../decide/work.js';
import type { NewCaseEvent } from '../events.schema.js';
import { isOneOf } from '../roles-in.js';
import { chiefs } from '../who.js';

/** States whether a person has a conflict of interest in the case (KL 6 kap. 28 §). */
export const answerConflict = defineCaseCommand({
  name: 'AnswerConflict',
  input: {
    answer: oneOf(conflictAnswers),
    person: id.nullable().default(null),
    ground: oneOf(conflictGrounds).nullable().default(null),
    reasons: maybeWords,
  },
  names: { person: 'person' },
  who: 'anyone',
  // Everyone answers for themselves; a chief or the registrar may state another's.
  unless: ({ person }, actor, state, _, organisation, today): boolean =>
    person != null && person !== actor.person && !isOneOf(['registrator', ...chiefs], actor, state, organisation, today),
  mustStand: whileOpen,
  offered: [{ stages: 'any', when: 'always' }],
  inStep: 1,
  byHandler: true,
  under: 'correct',
  title: 'Jäv',
  button: 'Spara svaret',
  form: {
    answer: {
      label: 'Finns det något som gör att du inte bör ta del i ärendet?',
      hint: 'Till exempel att ärendet gäller dig själv, någon som står dig nära eller din egen tillsyn (kommunallagen 6 kap. 28 §).',
    },
    ground: { label: 'Om det finns jäv: vilket slag?' },
    person: { label: 'Gäller svaret någon annan än du: vem?' },
    reasons: { label: 'Skäl' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const person = command.person ?? context.actor.person ?? refuse('notYours');
    const isFree = command.answer === 'none';
    const isOther = person !== context.actor.person;
    new Lacking('AnswerConflict')
      .need(!(isFree && isOther) || state.conflict.barred.includes(person), 'person', 'Var och en svarar själv på om det finns jäv')
      .need(!isFree || mayBeTakenBack(state, person), 'answer', 'Jävet följer av uppgifterna i ärendet, och kan inte tas tillbaka (KL 6 kap. 28–30 §§)')
      .need(!(isFree && isOther) || Boolean(command.reasons), 'reasons', 'Skriv varför personen inte är jävig')
      .orRefuse();
    return [
      {
        type: 'ConflictAnswered',
        open: { person, as: roleOf(state, context), answer: command.answer, ground: command.ground, computed: false },
        sealed: command.reasons ? { reasons: command.reasons } : undefined,
      },
    ];
  },
});
