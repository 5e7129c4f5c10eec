import { uuidOf } from '../ids.js';
import { shallBeNotified } from '../law/notifiable.js';
import { noAuthorities } from './authorities.js';
import type { ExistingCase } from './case.js';
import type { CaseEvent, Desc, OpenOf } from './events.schema.js';
import { noTrack } from './ivo-track.js';
import { type Envelope, type Step, step, stepKey } from './step.js';

type Imported = OpenOf<'CaseImported'>;

/** The case that a first event makes; null for an event that begins nothing. */
export function begin(id: string, event: CaseEvent): ExistingCase | null {
  if (event.type === 'CaseReceived') {
    const { open } = event;
    const base = untouched(id, event, descOf(open), open.number);
    return {
      ...base,
      lineage: {
        ...base.lineage,
        link: open.link ?? null,
        origin: open.from == null ? null : { id: open.from, kind: open.originKind ?? null, receivedAt: open.originReceivedAt ?? null },
      },
      receipt: {
        ...base.receipt,
        reporter: open.reporter ?? null,
        knownAt: open.knownAt ?? null,
        concernsUnit: open.concernsUnit ?? null,
        reportedAs: open.from == null ? (open.originKind ?? null) : null,
      },
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
    titledAt: null,
    receipt: { unitThen: desc.unit, recordedAt: event.recordedAt, imported: false, reporter: null, knownAt: null, concernsUnit: null, reportedAs: null },
    lineage: { link: null, origin: null, siblings: [], convertedTo: [] },
    links: [],
    stage: 'received',
    progress: { since: event.at, roundFrom: null, investigatingFrom: null, notApplicable: [], reopenings: [] },
    handler: null,
    conflict: { barred: [], free: [], found: [], exceptions: [] },
    seconds: [],
    assessment: {
      triage: null,
      outcome: null,
      proposed: null,
      seriousAt: null,
      risk: { severity: null, probability: null, severityFinal: null, probabilityFinal: null, at: null },
    },
    investigation: { opened: null, entries: [], heard: [], investigators: [], causes: [], completed: null },
    documents: { attachments: [], disclosures: [] },
    ivo: null,
    ivoTrack: noTrack,
    outside: { authorities: noAuthorities, otherWays: [], providerNews: [] },
    contact: { patientInformed: [], feedback: [], lapsed: [], mails: [], written: null, repliedAt: null },
    remedy: { actions: [], noAction: [] },
    duties: [],
    end: null,
    diary: { number: desc.diaryNumber, sharedWith: null, secrecy: false },
  };
}

function imported(id: string, event: Envelope, open: Imported): ExistingCase {
  const base = untouched(id, event, descOf(open), open.number);
  const outcomeAt = open.outcomeAt ?? open.closedAt;
  const hasOutcome = open.outcome !== null || open.hslOutcome !== null || open.complaintOutcome !== null;
  const answeredTo = answeredToIn(open);
  const investigationAttached = wentAlong(open);
  return {
    ...base,
    receipt: { ...base.receipt, imported: true },
    lineage: {
      ...base.lineage,
      link: open.link,
      origin: open.from === null ? null : { id: open.from, kind: open.originKind ?? null, receivedAt: open.originReceivedAt ?? null },
    },
    stage: open.closedAt === null ? open.stage : 'closed',
    progress: { ...base.progress, since: open.closedAt ?? open.receivedAt },
    assessment: {
      ...base.assessment,
      proposed: open.outcomeProposed === null ? null : { outcome: open.outcomeProposed, at: null },
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
      risk: { ...base.assessment.risk, severity: open.severity, probability: open.probability, at: open.severity === null ? null : open.receivedAt },
    },
    investigation: {
      ...base.investigation,
      completed: open.investigatedAt === null ? null : { at: open.investigatedAt, noDeficiency: false, similarBefore: null },
      causes: (open.causes ?? []).map((cause, n) => ({
        causeId: causeIdOf(id, n),
        area: cause.area,
        level: cause.level,
        serious: null,
        at: open.investigatedAt ?? open.receivedAt,
        row: stepKey(event, causeSerial(n)),
        withdrawn: false,
      })),
    },
    contact: {
      ...base.contact,
      feedback: open.answeredAt === null ? [] : [{ given: true, to: answeredTo, what: 'answer', code: 'letter', at: open.answeredAt }],
    },
    ivoTrack:
      open.ivoSentAt === null
        ? noTrack
        : {
            ...noTrack,
            sent: { at: open.ivoSentAt, way: 'eService', investigationAttached, attachments: [] },
            investigationSentAt: investigationAttached ? open.ivoSentAt : null,
          },
    end: open.closedAt === null ? null : { as: 'closed', at: open.closedAt, reason: open.closeReason ?? 'imported' },
  };
}

/** What was answered in a report is answered to the one who reported. */
const answeredToIn = ({ kind }: Imported) => (kind === 'complaint' ? 'complainant' : 'reporter');
const wentAlong = ({ ivoSentAt, investigatedAt }: Imported): boolean => ivoSentAt !== null && investigatedAt !== null && investigatedAt <= ivoSentAt;

/** What an import counts as, each by its own day. */
export function importedSteps(event: Envelope, open: Imported, id: string): readonly Step[] {
  const { answeredAt, closedAt, ivoSentAt, investigatedAt } = open;
  const causes = (open.causes ?? []).map(({ area, level }, n) =>
    step(event, 'cause', { at: investigatedAt ?? open.receivedAt, code: area, code2: level, n, ref: causeIdOf(id, n) }, causeSerial(n)),
  );
  return [
    ...(answeredAt === null ? [] : [step(event, 'feedback', { at: answeredAt, code: answeredToIn(open), code2: 'answer', flag: true }, 0)]),
    ...(closedAt === null ? [] : [step(event, 'closed', { at: closedAt, code: open.closeReason ?? 'imported' }, 1)]),
    ...(ivoSentAt === null ? [] : [step(event, 'ivoSent', { at: ivoSentAt, flag: investigatedAt === null ? null : wentAlong(open) }, 2)]),
    ...causes,
  ];
}
const causeSerial = (n: number): number => 3 + n;

/** An imported cause has an id of its own, so that an action can answer it. */
const causeIdOf = (caseId: string, n: number): string => uuidOf('imported', 'cause', caseId, n);

function descOf(open: OpenOf<'CaseReceived'> | OpenOf<'CaseImported'>): Desc {
  return open as unknown as Desc;
}
