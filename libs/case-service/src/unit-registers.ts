import type { AttestStatistics } from '#domain/case/commands.schema';
import { eventShapes } from '#domain/case/events.schema';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { attestingOf, checkAttestation, checkWithdrawal, type RemindOfAttestation, unitsToRemind, type WithdrawAttestation } from '#domain/register/attest';
import { evolveUnit, noRegister, type UnitRegister } from '#domain/register/unit';
import type { EventStore, NewEvent } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import { tryAgain } from '#platform/try-again';
import type { CommandAnswer, Envelope } from './answers.js';
import { CommandLog, TRIES } from './command-log.js';

const streamOf = (unit: string): string => `unit/${unit}`;

interface Context {
  readonly actor: Actor;
  readonly organisation: OrganisationRegister['organisation'];
  readonly today: string;
}

/** The events that a command makes in the registers of units, by unit. */
type Made = readonly { readonly unit: string; readonly event: NewEvent }[];

/** Commands on the registers of units: attestations of statistics, taken back, and reminders of those that are missing. */
export class UnitRegisters {
  readonly #log: CommandLog;

  constructor(
    private readonly store: EventStore,
    seal: Seal,
    private readonly clock: Clock,
    private readonly register: OrganisationRegister,
  ) {
    this.#log = new CommandLog(store, seal);
  }

  /** Attests the statistics of a unit for a period: from then on a zero is a zero. @throws Refusal */
  attest(actor: Actor, command: AttestStatistics, envelope: Envelope): Promise<CommandAnswer> {
    return this.#executed(actor, { attest: command }, envelope, [command.unit], async (_, context, now) => {
      checkAttestation(command, context);
      const open = eventShapes.StatisticsAttested.open.parse({ ...command, seenPosition: await this.store.position() });
      return [{ unit: command.unit, event: { type: 'StatisticsAttested', v: 1, at: now, open } }];
    });
  }

  /** Takes an attestation back: from then on a zero is not known again. @throws Refusal */
  withdraw(actor: Actor, command: WithdrawAttestation, envelope: Envelope): Promise<CommandAnswer> {
    return this.#executed(actor, { withdraw: command }, envelope, [command.unit], async (registers, context, now) => {
      checkWithdrawal(command, registers.get(command.unit) ?? noRegister, context);
      const { unit, attestation, why } = command;
      const open = eventShapes.AttestationWithdrawn.open.parse({ unit, attestation, why });
      return [{ unit, event: { type: 'AttestationWithdrawn', v: 1, at: now, open } }];
    });
  }

  /** Has the managers of the units that have not attested a period told so by mail, each once a day at most. @throws Refusal */
  remind(actor: Actor, command: RemindOfAttestation, envelope: Envelope): Promise<CommandAnswer> {
    const { organisation } = this.register;
    const today = stockholmDate(this.clock.now().toISOString());
    const read = command.units.flatMap((unit) => attestingOf(unit, organisation, today));
    return this.#executed(actor, { remind: command }, envelope, read, async (registers, context, now) => {
      const { from, to } = command;
      return unitsToRemind(command, (unit) => registers.get(unit) ?? noRegister, context).map((unit) => ({
        unit,
        event: { type: 'AttestationReminded', v: 1, at: now, open: eventShapes.AttestationReminded.open.parse({ unit, from, to }) },
      }));
    });
  }

  /** Judged on the registers as they stand, again where another was first; a repeat is answered from the stored answer. */
  async #executed(
    actor: Actor,
    body: object,
    envelope: Envelope,
    units: readonly string[],
    make: (registers: ReadonlyMap<string, UnitRegister>, context: Context, now: string) => Promise<Made>,
  ): Promise<CommandAnswer> {
    const bodyHash = this.#log.hash(body);
    const attempt = async (): Promise<CommandAnswer | null> => {
      const known = await this.#log.known<CommandAnswer>(envelope.commandId, bodyHash);
      if (known !== null) return known;
      const now = envelope.now ?? this.clock.now().toISOString();
      const registers = await this.#loaded(units);
      const made = await make(registers, { actor, organisation: this.register.organisation, today: stockholmDate(now) }, now);
      const version = (unit: string): number => registers.get(unit)?.version ?? 0;
      return this.#log.append<CommandAnswer>(actor, envelope, bodyHash, {
        build: () => ({
          streams: made.map(({ unit, event }) => ({ stream: streamOf(unit), expectedVersion: version(unit), events: [event] })),
          answer: { version: version(made[0]?.unit ?? '') + 1, events: made.map(({ event: { type } }) => ({ type })) } satisfies CommandAnswer,
        }),
      });
    };
    return (await tryAgain(TRIES, attempt)) ?? refuse('busy');
  }

  async #loaded(units: readonly string[]): Promise<ReadonlyMap<string, UnitRegister>> {
    const streams = await this.store.loadMany([...new Set(units)].map(streamOf));
    return new Map([...streams].map(([stream, events]) => [stream.slice(streamOf('').length), events.reduce(evolveUnit, noRegister)]));
  }
}
