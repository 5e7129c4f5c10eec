import type { AskingAuthority, OwnNotification } from '../../codes/authorities.js';
import { startOfDay } from '../../law/calendar.js';
import { shallBeNotified } from '../../law/notifiable.js';
import { committeeToldAt } from '../authorities.js';
import { clockStart, type ExistingCase } from '../case.js';
import type { FactDuty, Gate, Owed } from './process.js';

/*
 * What is owed to authorities beside the track of IVO: statements on complaints, and the notifications that are decided by themselves.
 */

/** Each letter by its own day; a complaint that the patientnämnd sent needs a statement from its receipt. */
const asked = (state: ExistingCase, from: AskingAuthority): readonly Owed[] =>
  state.outside.authorities.requests
    .filter((row) => row.from === from && !row.cameWithIt)
    .map(({ id, letterOn, dueOn, sentAt }) => ({ subject: id, since: startOfDay(letterOn), dueOn, metAt: sentAt }));

/** The patientnämnd is helped (PSL 3 kap. 8 d §); the day in its letter goes before the practice of four weeks (docs/law/complaints.md#patients-complaints). */
export const patientsCommittee: FactDuty = {
  rule: 'PN-BISTA',
  owner: 'enhetschef',
  owed: (state) => {
    const first = state.outside.authorities.requests.find((row) => row.cameWithIt);
    const came: readonly Owed[] =
      state.desc.channel !== 'viaPatientsCommittee'
        ? []
        : first === undefined
          ? [{ subject: null, since: clockStart(state), metAt: committeeToldAt(state) }]
          : [{ subject: null, since: startOfDay(first.letterOn), dueOn: first.dueOn, metAt: first.sentAt ?? committeeToldAt(state) }];
    return [...came, ...asked(state, 'patientsCommittee')];
  },
};

export const ivoStatements: FactDuty = { rule: 'IVO-KLAG-YTTRANDE', owner: 'enhetschef', owed: (state) => asked(state, 'ivo') };

/** Any other authority that asks about the matter (FL 8 §). */
export const otherAuthorities: FactDuty = { rule: 'MYND-SVAR', owner: 'enhetschef', owed: (state) => asked(state, 'other') };

/** No authority waits for a statement. */
export const authoritiesAnswered: Gate = (state) =>
  [patientsCommittee, ivoStatements, otherAuthorities].some(({ owed }) => owed(state).some((one) => one.metAt === null))
    ? { field: 'AnswerAuthority.at', text: 'En myndighet väntar på yttrande. Skicka det, och anteckna när det skickades' }
    : null;

const isMirrored = (state: ExistingCase): boolean => state.desc.process.startsWith('lexSarahMirror@');
const isOfCare = (state: ExistingCase): boolean =>
  state.desc.kind === 'lexMaria' || (state.desc.kind === 'deviation' && (state.desc.lawAreas ?? []).includes('HSL'));

/** Whether a case of the kind may lead to this notification. */
export const decidesApart = (state: ExistingCase, about: OwnNotification): boolean => (about === 'providerShortcomings' ? isMirrored(state) : isOfCare(state));

const decided = (state: ExistingCase, about: OwnNotification) => state.outside.authorities.own.find((row) => row.about === about) ?? null;

/** Owed from the suspicion, or the decision; a "no" is a decision with reasons, and the duty then does not apply. */
function owedApart(state: ExistingCase, about: OwnNotification, suspectedAt: string | null): readonly Owed[] {
  const row = decided(state, about);
  const since = suspectedAt ?? (row?.notify === true ? row.at : null);
  if (since === null || !decidesApart(state, about)) return [];
  if (row?.notify === false) return [{ subject: null, since, metAt: row.at, hinder: 'decidedNot' }];
  return [{ subject: null, since, metAt: row?.sentAt ?? null }];
}

/** Grave shortcomings at a provider that needs a permit: suspicion is enough (SoL 27 kap. 7 §, LSS 15 § 11). */
export const providerShortcomings: FactDuty = {
  rule: 'KOMMUN-ANMALAN',
  owner: 'socialchef',
  owed: (state) => owedApart(state, 'providerShortcomings', shallBeNotified(state.assessment.outcome) ? (state.assessment.outcome?.at ?? null) : null),
};

/** A licensed person who may be a danger to patients (PSL 3 kap. 7 §); apart from lex Maria. */
export const dangerousProfessional: FactDuty = { rule: 'LEG-FARA', owner: 'mas', owed: (state) => owedApart(state, 'dangerousProfessional', null) };

/** What the provider itself finds serious makes the municipality decide whether to notify it too. */
export const providerNotificationDecided: Gate = (state) =>
  !shallBeNotified(state.assessment.outcome) || (state.assessment.outcome?.at ?? '') < '2026-01-01' || decided(state, 'providerShortcomings') !== null
    ? null
    : {
        field: 'DecideOwnNotification.notify',
        text: 'Besluta om kommunen själv ska anmäla brister hos utföraren till IVO',
      };

/** A decision to notify is followed by sending. */
export const ownNotificationsSent: Gate = (state) =>
  state.outside.authorities.own.some((row) => row.notify && row.sentAt === null)
    ? { field: 'SendOwnNotification.about', text: 'Kommunens egen anmälan är beslutad men inte skickad till IVO' }
    : null;
