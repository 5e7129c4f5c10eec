import { z } from 'zod';
import { conflictGrounds } from '../../codes/case-codes.js';
import { cancelReasons } from '../../codes/closing.js';
import { secondAnswers, secondedDecisions, urgentSteps } from '../../codes/seconded.js';
import { roles } from '../../org/roles.js';
import { id, maybe, oneOf } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';

/** What two persons answer for, and the one step that somebody with a conflict of interest is let take. */
export const withSecond = {
  SecondAsked: event(
    'En andra person ombads bekräfta',
    z.object({
      request: id,
      of: oneOf(secondedDecisions),
      by: id,
      as: oneOf(roles),
      second: id,
      secondRole: oneOf(roles),
      reason: maybe(oneOf(cancelReasons)),
      person: maybe(id),
      ground: maybe(oneOf(conflictGrounds)),
      step: maybe(oneOf(urgentSteps)),
    }),
    sealed('reasons'),
  ),
  SecondAnswered: event(
    'En andra person svarade',
    z.object({ request: id, of: oneOf(secondedDecisions), answer: oneOf(secondAnswers), by: id, as: oneOf(roles) }),
    sealed('reasons'),
  ),
  StepExcepted: event(
    'Undantag från jäv medgavs för ett enda steg',
    z.object({ exception: id, person: id, step: oneOf(urgentSteps), ground: oneOf(conflictGrounds), as: oneOf(roles), second: id }),
  ),
  ExceptedStepTaken: event('Steget som undantaget gällde togs', z.object({ exception: id, step: oneOf(urgentSteps) })),
} as const;
