import type { ExistingCase } from '../case.js';

/** The answer that stands, to the one who complained or reported without a name; undefined where none has been given, or it no longer stands. */
export const answerOf = (state: ExistingCase) => {
  const theirs = (to: string): boolean => to === 'complainant' || (to === 'reporter' && state.receipt.reporter === null);
  return state.contact.feedback.findLast((given) => given.given && given.what === 'answer' && theirs(given.to));
};

/** Is there an answer that the one with the code has not yet said anything of? */
export function mayReply(state: ExistingCase): boolean {
  const answer = answerOf(state);
  return state.end?.as !== 'cancelled' && answer !== undefined && (state.contact.repliedAt ?? '') < answer.at;
}
