import type { Role } from '../codes/roles.js';
import type { IvoKind, Settings } from './settings.js';

/**
 * A point of the delegation order, from a day: a role decides on notification by it. Which roles may decide is a setting of its own (`ivoDecider`); the point says
 * by what. Without a point the delegation is not stated from that day on.
 */
export interface Delegation {
  readonly kind: IvoKind;
  readonly role: Role;
  /** The day (YYYY-MM-DD) from which it holds. */
  readonly from: string;
  /** Number or code in the delegation order; null where it ends. */
  readonly point: string | null;
  /** The number of the board's decision; null where it ends. */
  readonly decision: string | null;
}

/** One delegation with its days: `to` is the first day on which it no longer holds. */
export interface Delegated {
  readonly kind: IvoKind;
  readonly role: Role;
  readonly point: string;
  readonly decision: string;
  readonly from: string;
  readonly to: string | null;
}

/** The delegations that have been registered, each with its last day: the next row of the same decision and role ends it. */
export function delegatedIn(rows: readonly Delegation[]): readonly Delegated[] {
  return rows.flatMap(({ kind, role, from, point, decision }) => {
    const later = rows.filter((row) => row.kind === kind && row.role === role && row.from > from).map((row) => row.from);
    return point === null ? [] : [{ kind, role, point, decision: decision ?? '', from, to: later.toSorted()[0] ?? null }];
  });
}

/** The points that hold on a day: what has been registered takes the place of what a file has said of the same role. */
export function pointsOn(rows: readonly Delegation[], said: Settings['delegationPoint'], day: string): Settings['delegationPoint'] {
  const points: Record<IvoKind, Partial<Record<Role, string>>> = { lexSarah: { ...said.lexSarah }, lexMaria: { ...said.lexMaria } };
  for (const { kind, role, from, point } of rows.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (from > day) continue;
    if (point === null) delete points[kind][role];
    else points[kind][role] = point;
  }
  return points;
}
