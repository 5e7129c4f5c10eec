import { replyAnswers } from '../../codes/case-codes.js';
import { maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { onlyWhere } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * The one who reported says whether they got an answer.
 * Whether the one who reported thinks they got an answer.
 */
export const replyAsReporter = defineCaseCommand({
  name: 'ReplyAsReporter',
  input: { answered: oneOf(replyAnswers), text: maybeWords },
  who: 'reporter',
  mustStand: onlyWhere(
    ['hasReporter'],
    'ReplyAsReporter',
    'Svaret på en synpunkt eller ett klagomål lämnas till den som hörde av sig, inte till den som skrev in det',
  ),
  offered: [{ stages: ['feedback', 'followUp', 'closed'], when: ['hasReporter'] }],
  afterEnd: true,
  title: 'Fick du svar?',
  button: 'Skicka',
  form: {
    answered: { label: 'Har du fått svar på det du rapporterade?' },
    text: { label: 'Vill du säga något mer?' },
  },
  decide(_state, command): readonly NewCaseEvent[] {
    return [{ type: 'ReporterReplied', open: { answered: command.answered }, sealed: command.text ? { text: command.text } : undefined }];
  },
});
