import { seenAmong } from '#case-service/carried-on';
import type { ExistingCase } from '#domain/case/case';
import { isMirror } from '#domain/case/conditions';
import { visible } from '#domain/case/visible';
import { caseRelations } from '#domain/codes/case-relations';
import { codesOf } from '#domain/codes/code';
import type { Kind } from '#domain/codes/kinds';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { logAccesses } from '#event-store/access-log';
import type { EventStore } from '#event-store/event-store';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Tx } from '#platform/database';
import { casesOfIncident } from '#read-model/incident';
import { caseHeading } from '#text/case-heading';

/** `parent`: this one came of it; `child`: it came of this one; `sibling`: the same event under another law; `diary`: the same diary number; or as somebody has linked them. */
export const kinRelations = ['parent', 'child', 'sibling', 'diary', ...codesOf(caseRelations)] as const;
export type KinRelation = (typeof kinRelations)[number];

/** Another case that this one belongs with. */
export interface Kin {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly stage: string;
  /** What it is, in words of its codes. */
  readonly heading: string;
  /** The diary's mark of secrecy. */
  readonly secrecy: boolean;
  readonly relation: KinRelation;
  /** How the one came of the other (codes/links); null for cases that share the event alone. */
  readonly link: string | null;
}

/** Finds the cases that one belongs with. */
export class Relatives {
  constructor(
    private readonly database: Tx,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
  ) {}

  /** Those that the actor may see; that others exist is not told. Noted as seen before they are shown. */
  async of(actor: Actor, state: ExistingCase, now: string, route: string): Promise<readonly Kin[]> {
    const incident = state.desc.incidentId;
    const ofEvent = incident === null ? [] : await casesOfIncident(this.database, incident);
    const near = [state.lineage.origin?.id, state.diary.sharedWith?.caseId, ...state.lineage.convertedTo.map(({ child }) => child)].filter((id) => id != null);
    const links = state.links.map(({ caseId }) => caseId);
    const ids = [...new Set([...near, ...ofEvent, ...links])].filter((id) => id !== state.id);
    const kin: Kin[] = [];
    for (const other of await seenAmong(this.store, visible(actor, this.register.organisation, stockholmDate(now)), ids)) {
      const linked = state.links.find(({ caseId }) => caseId === other.id);
      if (linked !== undefined) kin.push({ ...kinOf(other), relation: linked.relation, link: null });
      if ([...near, ...ofEvent].includes(other.id)) kin.push(kinBetween(state, other, ofEvent));
    }
    if (kin.length === 0) return [];
    await logAccesses(this.database, { person: actor.person ?? actor.id, action: 'list', streams: [...new Set(kin.map(({ id }) => caseStream(id)))], route });
    return kin;
  }
}

function kinBetween(state: ExistingCase, other: ExistingCase, ofEvent: readonly string[]): Kin {
  const { id } = other;
  const base = kinOf(other);
  const child = state.lineage.convertedTo.find((row) => row.child === id);
  const link = child?.link ?? (state.lineage.origin?.id === id ? state.lineage.link : other.lineage.origin?.id === state.id ? other.lineage.link : null);
  if (link === null && state.diary.sharedWith?.caseId === id && !ofEvent.includes(id)) return { ...base, relation: 'diary', link };
  if (link === 'sibling' || link === null) return { ...base, relation: 'sibling', link };
  return { ...base, relation: state.lineage.origin?.id === id ? 'parent' : 'child', link };
}

function kinOf(state: ExistingCase): Omit<Kin, 'relation' | 'link'> {
  const { id, number, stage, desc } = state;
  return { id, number, kind: desc.kind, stage, heading: caseHeading({ ...desc, isMirror: isMirror(state) }), secrecy: state.diary.secrecy };
}
