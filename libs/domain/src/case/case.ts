import type { AttachmentPurpose, AttachmentSide, AttachmentType } from '../codes/attachments.js';
import type { CaseRelation } from '../codes/case-relations.js';
import type { DisclosureRecipient } from '../codes/disclosure.js';
import type { Kind } from '../codes/kinds.js';
import type { MailFault, MailState, MailSubject } from '../codes/mails.js';
import type { Role } from '../codes/roles.js';
import type { Stage } from '../codes/stages.js';
import type { Lack } from '../errors.js';
import type { WithAuthorities } from './authorities.js';
import type { Desc, OpenOf } from './events.schema.js';
import type { IvoTrack } from './ivo-track.js';
import type { ElsewhereInCase } from './other-ways.js';
import type { Exception, Second } from './seconds.js';

export type Duty = OpenOf<'DutyOpened'> & {
  readonly closed: { readonly as: OpenOf<'DutyClosed'>['as']; readonly reason: string | null; readonly at: string } | null;
  /** Ids of the agenda items that have been performed. */
  readonly performed: readonly string[];
  readonly reminders: number;
  readonly escalation: number;
  /** When it was last raised to somebody above, late. */
  readonly raisedAt: string | null;
  readonly recalculated: number;
};

export type Action = OpenOf<'ActionPlanned'> & {
  readonly status: OpenOf<'ActionChanged'>['status'];
  /** How many times the case had been opened again when it was planned. */
  readonly round: number;
  readonly decidedAt: string;
  readonly doneAt: string | null;
  readonly effect: { readonly effect: OpenOf<'EffectJudged'>['effect']; readonly at: string } | null;
  readonly reason: string | null;
};

/** How the case stands to another, and the stage in which it was linked. */
export interface CaseLink {
  readonly caseId: string;
  readonly relation: CaseRelation;
  readonly at: string;
  readonly stage: Stage;
}

export type Cause = OpenOf<'CauseFound'> & { readonly at: string; readonly withdrawn: boolean };
export type Feedback = { readonly given: boolean; readonly to: string; readonly what: string; readonly code: string; readonly at: string };

/** A mail that tells the one who spoke up that there is something to read. */
export interface CaseMail {
  readonly mail: string;
  readonly about: MailSubject;
  readonly dueAt: string;
  readonly state: MailState;
  /** When the server took it, or it was given up. */
  readonly at: string | null;
  readonly why: MailFault | null;
}

/** One entry of the investigation: what it is about, fact or judgement. Nothing is overwritten: a corrected entry is beside the one it replaces. */
export interface Entry {
  readonly id: string;
  readonly point: string;
  readonly nature: string;
  readonly replaced: boolean;
}

/** An attached picture or document. Its bytes are encrypted beside the log, its name in the event. */
export interface Attachment {
  readonly id: string;
  readonly mediaType: AttachmentType;
  readonly bytes: number;
  readonly sha256: string;
  readonly purpose: AttachmentPurpose | null;
  /** Null where it was not stored (before version 3). */
  readonly by: AttachmentSide | null;
}

/** Whether it may be sent to an authority. A receipt and a letter came from there. */
export const mayGoAlong = ({ purpose }: Pick<Attachment, 'purpose'>): boolean => purpose === null || purpose === 'investigation';

/** Severity × probability, 1–4 each: as first assessed, and as assessed when the investigation was done. */
export interface Risk {
  readonly severity: number | null;
  readonly probability: number | null;
  readonly severityFinal: number | null;
  readonly probabilityFinal: number | null;
  readonly at: string | null;
}

/** A conflict of interest in the case; `overridden` when a second person has confirmed that the person may take part. */
export interface Conflict {
  readonly person: string;
  readonly ground: string | null;
  readonly computed: boolean;
  readonly overridden: boolean;
}

/** Something that is counted by its own day (fact_step). `serial` numbers several of one event. */
export interface Step {
  readonly step: string;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly code: string | null;
  readonly code2: string | null;
  readonly role: string | null;
  readonly unit: string | null;
  readonly n: number | null;
  readonly flag: boolean | null;
  readonly ref: string | null;
}

/** A case is open, or has ended in exactly one way. */
export type End = Closed | Cancelled;
export interface Closed {
  readonly as: 'closed';
  readonly at: string;
  readonly reason: string;
}
export interface Cancelled {
  readonly as: 'cancelled';
  readonly at: string;
  readonly reason: string;
  /** How it was closed before, where it was. */
  readonly closed: Closed | null;
}

