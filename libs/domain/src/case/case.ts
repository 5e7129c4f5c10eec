import type { StoredAttachment } from '../attachment.schema.js';
import type { AttachmentPurpose, AttachmentSide } from '../codes/attachments.js';
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

/** `row`: its key among the steps that are counted (step.ts). */
export type Cause = OpenOf<'CauseFound'> & { readonly at: string; readonly row: string; readonly withdrawn: boolean };
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

/** An attached picture or document. */
export interface Attachment extends StoredAttachment {
  readonly purpose: AttachmentPurpose | null;
  /** Null where it was not stored (before version 3). */
  readonly by: AttachmentSide | null;
}

/** Whether it may be sent to an authority. A receipt and a letter came from there. */
export const mayGoAlong = ({ purpose }: Pick<Attachment, 'purpose'>): boolean => purpose === null || purpose === 'investigation';

/** The answers of the first assessment; `at` is the time of the suspicion, as long as it stands. */
export type Triage = OpenOf<'TriageAnswered'> & { readonly at: string };

/** Severity × probability, 1–4 each: as first assessed, and as assessed when the investigation was done. */
export interface Risk {
  readonly severity: number | null;
  readonly probability: number | null;
  readonly severityFinal: number | null;
  readonly probabilityFinal: number | null;
  readonly at: string | null;
}

/** A conflict of interest in the case; `overridden` when a second person has confirmed that the person may take part. */
export interface FoundConflict {
  readonly person: string;
  readonly ground: string | null;
  readonly computed: boolean;
  readonly overridden: boolean;
}

/** Who may not take part in the case, and who may in spite of it (KL 6 kap. 28–30 §§). */
export interface Conflict {
  /** Persons who have a conflict of interest: they neither see nor handle the case. */
  readonly barred: readonly string[];
  /** Persons who have answered that they have none, or were allowed to take part. */
  readonly free: readonly string[];
  /** The conflicts behind it: `computed` where they follow from the facts, `overridden` where a second person allowed the person to take part. */
  readonly found: readonly FoundConflict[];
  /** Single steps that persons with a conflict of interest are allowed to take (KL 6 kap. 30 §). */
  readonly exceptions: readonly Exception[];
}

