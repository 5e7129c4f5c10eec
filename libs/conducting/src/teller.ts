import type { Told } from '#domain/case/agenda';
import { workflowIdOf } from '#domain/ids';
import { type Temporal, WorkflowNotFoundError } from '#platform/temporal';
import { isOver, queues, searchedBy, told as toldSignal, wake } from '#workflows/messages';

/** Says things to workflows, and starts those that are not there. */
export class Teller {
  constructor(private readonly temporal: Temporal) {}

  /**
   * Tells a case's workflow how the case stands, and starts it where none runs: twice said is once heard. A case that is over
   * starts nothing; if its workflow still runs, it learns that it may end.
   * @throws ServiceError; see isAway
   */
  async tell(told: Told): Promise<void> {
    if (isOver(told)) return this.#end(told);
    await this.temporal.call((client) =>
      client.workflow.signalWithStart(told.kind, {
        workflowId: workflowIdOf(told.caseId),
        taskQueue: queues.cases,
        args: [{ caseId: told.caseId }],
        signal: toldSignal,
        signalArgs: [told],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        typedSearchAttributes: searchedBy(told),
        staticSummary: `${told.number} ${told.kind}`,
      }),
    );
  }

  /** Does anybody listen at all? */
  isHeard(): Promise<boolean> {
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

  async #end(told: Told): Promise<void> {
    await this.temporal
      .call((client) => client.workflow.getHandle(workflowIdOf(told.caseId)).signal(toldSignal, told))
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
  }
}
