import { activityInfo, Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Core } from '#case-service/core';
import { type CaseSnapshot, snapshotOf } from '#domain/case/snapshot';
import { Refusal } from '#domain/errors';
import { caseStream, uuidOf } from '#domain/ids';
import { system } from '#domain/org/actor';
import { recordTypes } from '#domain/record-types';
import { recordSnapshotOf } from '#domain/records/snapshot';
import { park, unpark } from '#event-store/parked';
import type { MailSender } from '#notices/mail-sender';
import { errorFields, type Log } from '#platform/log';
import { WORKFLOWS } from '#workflow-sync/trouble';
import type { CaseActivities, MailActivities, RecordActivities, StepRequest } from '#workflows/activities';

const BEAT_MS = 4_000;

/** Refusals that are normal here: done already, lapsed, or requested by a clock that is ahead of the agenda. */
const normal: readonly string[] = ['alreadyMet', 'tooEarly'];

/** What workflows ask for, by the same door as people. */
export function createActivities({
  core,
  sender,
  log,
}: {
  readonly core: Core;
  readonly sender: MailSender;
  readonly log: Log;
}): CaseActivities & RecordActivities & MailActivities {
  const step = ({ caseId, item, now }: StepRequest) =>
    inCodes(async (): Promise<CaseSnapshot> => {
      // The item's id is the command's: an attempt that was cut off after its commit is answered from what was stored.
      await core.cases.execute(system, caseId, { type: 'PerformAgendaItem', item }, { commandId: uuidOf('item', item), now }).catch((error: unknown) => {
        if (!(error instanceof Refusal) || !normal.includes(error.code)) throw error;
      });
      const state = await core.cases.load(caseId);
      if (!state.exists) throw new Refusal('notFound');
      return snapshotOf(state, core.clock.offsetMs(), core.register.organisation.settings);
    });
  const report = async (workflowId: string, stream: string, code: string | null): Promise<void> => {
    if (code === null) return void (await unpark(core.database, WORKFLOWS, workflowId));
    log.error({ stream: workflowId, code }, 'a workflow is in trouble');
    const position = (await core.store.load(stream)).at(-1)?.position ?? 0;
    await park(core.database, { subscription: WORKFLOWS, stream: workflowId, position, errorCode: code });
  };
  return {
    // The step's own row of the agenda says which event it makes: one door, one command, whatever the activity is called.
    sendConfirmation: step,
    remind: step,
    escalate: step,
    raiseAgain: step,
    askForEffect: step,
    reportTrouble: ({ caseId, code }) => inCodes(() => report(activityInfo().workflowExecution?.workflowId ?? caseStream(caseId), caseStream(caseId), code)),
    // A record's workflow has the name of its stream.
    reportRecordTrouble: ({ family, id, code }) => inCodes(() => report(`${family}/${id}`, `${family}/${id}`, code)),
    takeRecordStep: ({ family, id, step: item, now }) =>
      inCodes(async () => {
        const type = recordTypes.find((one) => one.family === family);
        if (type === undefined) throw new Refusal('notFound');
        // The step's id is the command's, as for a case.
        await core.records.execute(system, type, id, { type: 'TakeStep', step: item }, { commandId: uuidOf('step', item), now }).catch((error: unknown) => {
          if (!(error instanceof Refusal) || !normal.includes(error.code)) throw error;
        });
        const state = await core.records.load(type, id);
        if (state === null) throw new Refusal('notFound');
        return recordSnapshotOf(type, state, core.clock.offsetMs(), core.register.organisation.settings);
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
    const { error: name, code } = errorFields(error);
    // Somebody else changed the case at the same time: the one refusal that may be another answer next time.
    const type = error instanceof Refusal && error.code === 'busy' ? 'Busy' : name;
    throw ApplicationFailure.create({ type, message: code ?? type });
  }
}
