import type { ExistingCase } from '#domain/case/case';
import { snapshotOf } from '#domain/case/snapshot';
import { caseStream } from '#domain/ids';
import type { Raising } from '#domain/org/settings';
import type { RecordedEvent } from '#event-store/event-store';
import { Database } from '#platform/database';
import { workflowsOf } from '#workflow-sync/running';
import { WORKFLOWS } from '#workflow-sync/trouble';
import { DependencyHealth } from './dependency-health.js';

/** Whether a case's workflows run, that of its notification to IVO too, and the conductor has sent every event of the case. */
export class WorkflowSync {
  constructor(
    private readonly database: Database,
    private readonly dependencies: DependencyHealth,
  ) {}

  /** Null where Temporal does not answer. */
  async isInSync(state: ExistingCase, events: readonly RecordedEvent[], raising: Raising): Promise<boolean | null> {
    const workflows = workflowsOf(snapshotOf(state, 0, raising));
    const run = await this.dependencies.run(workflows);
    return run === true ? this.#wasTold(caseStream(state.id), events, workflows) : run;
  }

  async #wasTold(stream: string, events: readonly RecordedEvent[], workflows: readonly string[]): Promise<boolean> {
    const last = events.at(-1)?.position ?? 0;
    const [row] = await this.database.query<{ told: boolean }>(
      `SELECT EXISTS (SELECT FROM store.subscriptions WHERE name = 'conductor' AND position >= $1)
          AND NOT EXISTS (SELECT FROM store.parked WHERE (subscription = 'conductor' AND stream = $2) OR (subscription = $3 AND stream = ANY($4))) AS told`,
      [last, stream, WORKFLOWS, workflows],
    );
    return row?.told === true;
  }
}
