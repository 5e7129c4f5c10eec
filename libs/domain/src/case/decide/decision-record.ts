import { dissents, NONE } from '../../codes/decisions.js';
import type { Role } from '../../codes/roles.js';
import type { Lack } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import { delegationPointOf } from '../../org/settings.js';
import type { ExistingCase } from '../case.js';
import { actingRole, decidingRole, insteadOf } from '../roles-in.js';
import type { Context } from './context.js';

/*
 * What a record of a decision holds beside the decision itself (docs/law/decisions.md#the-record; FL 31 §; KL 6 kap. 35 §, 7 kap. 8 §): the day it was
 * made, by which post and in whose place, who took part in the final handling without deciding, and what was entered against it.
 */

/** A decision as it is entered: what `decisionRecord` in commands/shared.ts asks, and the reasons. */
interface Entered {
  readonly type: string;
  readonly at?: string | undefined;
  readonly body: string | null;
  readonly delegationPoint: string | null;
  readonly participants: readonly string[] | null;
  readonly dissents: readonly (typeof dissents)[number]['code'][] | null;
  readonly dissent?: string | undefined;
  readonly reasons: string;
}

/** Something that a decision stands on: it can't have been made before. */
export interface Ground {
  readonly at: string | null;
  /** Swedish, after "före den dag". */
  readonly text: string;
}

export const received = (state: ExistingCase): Ground => ({ at: state.desc.receivedAt, text: 'ärendet togs emot' });

/** What the assessment stands on. */
export const groundOfOutcome = (state: ExistingCase): readonly Ground[] => [
  received(state),
  { at: state.investigation.completed?.at ?? null, text: 'utredningen blev klar' },
  { at: state.assessment.proposed?.at ?? null, text: 'förslaget till bedömning lämnades' },
];
const latest = (grounds: readonly Ground[]): (Ground & { readonly at: string }) | null =>
  grounds.flatMap((row) => (row.at === null ? [] : [{ ...row, at: row.at }])).sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;

/** When it was decided: as stated, within the day of the ground not before the ground itself. Not stated is now. */
export function decidedAt({ at }: Entered, grounds: readonly Ground[]): string | undefined {
  const ground = latest(grounds);
  return at !== undefined && ground !== null && at < ground.at ? ground.at : at;
}

/** What is wrong with the record, all of it at once. */
export function lacksInRecord(command: Entered, state: ExistingCase, grounds: readonly Ground[], { now, actor, people }: Context): readonly Lack[] {
  const { type, at, participants, dissents: entered, dissent } = command;
  const lacks: Lack[] = [];
  const need = (holds: boolean, field: string, text: string) => {
    if (!holds) lacks.push({ field: `${type}.${field}`, text });
  };
  const ground = latest(grounds);
  need(at === undefined || at <= now, 'at', 'Beslutet kan inte ha fattats i framtiden');
  need(
    at === undefined || ground === null || stockholmDate(at) >= stockholmDate(ground.at),
    'at',
    `Beslutet kan inte ha fattats före den dag ${ground?.text} (${stockholmDate(ground?.at ?? now)})`,
  );
  const named = (participants ?? []).filter((id) => id !== NONE);
  need(named.length === 0 || !(participants ?? []).includes(NONE), 'participants', 'Välj ”Inga”, eller dem som medverkade');
  need(!named.some((id) => id === actor.person), 'participants', 'Du beslutar, och står inte bland dem som medverkade utan att avgöra');
  need(
    named.every((id) => people.some((row) => row.id === id)),
    'participants',
    'Personen finns inte',
  );
  need(!named.some((id) => state.conflict.barred.includes(id)), 'participants', 'Den som är jävig får inte medverka (KL 6 kap. 30 §)');
  const against = (entered ?? []).filter((code) => code !== NONE);
  need(against.length === 0 || !(entered ?? []).includes(NONE), 'dissents', 'Välj ”Nej, ingen”, eller det som anmäldes');
  need(against.length === 0 || Boolean(dissent), 'dissent', 'Skriv vem som anmälde det, och vad som skrevs');
  need(against.length > 0 || !dissent, 'dissents', 'Ange om det är en reservation eller en avvikande mening');
  return lacks;
}

/** Whose decision it is, and the record of it as the open part has it. An empty list is "inga". */
export function recordOf(state: ExistingCase, command: Entered, context: Context) {
  const { actor, organisation, today } = context;
  const byRole: Role = decidingRole(actor, state, organisation, today) ?? actingRole(actor, state, organisation, today);
  return {
    byRole,
    insteadOf: insteadOf(actor, byRole, state, organisation, today),
    body: command.body,
    delegationPoint: command.delegationPoint ?? delegationPointOf(organisation.settings, state.desc.kind, byRole),
    participants: command.participants === null ? null : command.participants.filter((id) => id !== NONE),
    dissents:
      command.dissents === null ? null : command.dissents.filter((code): code is Exclude<(typeof dissents)[number]['code'], typeof NONE> => code !== NONE),
  };
}

/** The words of it, which are a person's: sealed. */
export const wordsOfDecision = ({ reasons, dissent }: Entered) => ({ reasons, ...(dissent ? { dissent } : {}) });
