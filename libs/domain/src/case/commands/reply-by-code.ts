import { replyAnswers } from '../../codes/case-codes.js';
import { refuse } from '../../errors.js';
import { maybeWords, oneOf } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import { reopened } from '../decide/endings.js';
import { foldNew } from '../decide/foresee.js';
import { answerOf, mayReply } from '../decide/reply-by-code.js';
import type { NewCaseEvent } from '../events.schema.js';

/** Endings that the municipality stands for itself; what went elsewhere, or to another case, is not opened here. */
const ownEndings: readonly string[] = ['actionsDoneAndEffectFollowed', 'noDeficiency', 'noActionNeeded', 'handledAtOnce'];

/**
 * Whether the one with the code thinks that the answer was one; not offered on the command route.
 * The one with the code says whether the answer was one. A no opens a case that has ended, once: then somebody owes an answer again. After
 * that, and while the case is open, it stands in the case for those who work with it.
 */
export const replyByCode = defineCaseCommand({
  name: 'ReplyByCode',
  input: { answered: oneOf(replyAnswers), text: maybeWords },
  who: 'code',
  mustStand: (state): void => mustAwaitReply(state),
  decide(state, command, context, process): readonly NewCaseEvent[] {
    if (command.answered === 'no' && !command.text) refuse('incomplete', [{ field: 'text', text: 'Skriv vad du inte är nöjd med' }]);
    const said: NewCaseEvent = { type: 'ReporterReplied', open: { answered: command.answered }, sealed: command.text ? { text: command.text } : undefined };
    const opens = command.answered === 'no' && state.end?.as === 'closed' && state.progress.reopenings.length === 0 && ownEndings.includes(state.end.reason);
    const to = process.reopen.to[0];
    if (!opens || to === undefined) return [said];
    return [said, ...reopened(foldNew(state, [said], context.now), to, { reason: 'notSatisfied', text: command.text ?? '' }, process, context)];
  },
});

/** @throws Refusal where there is no answer to say anything of, or it is said */
function mustAwaitReply(state: ExistingCase): void {
  if (state.end?.as === 'cancelled') refuse('cancelled');
  if (answerOf(state) === undefined) refuse('tooEarly', [{ field: 'answered', text: 'Du har inte fått något svar ännu' }]);
  if (!mayReply(state)) refuse('alreadyMet');
}
