import { type Lack, refuse } from '../../errors.js';
import { uuidOf } from '../../ids.js';
import { isLoggedIn } from '../../org/actor.js';
import { noCase } from '../case.js';
import type { Decision } from '../case-command.js';
import { type CaseCommand, commandNamed } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { fold } from '../evolve.js';
import { processOf } from '../processes/index.js';
import type { Process } from '../processes/process.js';
import type { Born } from './born.js';
import type { Context } from './context.js';
import { asStored, foldNew } from './foresee.js';
import { decide } from './index.js';
import { type Part, type Reported, report, senderOf } from './report.js';

/** What belongs to cases of another kind: nobody gives it here. */
function lackOfKind({ type }: CaseCommand, process: Process): Lack | null {
  const { who, title = '' } = commandNamed[type];
  const rule = process.who[type] ?? who;
  return Array.isArray(rule) && rule.length === 0 ? { field: type, text: `Hör inte till det här slaget av ärende: ${title}` } : null;
}

/**
 * A report, and the commands that it names to follow it in the same append: each decided as if it had been sent by itself, by the one who reports
 * (the policy, the stage and the values are asked in the same way). They are on the report itself, not on its sibling under another law.
 * @throws Refusal
 */
export function reportFollowed(part: Part, number: string, context: Context): Reported & Pick<Decision, 'born'> {
  const reported = report(part, number, context);
  const following = part.n === 0 ? (part.command.followedBy ?? []) : [];
  const actor = senderOf(context.actor, part.command);
  if (following.length > 0 && !isLoggedIn(actor))
    refuse('needsLogin', [{ field: 'followedBy', text: 'Bara den som är inloggad, och rapporterar i eget namn, kan fortsätta med ärendet' }]);
  const events: NewCaseEvent[] = [...reported.events];
  const born: Born[] = [];
  for (const [n, command] of following.entries()) {
    const [first, ...rest] = events;
    const received = fold(noCase(reported.caseId), [asStored(first as NewCaseEvent, context.now)]);
    if (!received.exists) throw new Error('a report begins a case');
    const lack = lackOfKind(command, processOf(received.desc.process));
    if (lack !== null) refuse('incomplete', [lack]);
    // The ids of what it makes are its own, and the same at each attempt.
    const asSent = { ...context, actor, commandId: uuidOf('followed', context.commandId, n) };
    const made = decide(command, foldNew(received, rest, context.now), asSent);
    events.push(...made.events);
    born.push(...made.born);
  }
  return { caseId: reported.caseId, events, born };
}
