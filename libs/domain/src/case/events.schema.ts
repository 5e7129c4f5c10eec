import { z } from 'zod';
import { attestationWithdrawals } from '../codes/attestation-withdrawals.js';
import { kinds } from '../codes/kinds.js';
import { statedSources } from '../codes/stated-sources.js';
import { count, date, id, key, maybe, oneOf, position, sealed, several } from '../shapes.schema.js';
import type { AnyCaseEvent, Happened } from './case-event.js';
import { caseEventList } from './events/index.js';
import { event } from './events/shape.schema.js';
import type { desc } from './events/stated.schema.js';

type Definition = (typeof caseEventList)[number];

/** Events of a case, by name. */
export const caseEvents = Object.fromEntries(caseEventList.map((definition) => [definition.name, definition])) as unknown as {
  readonly [N in Definition['name']]: Extract<Definition, { readonly name: N }>;
};

/** The event of this name; undefined for one of a register, or of a later release. */
export const caseEventNamed = (type: string): AnyCaseEvent | undefined => (caseEvents as Readonly<Record<string, AnyCaseEvent>>)[type];

/** A link of the chain: 256 bits in hex. */
const link = z.string().regex(/^[0-9a-f]{64}$/);

/** Events of the registers that are no case (docs/engine.md#the-event-log). */
export const registerEvents = {
  StatisticsAttested: event(
    'Statistiken intygades',
    z.object({ unit: key, from: date, to: date, kinds: several(oneOf(kinds)).nullable(), seenPosition: maybe(position) }),
  ),
  /** `attestation`: the key of the one that is taken back, in the same register. */
  AttestationWithdrawn: event('Intyget togs tillbaka', z.object({ attestation: key, unit: key, why: maybe(oneOf(attestationWithdrawals)) })),
  /** The unit's manager is told by mail that the period is not attested. */
  AttestationReminded: event('Chefen påmindes om intyget', z.object({ unit: key, from: date, to: date })),
  /** What a text says beside the tables: a table that counts otherwise tells so. */
  FigureStated: event(
    'En siffra ur en text antecknades',
    z.object({ unit: key, report: key, row: maybe(key), from: date, to: date, figure: count, source: oneOf(statedSources), page: maybe(count) }),
  ),
  /** Sealed: the changes themselves as JSON, since they have names of persons, and why. `proposal` where a second person has confirmed it. */
  OrganisationChanged: event('Organisationen ändrades', z.object({ rows: count, hash: key, proposal: maybe(id) }), sealed('why', 'changes')),
  OrganisationChangeProposed: event(
    'En ändring av organisationen föreslogs',
    z.object({ proposal: id, rows: count, units: several(key), persons: several(id) }),
    sealed('why', 'changes'),
  ),
  OrganisationChangeRejected: event('En föreslagen ändring av organisationen avslogs', z.object({ proposal: id }), sealed('why')),
  /** The owner has taken out who sent older anonymous reports, and made the chain again from `from`: the last links of before and after. */
  SendersRemoved: event(
    'Avsändare togs bort ur äldre anonyma rapporter',
    z.object({ reason: z.enum(['anonymousReport']), reports: position, events: position, from: position, chainBefore: link, chainAfter: link }),
  ),
} as const;

export const eventShapes = { ...caseEvents, ...registerEvents };

/** What happened, Swedish; also for an event that a later release wrote. */
export const labelOfEvent = (type: string): string =>
  (eventShapes as Record<string, { readonly label: string } | undefined>)[type]?.label ?? 'En händelse från en senare version';

export type EventType = keyof typeof eventShapes;
export type CaseEventType = keyof typeof caseEvents;
export type OpenOf<T extends EventType> = z.infer<(typeof eventShapes)[T]['open']>;
/** An event as the fold sees it: no words, no actor's identity beyond what the open part says. */
export type CaseEvent = { [T in CaseEventType]: Happened<T, (typeof caseEvents)[T]['open']> }[CaseEventType];
export type Desc = z.infer<typeof desc>;

/** An event that a decision wants written: the store adds version, position and time. */
export type NewCaseEvent = {
  [T in CaseEventType]: {
    readonly type: T;
    readonly open: z.input<(typeof caseEvents)[T]['open']>;
    readonly sealed?: Record<string, unknown> | undefined;
    readonly at?: string | undefined;
  };
}[CaseEventType];
