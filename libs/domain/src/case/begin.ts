import { uuidOf } from '../ids.js';
import { shallBeNotified } from '../law/notifiable.js';
import { noAuthorities } from './authorities.js';
import type { ExistingCase, Step } from './case.js';
import type { CaseEvent, Desc, OpenOf } from './events.schema.js';
import { noTrack } from './ivo-track.js';
import { type Envelope, step } from './step.js';

/** The case that a first event makes; null for an event that begins nothing. */
export function begin(id: string, event: CaseEvent): ExistingCase | null {
  if (event.type === 'CaseReceived') {
    const { open } = event;
    return {
      ...untouched(id, event, descOf(open), open.number),
      link: open.link ?? null,
      origin: open.from == null ? null : { id: open.from, kind: open.originKind ?? null, receivedAt: open.originReceivedAt ?? null },
      reporter: open.reporter ?? null,
      knownAt: open.knownAt ?? null,
      concernsUnit: open.concernsUnit ?? null,
      reportedAs: open.from == null ? (open.originKind ?? null) : null,
    };
  }
  if (event.type === 'CaseImported') return imported(id, event, event.open);
  return null;
}

function untouched(id: string, event: Envelope, desc: Desc, number: string): ExistingCase {
  return {
    exists: true,
    id,
    version: event.version,
    number,
    desc,
    unitThen: desc.unit,
    recordedAt: event.recordedAt,
    imported: false,
    link: null,
    origin: null,
    reporter: null,
    knownAt: null,
    concernsUnit: null,
    siblings: [],
    links: [],
    stage: 'received',
    since: event.at,
    handler: null,
    barred: [],
    conflictFree: [],
    conflicts: [],
    seconds: [],
    exceptions: [],
    triage: null,
    triagedAt: null,
    reportedAs: null,
    investigation: null,
    attachments: [],
    entries: [],
    heard: [],
    investigators: [],
    causes: [],
    completed: null,
    outcome: null,
    outcomeProposed: null,
    outcomeProposedAt: null,
    seriousAt: null,
    ivo: null,
    ivoTrack: noTrack,
    authorities: noAuthorities,
    otherWays: [],
    providerNews: [],
    disclosures: [],
    patientInformed: [],
    feedback: [],
    mails: [],
    written: null,
    actions: [],
    noAction: [],
    risk: { severity: null, probability: null, severityFinal: null, probabilityFinal: null, at: null },
    convertedTo: [],
    duties: [],
    steps: [],
    notApplicable: [],
    end: null,
    reopened: 0,
    diaryNumber: desc.diaryNumber,
    numberSharedWith: null,
    secrecy: false,
  };
}

function imported(id: string, event: Envelope, open: OpenOf<'CaseImported'>): ExistingCase {
  const base = untouched(id, event, descOf(open), open.number);
  const outcomeAt = open.outcomeAt ?? open.closedAt;
  const hasOutcome = open.outcome !== null || open.hslOutcome !== null || open.complaintOutcome !== null;
  // What was answered in a report is answered to the one who reported.
  const answeredTo = open.kind === 'complaint' ? 'complainant' : 'reporter';
  const investigationAttached = open.ivoSentAt !== null && open.investigatedAt !== null && open.investigatedAt <= open.ivoSentAt;
  const steps: Step[] = [];
  if (open.answeredAt !== null) steps.push(step(event, 'feedback', { at: open.answeredAt, code: answeredTo, code2: 'answer', flag: true }, 0));
  if (open.closedAt !== null) steps.push(step(event, 'closed', { at: open.closedAt, code: open.closeReason ?? 'imported' }, 1));
  if (open.ivoSentAt !== null) steps.push(step(event, 'ivoSent', { at: open.ivoSentAt, flag: open.investigatedAt === null ? null : investigationAttached }, 2));
  for (const [n, cause] of (open.causes ?? []).entries()) {
    const at = open.investigatedAt ?? open.receivedAt;
    steps.push(step(event, 'cause', { at, code: cause.area, code2: cause.level, n, ref: causeIdOf(id, n) }, 3 + n));
  }
  return {
    ...base,
    imported: true,
    link: open.link,
    origin: open.from === null ? null : { id: open.from, kind: open.originKind ?? null, receivedAt: open.originReceivedAt ?? null },
    stage: open.closedAt === null ? open.stage : 'closed',
    since: open.closedAt ?? open.receivedAt,
    outcomeProposed: open.outcomeProposed,
    outcomeProposedAt: null,
    outcome: hasOutcome
      ? {
          outcome: open.outcome,
          hslOutcome: open.hslOutcome,
          complaintOutcome: open.complaintOutcome,
          injury: null,
          serious: null,
          avoidable: null,
          byRole: 'system',
          body: null,
          delegationPoint: null,
          insteadOf: null,
          participants: null,
          dissents: null,
          at: outcomeAt ?? open.receivedAt,
        }
      : null,
    seriousAt: shallBeNotified(open) ? (outcomeAt ?? open.receivedAt) : null,
    completed: open.investigatedAt === null ? null : { at: open.investigatedAt, noDeficiency: false, similarBefore: null },
    causes: (open.causes ?? []).map((cause, n) => ({
      causeId: causeIdOf(id, n),
      area: cause.area,
      level: cause.level,
      serious: null,
      at: open.investigatedAt ?? open.receivedAt,
      withdrawn: false,
    })),
    feedback: open.answeredAt === null ? [] : [{ given: true, to: answeredTo, what: 'answer', code: 'letter', at: open.answeredAt }],
    risk: { ...base.risk, severity: open.severity, probability: open.probability, at: open.severity === null ? null : open.receivedAt },
    ivoTrack:
      open.ivoSentAt === null
        ? noTrack
        : {
            ...noTrack,
            sent: { at: open.ivoSentAt, way: 'eService', investigationAttached, attachments: [] },
            investigationSentAt: investigationAttached ? open.ivoSentAt : null,
          },
    steps,
    end: open.closedAt === null ? null : { as: 'closed', at: open.closedAt, reason: open.closeReason ?? 'imported' },
  };
}

/** An imported cause has an id of its own, so that an action can answer it. */
const causeIdOf = (caseId: string, n: number): string => uuidOf('imported', 'cause', caseId, n);

function descOf(open: OpenOf<'CaseReceived'> | OpenOf<'CaseImported'>): Desc {
  return open as unknown as Desc;
}
