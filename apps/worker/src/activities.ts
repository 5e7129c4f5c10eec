import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Core } from '#case-service/core';
import { system } from '#domain/case/actor';
import { type CaseSnapshot, snapshotOf } from '#domain/case/agenda';
import { Refusal } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import type { MailSender } from '#notices/mail-sender';
import { errorFields } from '#platform/log';
import type { CaseActivities, MailActivities } from '#workflows/activities';

const BEAT_MS = 4_000;

/** Refusals that are normal here: done already, lapsed, or requested by a clock that is ahead of the agenda. */
const normal: readonly string[] = ['alreadyMet', 'tooEarly'];

/** The activities of workflows, by the same command service as people. */
export function createActivities({ core, sender }: { readonly core: Core; readonly sender: MailSender }): CaseActivities & MailActivities {
  return {
    perform: ({ caseId, item, now }) =>
      inCodes(async (): Promise<CaseSnapshot> => {
        // The item's id is the command's: an attempt that was cut off after its commit is answered from the stored answer.
        await core.cases.execute(system, caseId, { type: 'PerformAgendaItem', item }, { commandId: uuidOf('item', item), now }).catch((error: unknown) => {
          if (!(error instanceof Refusal) || !normal.includes(error.code)) throw error;
        });
        const state = await core.cases.load(caseId);
        if (!state.exists) throw new Refusal('notFound');
        return snapshotOf(state, core.clock.offsetMs(), core.register.organisation.settings);
      }),
    sendUrgentNotices: () => inCodes(() => beating(() => sender.sendUrgent())),
    sendDigest: ({ anyDay }) => inCodes(() => beating(() => sender.sendDigest(anyDay))),
  };
}

/** A heartbeat every few seconds. A worker that is taken for dead may go on: two senders do not send the same mail. */
async function beating<T>(work: () => Promise<T>): Promise<T> {
  const activity = Context.current();
  const beat = setInterval(() => activity.heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/** Temporal stores what an activity throws, so it gets name and code of the fault, never its message, which may quote what somebody wrote. */
async function inCodes<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { error: type, code } = errorFields(error);
    throw ApplicationFailure.create({ type, message: code ?? type });
  }
}