/** How the case stands in the municipality's diary. */
export interface Diary {
  readonly number: string | null;
  /** The case that the number is shared with. */
  readonly sharedWith: { readonly caseId: string; readonly number: string } | null;
  /** The diary says that the case may hold secrets (OSL 5 kap. 5 §): shown wherever the case or its words are. */
  readonly secrecy: boolean;
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

/** How the case came in. */
export interface Receipt {
  readonly recordedAt: string;
  readonly imported: boolean;
  readonly reporter: string | null;
  /** What it was called when it came, where it was taken in as something else (docs/law/lex-sarah.md#reports-without-a-name). */
  readonly reportedAs: Kind | null;
  /** When the matter was known here, where that is not the receipt: it was known from a case of another kind. */
  readonly knownAt: string | null;
  /** The provider's unit that the case is about, where the municipality has received it (see wall.ts). */
  readonly concernsUnit: string | null;
  /** The unit of figures "as it was": follows only a corrected mistake. */
  readonly unitThen: string | null;
}

/** What the case came of, and what came of it. */
export interface Lineage {
  /** How it follows from its origin, or that it is a sibling. */
  readonly link: string | null;
  readonly origin: { readonly id: string; readonly kind: string | null; readonly receivedAt: string | null } | null;
  /** Cases of the same event under the other side of the law, made when both were reported at once. */
  readonly siblings: readonly string[];
  /** Cases of another kind that came of this one. */
  readonly convertedTo: readonly {
    readonly to: Kind;
    readonly child: string;
    readonly link: string;
    readonly lawAreas: readonly string[];
    readonly at: string;
  }[];
}

/** How the case has come to its stage. */
export interface Progress {
  /** Since when it is in the stage. */
  readonly since: string;
  /** When it was last sent back or opened again: what is owed of a round runs from there. */
  readonly roundFrom: string | null;
  /** When it first came to be investigated. */
  readonly investigatingFrom: string | null;
  /** Each time it has been opened again, and why. */
  readonly reopenings: readonly { readonly at: string; readonly reason: string }[];
  /** Stages that were passed as not applicable. */
  readonly notApplicable: readonly { readonly stage: string; readonly reason: string }[];
}

/** What has been judged, first and last. */
export interface Assessment {
  readonly triage: Triage | null;
  readonly risk: Risk;
  /** When it was first assessed as serious, at triage or later: from then a notification is owed snarast (docs/law/lex-sarah.md#notification). */
  readonly seriousAt: string | null;
  /** What the investigator has proposed; `at` null where an import says no day. */
  readonly proposed: { readonly outcome: string | null; readonly at: string | null } | null;
  readonly outcome: (OpenOf<'OutcomeDecided'> & { readonly at: string }) | null;
}

/** What has been investigated, and by whom. */
export interface Investigation {
  readonly opened: { readonly openedAt: string; readonly method: string; readonly lead: string | null } | null;
  /** Persons who have led or carried it: none of them decides alone (docs/law/lex-sarah.md#who-decides). */
  readonly investigators: readonly string[];
  readonly entries: readonly Entry[];
  readonly heard: readonly { readonly party: string; readonly result: string; readonly reason: string | null }[];
  readonly causes: readonly Cause[];
  readonly completed: { readonly at: string; readonly noDeficiency: boolean; readonly similarBefore: boolean | null } | null;
}

/** What goes on outside the case: with authorities, by other ways of the law, at the provider. */
export interface Outside {
  readonly authorities: WithAuthorities;
  /** Matters that the law handles outside the case, and what became of each. */
  readonly otherWays: readonly ElsewhereInCase[];
  /** What the provider has told about its own case, on the municipality's mirror of it. */
  readonly providerNews: readonly OpenOf<'ProviderInformed'>[];
}

/** What those concerned have been told, and what the one who spoke up has written. */
export interface Contact {
  readonly feedback: readonly Feedback[];
  /** Answers on a conclusion that has been judged anew: given, and no longer standing. */
  readonly lapsed: readonly Feedback[];
  readonly patientInformed: readonly { readonly to: string; readonly at: string }[];
  /** Mails to the one who spoke up, and the result of each. */
  readonly mails: readonly CaseMail[];
  /** The last message of the one who spoke up, where nobody has answered or acted on it since. */
  readonly written: string | null;
  /** When the one with the code last said whether the answer was enough. */
  readonly repliedAt: string | null;
}

/** Files of the case, and prints that have been given out. */
export interface Documents {
  readonly attachments: readonly Attachment[];
  /** When, to whom, how much was left out, and the file. */
  readonly disclosures: readonly {
    readonly at: string;
    readonly to: DisclosureRecipient;
    readonly given: number;
    readonly leftOut: number;
    readonly document: string;
  }[];
}

/** What is done about the causes, or why nothing is. */
export interface Remedy {
  readonly actions: readonly Action[];
  readonly noAction: readonly { readonly causeId: string | null; readonly reason: string; readonly at: string; readonly round: number }[];
}

/** A case that has been received, in named parts (docs/decisions/0026). Made of open parts alone: codes, ids, times (docs/engine.md#open-state). */
export interface ExistingCase {
  readonly exists: true;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  /** What is stated of the case. */
  readonly desc: Desc;
  /** The position of the event with the title that somebody has written, if one stands; the title itself is sealed. */
  readonly titledAt: number | null;
  readonly receipt: Receipt;
  readonly lineage: Lineage;
  /** Cases that it belongs with. */
  readonly links: readonly CaseLink[];
  readonly stage: Stage;
  readonly progress: Progress;
  /** How it ended; null while it is open. */
  readonly end: End | null;
  readonly handler: { readonly person: string; readonly as: Role; readonly unit: string | null } | null;
  readonly conflict: Conflict;
  /** Requests to a second person, answered or not. */
  readonly seconds: readonly Second[];
  readonly assessment: Assessment;
  readonly investigation: Investigation;
  /** The position on notification. */
  readonly ivo: (OpenOf<'IvoDecided'> & { readonly at: string }) | null;
  readonly ivoTrack: IvoTrack;
  readonly outside: Outside;
  readonly contact: Contact;
  readonly documents: Documents;
  readonly remedy: Remedy;
  /** What is owed to whom by when, met or not. */
  readonly duties: readonly Duty[];
  readonly diary: Diary;
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
export const clockStart = (state: Pick<ExistingCase, 'receipt' | 'desc'>): string => state.receipt.knownAt ?? state.desc.receivedAt;

/** Whether the case is still open. */
export const isOpen = ({ end }: Pick<ExistingCase, 'end'>): boolean => end === null;

/** How it was closed, also where it was cancelled after that. */
export const closedOf = ({ end }: Pick<ExistingCase, 'end'>): Closed | null => (end?.as === 'cancelled' ? end.closed : end);

/** The case that it is a duplicate of: it is investigated and counted there. */
export const mergedInto = ({ links }: Pick<ExistingCase, 'links'>): string | null => links.find(({ relation }) => relation === 'duplicateOf')?.caseId ?? null;

/** Are both the outcome and the position on notification decided? */
export const isDecided = ({ assessment: { outcome }, ivo }: Pick<ExistingCase, 'assessment' | 'ivo'>): boolean => outcome !== null && ivo !== null;

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
