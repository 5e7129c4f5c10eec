import { refuse } from '../../errors.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Context } from './context.js';
import { reopen } from './endings.js';
import { foldNew } from './foresee.js';

/** The answer that stands, to the one who complained or reported without a name; undefined where none has been given, or it no longer stands. */
const answerOf = (state: ExistingCase) => {
  const theirs = (to: string): boolean => to === 'complainant' || (to === 'reporter' && state.reporter === null);
  return state.feedback.findLast((given) => given.given && given.what === 'answer' && theirs(given.to));
};

/** @throws Refusal where there is no answer to say anything of, or it is said */
export function mustAwaitReply(state: ExistingCase): void {
  if (state.cancelled !== null) refuse('cancelled');
  if (answerOf(state) === undefined) refuse('tooEarly', [{ field: 'answered', text: 'Du har inte fått något svar ännu' }]);
  if (!mayReply(state)) refuse('alreadyMet');
}

/** Is there an answer that the one with the code has not yet said anything of? */
export function mayReply(state: ExistingCase): boolean {
  const answer = answerOf(state);
  return state.cancelled === null && answer !== undefined && !state.steps.some((row) => row.type === 'reply' && row.at >= answer.at);
}

/** Endings that the municipality stands for itself; what went elsewhere, or to another case, is not opened here. */
const ownEndings: readonly string[] = ['actionsDoneAndEffectFollowed', 'noDeficiency', 'noActionNeeded', 'handledAtOnce'];

/**
 * The one with the code says whether the answer was one. A no opens a case that has ended, once: then somebody owes an answer again. After
 * that, and while the case is open, it stands in the case for those who work with it.
 */
export function replyByCode(state: ExistingCase, command: CommandOf<'ReplyByCode'>, process: Process, context: Context): NewCaseEvent[] {
  if (command.answered === 'no' && !command.text) refuse('incomplete', [{ field: 'text', text: 'Skriv vad du inte är nöjd med' }]);
  const said: NewCaseEvent = { type: 'ReporterReplied', open: { answered: command.answered }, sealed: command.text ? { text: command.text } : undefined };
  const opens = command.answered === 'no' && state.closed !== null && state.reopened === 0 && ownEndings.includes(state.closed.reason);
  const to = process.reopen.to[0];
  if (!opens || to === undefined) return [said];
  return [said, ...reopen(foldNew(state, [said], context.now), { type: 'ReopenCase', to, reason: 'notSatisfied', text: command.text ?? '' }, process, context)];
}
