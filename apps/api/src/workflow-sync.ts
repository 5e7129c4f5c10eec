import { WORKFLOWS } from '#conducting/trouble';
import { caseStream } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';
import { Database } from '#platform/database';
import { DependencyHealth } from './dependency-health.js';

/** Whether a case's workflow runs and the conductor has sent it every event of the case. */
export class WorkflowSync {
  constructor(
    private readonly database: Database,
    private readonly dependencies: DependencyHealth,
  ) {}

  /** Null where Temporal does not answer. */
  async isInSync(caseId: string, events: readonly RecordedEvent[]): Promise<boolean | null> {
    const runs = await this.dependencies.runs(caseId);
    return runs === true ? this.#wasTold(caseId, events) : runs;
  }

  async #wasTold(caseId: string, events: readonly RecordedEvent[]): Promise<boolean> {
    const last = events.at(-1)?.position ?? 0;
    const [row] = await this.database.query<{ told: boolean }>(
      `SELECT EXISTS (SELECT FROM store.subscriptions WHERE name = 'conductor' AND position >= $1)
          AND NOT EXISTS (SELECT FROM store.parked WHERE subscription IN ('conductor', $3) AND stream = $2) AS told`,
      [last, caseStream(caseId), WORKFLOWS],
    );
    return row?.told === true;
  }
}
