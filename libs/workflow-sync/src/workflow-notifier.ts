import type { SignalDefinition } from '@temporalio/common';
import type { CaseSnapshot } from '#domain/case/snapshot';
import { workflowIdOf } from '#domain/ids';
import type { RecordSnapshot } from '#domain/records/snapshot';
import { type Temporal, WorkflowNotFoundError } from '#platform/temporal';
import { caseChanged, isOver, queues, recordChanged, searchedBy, wake } from '#workflows/messages';

/** Says things to workflows, and starts those that are not there. */
export class WorkflowNotifier {
  constructor(private readonly temporal: Temporal) {}

  /**
   * Tells a case's workflow how the case stands, and starts it where none runs: twice said is once heard. A case that is over
   * starts nothing; if its workflow still runs, it learns that it may end.
   * @throws ServiceError; see isAway
   */
  async notify(snapshot: CaseSnapshot): Promise<void> {
    if (isOver(snapshot)) return this.#end(workflowIdOf(snapshot.caseId), caseChanged, snapshot);
    await this.temporal.call((client) =>
      client.workflow.signalWithStart(snapshot.kind, {
        workflowId: workflowIdOf(snapshot.caseId),
        taskQueue: queues.cases,
        args: [{ caseId: snapshot.caseId }],
        signal: caseChanged,
        signalArgs: [snapshot],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        typedSearchAttributes: searchedBy(snapshot),
        staticSummary: `${snapshot.number} ${snapshot.kind}`,
      }),
    );
  }

  /** Tells a record's workflow how the record stands, and starts it where none runs. One that waits for nothing starts nothing. @throws ServiceError */
  async notifyRecord(snapshot: RecordSnapshot): Promise<void> {
    const { family, id, number } = snapshot;
    const workflowId = `${family}/${id}`;
    if (snapshot.steps.length === 0) return this.#end(workflowId, recordChanged, snapshot);
    await this.temporal.call((client) =>
      client.workflow.signalWithStart('record', {
        workflowId,
        taskQueue: queues.cases,
        args: [{ family, id }],
        signal: recordChanged,
        signalArgs: [snapshot],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: number,
      }),
    );
  }

  /** Does anybody listen at all? */
  isUp(): Promise<boolean> {
    return this.temporal.isUp();
  }

  /** There is mail to send at once. @throws ServiceError */
  async wakeMail(): Promise<void> {
    await this.temporal.call((client) =>
      client.workflow.signalWithStart('urgentMail', {
        workflowId: 'urgentMail',
        taskQueue: queues.effects,
        signal: wake,
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  }

  /** The daily mail now, whatever the day: once for each name, however often it is asked for. @throws ServiceError */
  async sendDigestNow(name: string): Promise<void> {
    await this.temporal.call((client) =>
      client.workflow.start('dailyDigest', {
        workflowId: `dailyDigest/${name}`,
        taskQueue: queues.effects,
        args: [{ anyDay: true }],
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    );
  }

  /** There is nothing more to wait for: a workflow that runs learns that it may end, and none is started. */
  async #end<S>(workflowId: string, changed: SignalDefinition<[S]>, snapshot: S): Promise<void> {
    await this.temporal
      .call((client) => client.workflow.getHandle(workflowId).signal(changed, snapshot))
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
  }
}
