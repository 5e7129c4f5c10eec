import type { SignalDefinition } from '@temporalio/common';
import type { CaseSnapshot } from '#domain/case/snapshot';
import { workflowIdOf } from '#domain/ids';
import type { RecordSnapshot } from '#domain/records/snapshot';
import { type Temporal, WorkflowNotFoundError } from '#platform/temporal';
import { caseChanged, isOver, queues, recordChanged, searchedBy, wake } from '#workflows/messages';
import { isOfCase, type Snapshot, streamOf } from './snapshots.js';

/** Says things to workflows, and starts those that are not there. */
export class WorkflowNotifier {
  constructor(private readonly temporal: Temporal) {}

  /**
   * Tells the workflow of a case or a record how it stands, and starts it where none runs; repeating it changes nothing. What waits for nothing
   * starts nothing; if its workflow still runs, it learns that it may end.
   * @throws ServiceError; see isAway
   */
  notify(snapshot: Snapshot): Promise<void> {
    return isOfCase(snapshot) ? this.#notifyCase(snapshot) : this.#notifyRecord(snapshot);
  }

  async #notifyCase(snapshot: CaseSnapshot): Promise<void> {
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

  async #notifyRecord(snapshot: RecordSnapshot): Promise<void> {
    const { family, id, number } = snapshot;
    const workflowId = streamOf(snapshot);
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
