import type { Kind } from '../codes/kinds.js';
import { defaultLadder, type Ladder, type Role } from '../codes/roles.js';
import type { YearDuty } from '../codes/year-duties.js';
import type { OwnPeriods } from '../law/own-period.js';
import type { Delegation } from './delegations.js';
import type { Municipality } from './municipality.js';
import type { Unit } from './units.js';

/** So many managers are told of a late duty, each once, whatever the municipality. What the law demands is raised again after that. */
export const managersTold = 2;

/** The kinds that end in a decision on notifying IVO. */
export type IvoKind = Extract<Kind, 'lexSarah' | 'lexMaria'>;

/**
 * What differs between municipalities, as data (docs/law/access.md#roles: every row is the delegation order's to change). It is
 * stored with the organisation and is bitemporal like its rows, so that a decision can be read by the rules that held when it was made.
 */
export interface Settings {
  /** The municipality's own periods for deadlines that no law gives, by rule; each with its day. */
  readonly deadlines: OwnPeriods;
  /** To whom a role's overdue duty is escalated. */
  readonly ladder: Ladder;
  /** Days until an overdue duty of law is escalated again; no law gives a number. */
  readonly raisedAgainAfter: number;
  /** What the municipality calls its levels, Swedish, singular: “avdelning”, “verksamhetsområde” … */
  readonly levels: Readonly<Record<Unit['level'], string>>;
  /** Roles that are the same post here: who holds one of a group holds them all. */
  readonly coinciding: readonly (readonly Role[])[];
  /** To whom the board has delegated the decision on notification; empty = not delegated, the board or its committee decides. */
  readonly ivoDecider: Readonly<Record<IvoKind, readonly Role[]>>;
  /** Point of the delegation order that the role decides by: number or code, never prose. None where the board itself decides. */
  readonly delegationPoint: Readonly<Record<IvoKind, Partial<Readonly<Record<Role, string>>>>>;
  /** The delegations that have been registered, those to come and to end among them; `delegationPoint` has those of the day. */
  readonly delegations: readonly Delegation[];
  /** The sender's details that an authority asks for, by the code of the board. */
  readonly senders: Readonly<Record<string, Sender>>;
  /** The least number of other units' cases that a figure shows to one without a right to it; 0 = every number. */
  readonly leastShown: number;
  /**
   * The least value (probability × consequence, 1–25) of a risk that is medium and of one that is critical. The quality report that the
   * defaults follow calls 9 medium, 10 and 12 critical; where medium begins is not stated there.
   */
  readonly riskLevels: { readonly mediumFrom: number; readonly criticalFrom: number };
  /** The municipality's own last days of the year's duties (MM-DD), by duty and level; each holds for the years that begin on its day or later (docs/decisions/0042). */
  readonly yearDays: YearDays;
  /** The municipality's own unit that mirrors a provider's unit (or all below it), by the provider's code, and from which day. */
  readonly mirrors: Readonly<Record<string, { readonly unit: string; readonly from: string }>>;
  /** Name, contact, crest and colour; null until somebody has said them. */
  readonly municipality: Municipality | null;
}

export type YearDays = Partial<Readonly<Record<YearDuty, readonly { readonly from: string; readonly level: Unit['level']; readonly due: string }[]>>>;

/** The settings of escalation. */
export type Raising = Pick<Settings, 'ladder' | 'raisedAgainAfter'>;

/** A board as a sender of letters. */
export interface Sender {
  /** Organisationsnummer, nnnnnn-nnnn. */
  readonly organisationNumber: string;
  readonly address: string;
  readonly phone: string;
}

/** The defaults: the socialchef decides on lex Sarah, MAS or the anmälningsansvarig on lex Maria. */
export const defaultSettings: Settings = {
  deadlines: {},
  ladder: defaultLadder,
  raisedAgainAfter: 7,
  levels: { board: 'nämnd', division: 'avdelning', unit: 'enhet' },
  coinciding: [],
  ivoDecider: { lexSarah: ['socialchef'], lexMaria: ['anmalningsansvarig', 'mas'] },
  delegationPoint: { lexSarah: {}, lexMaria: {} },
  delegations: [],
  senders: {},
  leastShown: 6,
  riskLevels: { mediumFrom: 5, criticalFrom: 10 },
  yearDays: {},
  mirrors: {},
  municipality: null,
};

/** Who decides in a private provider's own tree: whoever answers for the operation (SoL 27 kap. 6 §). */
export const providerDeciders: readonly Role[] = ['utforare'];

/** Who decides where the board has not delegated the decision. */
const undelegated: readonly Role[] = ['utskott', 'namnd'];

/**
 * The roles that decide on notification of a case of this kind; none for kinds that are not notified. What the board has
 * delegated it may still decide itself (KL 6 kap. 37–38 §§).
 */
export function decidersOf(settings: Settings, kind: Kind): readonly Role[] {
  if (kind !== 'lexSarah' && kind !== 'lexMaria') return [];
  const delegates = settings.ivoDecider[kind];
  return delegates.length === 0 ? undelegated : [...delegates.filter((role) => role !== 'namnd'), 'namnd'];
}

/** The point of the delegation order by which a role decides; null where the board or its committee does, or none is stated. */
export function delegationPointOf(settings: Settings, kind: Kind, role: Role): string | null {
  return kind === 'lexSarah' || kind === 'lexMaria' ? (settings.delegationPoint[kind][role] ?? null) : null;
}

/** The role and those that are the same post in this municipality. */
export function sameAs(settings: Settings, role: Role): readonly Role[] {
  return settings.coinciding.find((group) => group.includes(role)) ?? [role];
}
