import { carriedOn } from '#case-service/carried-on';
import { foldStored } from '#case-service/case-service';
import type { ExistingCase } from '#domain/case/case';
import { seenOf, sees, visible } from '#domain/case/visible';
import type { Kind } from '#domain/codes/kinds';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { logAccesses } from '#event-store/access-log';
import type { EventStore } from '#event-store/event-store';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Tx } from '#platform/database';
import { casesOfIncident } from '#read-model/incident';

/** Another case of the same event, as this case stands to it. */
export interface Kin {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly stage: string;
  /** The diary's mark of secrecy. */
  readonly secrecy: boolean;
  /** `parent`: this one came of it; `child`: it came of this one; `sibling`: the same event under another law; `diary`: the same diary number. */
  readonly relation: 'parent' | 'child' | 'sibling' | 'diary';
  /** How the one came of the other (codes/links); null for cases that share the event alone. */
  readonly link: string | null;
}

/** Finds the cases of the same event. */
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
    const near = [state.origin?.id, state.numberSharedWith?.caseId, ...state.convertedTo.map(({ child }) => child)].filter((id) => id != null);
    const ids = [...new Set([...near, ...ofEvent])].filter((id) => id !== state.id);
    if (ids.length === 0) return [];
    const streams = await this.store.loadMany(ids.map(caseStream));
    const filter = visible(actor, this.register.organisation, stockholmDate(now));
    const kin: Kin[] = [];
    for (const id of ids) {
      const other = foldStored(id, streams.get(caseStream(id)) ?? []);
      if (other.exists && sees(filter, seenOf(other, await carriedOn(this.store, other)))) kin.push(kinBetween(state, other, ofEvent));
    }
    await logAccesses(this.database, { person: actor.person ?? actor.id, action: 'list', streams: kin.map(({ id }) => caseStream(id)), route });
    return kin;
  }
}

function kinBetween(state: ExistingCase, other: ExistingCase, ofEvent: readonly string[]): Kin {
  const { id, number, stage, secrecy } = other;
  const base = { id, number, kind: other.desc.kind, stage, secrecy };
  const child = state.convertedTo.find((row) => row.child === id);
  const link = child?.link ?? (state.origin?.id === id ? state.link : other.origin?.id === state.id ? other.link : null);
  if (link === null && state.numberSharedWith?.caseId === id && !ofEvent.includes(id)) return { ...base, relation: 'diary', link };
  if (link === 'sibling' || link === null) return { ...base, relation: 'sibling', link };
  return { ...base, relation: state.origin?.id === id ? 'parent' : 'child', link };
}
