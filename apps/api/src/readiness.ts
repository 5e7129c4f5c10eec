import { type SubscriptionHealth, subscriptionHealth } from '#event-store/lag';
import type { Config } from '#platform/config';
import { type Database, DatabaseFault } from '#platform/database';
import { isStorageFull } from '#platform/storage';
import { type ProjectionHealth, projectionHealth } from '#read-model/health';
import { isOutdated } from '#workflow-sync/generation';
import { heartbeats } from '#workflow-sync/heartbeat';
import { WORKFLOWS } from '#workflow-sync/trouble';
import type { DependencyHealth, PartState } from './dependency-health.js';

export interface Ready {
  readonly status: 'starting' | 'ready' | 'degraded' | 'unavailable';
  readonly parts: {
    readonly postgres: PartState;
    readonly temporal: PartState;
    readonly kafka: PartState;
    /** `full`: reading works, and nothing can be saved. */
    readonly storage: 'up' | 'full';
    /** `outdated`: those of an earlier release run, and nobody is reminded until `gensvar restart-workflows` has been run once. */
    readonly workflows: 'current' | 'outdated' | null;
    readonly projections: Pick<ProjectionHealth, 'lagEvents' | 'lagSeconds' | 'parked'> | null;
    /** The subscriptions beside the projections: conductor, notices, and the relay where there is a Kafka; `workflows` where that of a case is in trouble. */
    readonly subscriptions: Readonly<Record<string, SubscriptionHealth>>;
    /** The other processes, by their last heartbeat; `full` where one has met a full disk, which may be another than the server's. */
    readonly processes: Readonly<Record<string, PartState | 'full'>>;
  };
}

const FOLLOWED = ['conductor', 'notices', 'mirrors', 'deadlines', 'years', WORKFLOWS] as const;
const DEADLINE_MS = 2_000;
/** Four heartbeats missed. */
const SILENT_S = 20;
/** A projection that is further behind is reported as a fault; less is normal. */
const SLOW_S = 60;

/** Nothing parked, and a normal lag. */
const isWell = ({ lagSeconds, parked }: SubscriptionHealth): boolean => lagSeconds < SLOW_S && parked === 0;

/** Whether commands are accepted, and the state of each part. Once everything has been up, PostgreSQL alone decides. */
export class Readiness {
  #begun = false;

  constructor(
    private readonly config: Pick<Config, 'demo' | 'kafka'>,
    private readonly database: Database,
    private readonly dependencies: DependencyHealth,
  ) {}

  async now(): Promise<Ready> {
    const storage = isStorageFull() ? 'full' : 'up';
    const [temporal, kafka, stored] = await Promise.all([this.dependencies.temporal(), this.dependencies.kafka(), within(DEADLINE_MS, this.#stored())]);
    if (stored === 'away' || stored === 'unmigrated') {
      const postgres = stored === 'away' ? 'down' : 'up';
      return {
        status: this.#begun ? 'unavailable' : 'starting',
        parts: { postgres, temporal, kafka, storage, workflows: null, projections: null, subscriptions: {}, processes: {} },
      };
    }
    const {
      peopled,
      projections: { lagEvents, lagSeconds, parked },
      subscriptions,
      processes,
      workflows,
    } = stored;
    this.#begun ||= peopled && lagEvents === 0;
    const well =
      temporal !== 'down' &&
      kafka !== 'down' &&
      storage === 'up' &&
      workflows === 'current' &&
      lagSeconds < SLOW_S &&
      parked === 0 &&
      Object.values(subscriptions).every(isWell) &&
      Object.values(processes).every((state) => state === 'up');
    return {
      status: this.#begun ? (well ? 'ready' : 'degraded') : 'starting',
      parts: { postgres: 'up', temporal, kafka, storage, workflows, projections: { lagEvents, lagSeconds, parked }, subscriptions, processes },
    };
  }

  async #stored() {
    const [people, projections, subscriptions, beats, outdated] = await Promise.all([
      this.database.query<{ peopled: boolean }>('SELECT EXISTS (SELECT FROM store.person) AS peopled'),
      projectionHealth(this.database),
      subscriptionHealth(this.database, this.config.kafka.brokers.length > 0 ? [...FOLLOWED, 'relay'] : FOLLOWED),
      heartbeats(this.database),
      isOutdated(this.database),
    ]);
    return {
      peopled: !this.config.demo || people[0]?.peopled === true,
      projections,
      subscriptions,
      workflows: outdated ? ('outdated' as const) : ('current' as const),
      processes: Object.fromEntries(
        beats.map(({ process, ageSeconds, state }) => [process, ageSeconds >= SILENT_S ? 'down' : state['diskFull'] === true ? 'full' : 'up'] as const),
      ),
    };
  }
}

/** The answer; or why there is none, where the database does not answer in time or lacks tables. */
async function within<T>(ms: number, asked: Promise<T>): Promise<T | 'away' | 'unmigrated'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'away'>((resolve) => {
    timer = setTimeout(resolve, ms, 'away');
  });
  const failed = (error: unknown) => (error instanceof DatabaseFault && !error.unavailable ? 'unmigrated' : 'away');
  return Promise.race([asked.catch(failed), late]).finally(() => clearTimeout(timer));
}