/** A case that has been received. Made of open parts alone: codes, ids, times (docs/engine.md#open-state). */
export interface ExistingCase {
  readonly exists: true;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly desc: Desc;
  /** The unit of figures "as it was": follows only a corrected mistake. */
  readonly unitThen: string | null;
  readonly recordedAt: string;
  readonly imported: boolean;
  readonly link: string | null;
  readonly origin: { readonly id: string; readonly kind: string | null; readonly receivedAt: string | null } | null;
  readonly reporter: string | null;
  /** When the matter was known here, where that is not the receipt: it was known from a case of another kind. */
  readonly knownAt: string | null;
  /** The provider's unit that the case is about, where the municipality has received it (see wall.ts). */
  readonly concernsUnit: string | null;
  /** Cases of the same event under the other side of the law, made when both were reported at once. */
  readonly siblings: readonly string[];
  /** Cases that it belongs with. */
  readonly links: readonly CaseLink[];
  readonly stage: Stage;
  readonly since: string;
  readonly handler: { readonly person: string; readonly as: Role; readonly unit: string | null } | null;
  /** Persons who have a conflict of interest: they neither see nor handle the case (KL 6 kap. 30 §). */
  readonly barred: readonly string[];
  readonly conflictFree: readonly string[];
  /** The conflicts behind it: `computed` where they follow from the facts, `overridden` where a second person allowed the person to take part. */
  readonly conflicts: readonly Conflict[];
  /** Requests to a second person, answered or not. */
  readonly seconds: readonly Second[];
  /** Single steps that persons with a conflict of interest are allowed to take (KL 6 kap. 30 §). */
  readonly exceptions: readonly Exception[];
  readonly triage: OpenOf<'TriageAnswered'> | null;
  readonly triagedAt: string | null;
  /** What it was called when it came, where it was taken in as something else (docs/law/lex-sarah.md#reports-without-a-name). */
  readonly reportedAs: Kind | null;
  readonly investigation: { readonly openedAt: string; readonly method: string; readonly lead: string | null } | null;
  readonly attachments: readonly Attachment[];
  readonly entries: readonly Entry[];
  readonly heard: readonly { readonly party: string; readonly result: string; readonly reason: string | null }[];
  /** Persons who have led or carried the investigation: none of them decides alone (docs/law/lex-sarah.md#who-decides). */
  readonly investigators: readonly string[];
  readonly causes: readonly Cause[];
  readonly completed: { readonly at: string; readonly noDeficiency: boolean; readonly similarBefore: boolean | null } | null;
  readonly outcome: (OpenOf<'OutcomeDecided'> & { readonly at: string }) | null;
  readonly outcomeProposed: string | null;
  readonly outcomeProposedAt: string | null;
  /** When it was first assessed as serious, at triage or later: from then a notification is owed snarast (docs/law/lex-sarah.md#notification). */
  readonly seriousAt: string | null;
  readonly ivo: (OpenOf<'IvoDecided'> & { readonly at: string }) | null;
  readonly ivoTrack: IvoTrack;
  readonly authorities: WithAuthorities;
  /** Matters that the law handles outside the case, and what became of each. */
  readonly otherWays: readonly ElsewhereInCase[];
  /** What the provider has told about its own case, on the municipality's mirror of it. */
  readonly providerNews: readonly OpenOf<'ProviderInformed'>[];
  /** Prints of the case that have been given out: when, to whom, how much was left out, and the file. */
  readonly disclosures: readonly {
    readonly at: string;
    readonly to: DisclosureRecipient;
    readonly given: number;
    readonly leftOut: number;
    readonly document: string;
  }[];
  readonly patientInformed: readonly { readonly to: string; readonly at: string }[];
  readonly feedback: readonly Feedback[];
  /** Mails to the one who spoke up, and the result of each. */
  readonly mails: readonly CaseMail[];
  /** The last message of the one who spoke up, where nobody has answered or acted on it since. */
  readonly written: string | null;
  readonly actions: readonly Action[];
  readonly noAction: readonly { readonly causeId: string | null; readonly reason: string; readonly at: string; readonly round: number }[];
  readonly risk: Risk;
  /** Cases of another kind that came of this one. */
  readonly convertedTo: readonly {
    readonly to: Kind;
    readonly child: string;
    readonly link: string;
    readonly lawAreas: readonly string[];
    readonly at: string;
  }[];
  readonly duties: readonly Duty[];
  readonly steps: readonly Step[];
  readonly notApplicable: readonly { readonly stage: string; readonly reason: string }[];
  /** How it ended; null while it is open. */
  readonly end: End | null;
  readonly reopened: number;
  readonly diaryNumber: string | null;
  /** The case that the diary number is shared with. */
  readonly numberSharedWith: { readonly caseId: string; readonly number: string } | null;
  /** The diary says that the case may hold secrets (OSL 5 kap. 5 §): shown wherever the case or its words are. */
  readonly secrecy: boolean;
}

/** Before its first event a case is nothing but its id. */
export interface NoCase {
  readonly exists: false;
  readonly id: string;
  readonly version: 0;
}

export type CaseState = NoCase | ExistingCase;

export const noCase = (id: string): NoCase => ({ exists: false, id, version: 0 });

/** The start of times that run from the receipt: the receipt, or the day the facts were known for a case that came of another (docs/law/conversions.md). */
export const clockStart = (state: Pick<ExistingCase, 'knownAt' | 'desc'>): string => state.knownAt ?? state.desc.receivedAt;

/** Whether the case is still open. */
export const isOpen = ({ end }: Pick<ExistingCase, 'end'>): boolean => end === null;

/** How it was closed, also where it was cancelled after that. */
export const closedOf = ({ end }: Pick<ExistingCase, 'end'>): Closed | null => (end?.as === 'cancelled' ? end.closed : end);

/** The case that it is a duplicate of: it is investigated and counted there. */
export const mergedInto = ({ links }: Pick<ExistingCase, 'links'>): string | null => links.find(({ relation }) => relation === 'duplicateOf')?.caseId ?? null;

/** Are both the outcome and the position on notification decided? */
export const isDecided = ({ outcome, ivo }: Pick<ExistingCase, 'outcome' | 'ivo'>): boolean => outcome !== null && ivo !== null;

/** Duties that wait for someone, soonest first, undated last. */
export function openDuties(state: ExistingCase): readonly Duty[] {
  return state.duties.filter((duty) => duty.closed === null).sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
}

/** When a duty is late: the law's or the rule's date, otherwise the internal target; a far date when neither exists. */
export const dueOf = (duty: Pick<Duty, 'dueAt' | 'targetAt'>): string => duty.dueAt ?? duty.targetAt ?? '9999-12-31T00:00:00.000Z';

/** The nearest dated duty, or null. */
export function nextDuty(state: ExistingCase): Duty | null {
  const first = openDuties(state)[0];
  return first === undefined || (first.dueAt === null && first.targetAt === null) ? null : first;
}

export type { Lack };
