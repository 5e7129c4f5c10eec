import type { OpenedCase } from '#case-service/case-reader';
import { commandsNow } from '#case-view/commands-for';
import { decidedBy } from '#case-view/decided-by';
import { entriesOf, wordOf } from '#case-view/investigation';
import type { Kin } from '#case-view/kin';
import { nextStep } from '#case-view/next-step';
import { wordingOf } from '#case-view/why-date';
import { closedOf, dueOf, isOpen, openDuties } from '#domain/case/case';
import { lacksToAdvance } from '#domain/case/decide/stages';
import { processOf } from '#domain/case/processes/index';
import { stockholmDate } from '#domain/law/calendar';
import { dayOffOf } from '#domain/law/due';
import type { Actor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { labelsOf } from './case-labels.js';

/** Parts of the description that are the machine's own. */
const inner = ['has', 'process', 'number'] as const;

/** The case as one person may see it: codes with their labels, what is missing and what comes next; words only for those who may read them. */
export function caseView(opened: OpenedCase, actor: Actor, register: OrganisationRegister, people: readonly Person[], kin: readonly Kin[]) {
  const nameOf = (person: string) => people.find((row) => row.id === person)?.name ?? null;
  const { state } = opened;
  const today = stockholmDate(opened.now);
  const described = Object.fromEntries(Object.entries(state.desc).filter(([name]) => !inner.includes(name as (typeof inner)[number])));
  const {
    id,
    number,
    version,
    stage,
    progress: { since, reopenings },
    lineage: { link },
    receipt: { imported, reportedAs },
  } = state;
  const { number: diaryNumber, sharedWith: numberSharedWith, secrecy } = state.diary;
  const outcomeProposed = state.assessment.proposed?.outcome ?? null;
  return {
    id,
    number,
    version,
    ...described,
    concernsUnit: state.receipt.concernsUnit,
    reporter: opened.mayRead ? state.receipt.reporter : null,
    stage,
    since,
    link,
    reopened: reopenings.length,
    diaryNumber,
    numberSharedWith,
    secrecy,
    imported,
    process: state.desc.process,
    unitName: state.desc.unit === null ? null : (register.organisation.unit(state.desc.unit, today)?.name ?? null),
    labels: labelsOf({ ...described, stage, link, reportedAs, outcomeProposed, ...outcomeCodes(state.assessment.outcome) }, (list, code) =>
      register.labelOf(list, code),
    ),
    handler: handlerView(opened, nameOf),
    next: nextStep(state, opened.now),
    missing: isOpen(state) ? lacksToAdvance(state, processOf(state.desc.process)) : [],
    may: commandsNow(actor, state, register.organisation, today),
    duties: openDuties(state).map((duty) => dutyView(duty, opened.now)),
    reportedAs,
    linked: kin,
    triage: triageView(state),
    risk: state.assessment.risk,
    investigation: state.investigation.opened,
    entries: entriesOf(opened, people),
    heard: state.investigation.heard,
    causes: state.investigation.causes
      .filter((cause) => !cause.withdrawn)
      .map(({ causeId, area, level, serious, at }) => ({
        causeId,
        area,
        level,
        serious,
        at,
        ...worded(
          'text',
          wordOf(opened, 'CauseFound', 'text', (open) => open['causeId'] === causeId),
        ),
      })),
    outcomeProposed,
    outcome: decisionView(opened, 'OutcomeDecided', nameOf),
    ivo: decisionView(opened, 'IvoDecided', nameOf),
    ivoTrack: state.ivoTrack,
    otherWays: state.outside.otherWays,
    patientInformed: state.contact.patientInformed,
    // It is shown that somebody has a conflict of interest, not who.
    conflicts: state.conflict.found.map(({ ground, computed, overridden }) => ({ ground, computed, overridden })),
    exceptions: state.conflict.exceptions.map(({ step, givenAt, takenAt, lapsedAt }) => ({ step, givenAt, takenAt, lapsedAt })),
    seconds: state.seconds.map(({ request, of, by, second, at, answer, answeredAt }) => ({
      request,
      of,
      by: opened.mayRead ? by : null,
      second: opened.mayRead ? second : null,
      at,
      answer,
      answeredAt,
    })),
    feedback: state.contact.feedback,
    mails: state.contact.mails,
    written: state.contact.written,
    actions: state.remedy.actions,
    ...endView(state),
    ...(opened.mayRead ? { words: opened.words.get(opened.events[0]?.eventId ?? '') ?? {} } : {}),
  };
}

const worded = (name: string, text: string | null) => (text === null ? {} : { [name]: text });
const outcomeCodes = (outcome: OpenedCase['state']['assessment']['outcome']) =>
  outcome === null ? {} : { outcome: outcome.outcome, hslOutcome: outcome.hslOutcome, complaintOutcome: outcome.complaintOutcome };

/** A decision: by which role to everybody who sees the case, by whom and with whom to those who may read it. */
function decisionView(opened: OpenedCase, type: 'OutcomeDecided' | 'IvoDecided', nameOf: (person: string) => string | null) {
  const decision = type === 'OutcomeDecided' ? opened.state.assessment.outcome : opened.state.ivo;
  if (decision === null) return null;
  const who = decidedBy(opened, type, nameOf);
  const { insteadOf: _, participants: _p, ...codes } = decision;
  const presenter = 'presenter' in codes ? { presenter: opened.mayRead ? codes.presenter : null } : {};
  return { ...codes, ...presenter, by: who?.by ?? null, insteadOf: who?.insteadOf ?? null, participants: who?.participants ?? null };
}

const triageView = ({ assessment: { triage } }: OpenedCase['state']) => {
  if (triage === null) return null;
  const { at: _, ...answers } = triage;
  return answers;
};

/** How the case was closed, and cancelled. */
function endView(state: OpenedCase['state']) {
  const plain = (end: { readonly at: string; readonly reason: string } | null) => (end === null ? null : { at: end.at, reason: end.reason });
  return { closed: plain(closedOf(state)), cancelled: state.end?.as === 'cancelled' ? plain(state.end) : null };
}

/** Who works on the case: the person to those who may read, the role alone to one who works with codes. */
function handlerView({ state, mayRead }: OpenedCase, nameOf: (person: string) => string | null) {
  if (state.handler === null) return null;
  const { person, as, unit } = state.handler;
  return mayRead ? { person, name: nameOf(person), as, unit } : { person: null, name: null, as, unit };
}

export function dutyView(duty: ReturnType<typeof openDuties>[number], now: string) {
  const { id, rule, basis, type, owner, startedAt, dueAt, targetAt } = duty;
  const wording = wordingOf(duty);
  const { name, law } = wording;
  return { id, rule, name, law, basis, type, owner, startedAt, dueAt, targetAt, dayOff: dayOffOf(duty, wording), late: dueOf(duty) < now };
}
