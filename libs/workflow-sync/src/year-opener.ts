import type { Core } from '#case-service/core';
import { Refusal } from '#domain/errors';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { system } from '#domain/org/actor';
import { chiefOf } from '#domain/org/chief-of';
import type { Organisation, Unit } from '#domain/org/units';
import { recordStream } from '#domain/record-types';
import { foldRecord } from '#domain/records/fold';
import { attestingOf } from '#domain/register/attest';
import { attestsAll, evolveUnit, noRegister, type UnitRegister } from '#domain/register/unit';
import { openingOf, type Year, yearIdOf, yearType } from '#domain/year/index';
import { owed, periodOf, stillAhead, yearsOwedOn } from '#domain/year/plan';
import { isOpen } from '#domain/year/year';
import type { RecordedEvent } from '#event-store/event-store';
import { isPoison } from '#event-store/parked';
import { errorFields, type Log } from '#platform/log';
import { LogFollower } from './log-follower.js';

export const NAME = 'years';
const LOOK_MS = 20_000;

/**
 * Opens the year of each of the municipality's own units once, ends it when the unit has ended, and follows what is attested (docs/decisions/0042). It looks at the start,
 * when it has become another day (also by the demo's clock), when the organisation has changed, and when something has been attested. Each command's id
 * is made of what it is about, so that several conductors and a repeat do nothing twice.
 */
export class YearOpener extends LogFollower {
  #timer: NodeJS.Timeout | undefined;
  #seen: { readonly today: string; readonly organisation: Organisation } | null = null;
  #busy: Promise<void> = Promise.resolve();

  constructor(
    core: Core,
    log: Log,
    private readonly lookEveryMs = LOOK_MS,
  ) {
    super(core, log, {
      name: NAME,
      streamPrefix: 'unit/',
      isPoison,
      waits: 'years wait and are tried again',
      putAside: 'put aside: its attestations are not followed',
    });
  }

  override async start(): Promise<void> {
    await super.start();
    this.#timer = setInterval(() => this.#lookSoon(), this.lookEveryMs);
    this.#lookSoon();
  }

  override async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#busy;
    await super.stop();
  }

  /** What was attested or taken back counts for the unit and all below it. */
  override async handle(_events: readonly RecordedEvent[]): Promise<void> {
    await this.look();
  }

  #lookSoon(): void {
    this.#busy = this.#busy
      .then(() => this.#lookIfChanged())
      .catch((error: unknown) => {
        this.#seen = null;
        this.log.warn(errorFields(error), 'years are looked at again');
      });
  }

  async #lookIfChanged(): Promise<void> {
    const { organisation } = this.core.register;
    const today = this.#today();
    if (this.#seen?.today === today && this.#seen.organisation === organisation) return;
    await this.look();
    this.#seen = { today, organisation };
  }

  readonly #today = (): string => stockholmDate(this.core.clock.now().toISOString());

  /** Brings every year to how things stand. Safe to repeat. @throws DatabaseFault */
  async look(): Promise<void> {
    const { organisation } = this.core.register;
    const today = this.#today();
    const own = organisation
      .at(today)
      .filter(({ code }) => organisation.rootOf(code, today)?.provider === 'own' && organisation.unit(code, today)?.provider === 'own');
    const years = await this.#opened(organisation);
    for (const unit of own) await this.#openOf(unit, years, organisation, today);
    const registers = await this.#registersOf(organisation, today);
    for (const year of years.values()) {
      if (!isOpen(year)) continue;
      if (!organisation.isValidOn(year.unit, today)) await this.#give(year, { type: 'EndYear' }, 'end');
      else await this.#follow(year, registers, organisation, today);
    }
  }

  /** The years that are there, of any unit that has ever been, by id. */
  async #opened(organisation: Organisation): Promise<ReadonlyMap<string, Year>> {
    const today = this.#today();
    const codes = organisation.codes();
    const ids = codes.flatMap((code) => yearsOwedOn(today).map((year) => yearIdOf(code, year)));
    const streams = await this.core.store.loadMany(ids.map((id) => recordStream(yearType, id)));
    return new Map(
      ids.flatMap((id) => {
        const state = foldRecord<Year>(yearType as never, id, streams.get(recordStream(yearType, id)) ?? []);
        return state === null ? [] : [[id, state] as const];
      }),
    );
  }

  async #openOf({ code, level }: Unit, years: ReadonlyMap<string, Year>, organisation: Organisation, today: string): Promise<void> {
    for (const year of yearsOwedOn(today)) {
      const isOwed = stillAhead(owed(level, chiefOf(code, organisation, today), year, organisation.settings), today).length > 0;
      if (!isOwed || years.has(yearIdOf(code, year))) continue;
      await this.core.records.create(system, yearType, { type: 'OpenYear', unit: code, year }, { commandId: openingOf(code, year) });
    }
  }

  /** The registers of all units of the day, by code. */
  async #registersOf(organisation: Organisation, today: string): Promise<ReadonlyMap<string, UnitRegister>> {
    const codes = organisation.at(today).map(({ code }) => code);
    const streams = await this.core.store.loadMany(codes.map((code) => `unit/${code}`));
    return new Map(codes.map((code) => [code, (streams.get(`unit/${code}`) ?? []).reduce(evolveUnit, noRegister)]));
  }

  async #follow(year: Year, registers: ReadonlyMap<string, UnitRegister>, organisation: Organisation, today: string): Promise<void> {
    const over = attestingOf(year.unit, organisation, today).map((code) => registers.get(code) ?? noRegister);
    for (const { duty, state } of year.duties) {
      const period = periodOf(duty, year.year);
      if (period === null || state === 'waived') continue;
      const attested = attestsAll(over, period);
      if (attested !== (state === 'met')) await this.#give(year, { type: 'FollowAttestation', duty, attested }, `${duty} ${attested}`);
    }
  }

  /** By the version that it was seen at: a repeat is the same command. What is refused has changed in the meantime and is looked at again. */
  async #give({ id, version }: Year, command: { readonly type: string } & Record<string, unknown>, what: string): Promise<void> {
    try {
      await this.core.records.execute(system, yearType, id, command, { commandId: uuidOf('year', id, version, what) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.log.warn({ id, code: error.code }, 'a year was not changed');
    }
  }
}
