import type { CaseSnapshot } from '#domain/case/snapshot';
import type { RecordSnapshot } from '#domain/records/snapshot';

/** One step of a duty, at the workflow's time (ISO, the demo's offset included). */
export interface StepRequest {
  readonly caseId: string;
  /** The step's id: the command's too, so that it is done once however often it is asked for. */
  readonly item: string;
  readonly now: string;
}

/** Why the workflow of a case can't do its work; null when it can again. */
export interface Trouble {
  readonly caseId: string;
  readonly code: string | null;
}

/**
 * What the workflow of a case asks for outside. All but `reportTrouble` do one step of a duty, or find that it is done already or not to be done
 * any more, and return how the case stands after it. Each sends one command through the same service as people's commands
 * (apps/worker/src/activities.ts): the event of that command causes the mail.
 */
export interface CaseActivities {
  /** Tells the one who spoke up, by e-mail, that the matter has come in. */
  sendConfirmation(request: StepRequest): Promise<CaseSnapshot>;
  /** Reminds the one who owes the duty. */
  remind(request: StepRequest): Promise<CaseSnapshot>;
  /** Tells the manager of the one who owes a late duty, and a week later the manager above. */
  escalate(request: StepRequest): Promise<CaseSnapshot>;
  /** Tells managers once more of what the law demands, where two have been told in vain: the next above each time, up to the highest. */
  raiseAgain(request: StepRequest): Promise<CaseSnapshot>;
  /** Asks the one who owns an action whether it helped. */
  askForEffect(request: StepRequest): Promise<CaseSnapshot>;
  /** Shows operators, in the health report and on the case's page, that its workflow is in trouble or out of it. */
  reportTrouble(trouble: Trouble): Promise<void>;
}

/** One step of a record that is no case, at the workflow's time (ISO, the demo's offset included). */
export interface RecordStepRequest {
  readonly family: string;
  readonly id: string;
  /** The step's id: the command's too, so that it is taken once however often it is asked for. */
  readonly step: string;
  readonly now: string;
}

/** As Trouble, for the workflow of another record. */
export interface RecordTrouble {
  readonly family: string;
  readonly id: string;
  readonly code: string | null;
}

export interface RecordActivities {
  /** Reminds, escalates or asks, or finds that it is done already or not to be done any more. Returns how the record stands after it. */
  takeRecordStep(request: RecordStepRequest): Promise<RecordSnapshot>;
  /** Shows operators that the record's workflow is in trouble or out of it. */
  reportRecordTrouble(trouble: RecordTrouble): Promise<void>;
}

/** Counts of mails: sent, given up for good, and left for the next round. */
export interface Sent {
  readonly sent: number;
  readonly givenUp: number;
  readonly left: number;
}

export interface MailActivities {
  /** Sends what can't wait: confirmations and escalations. */
  sendUrgentNotices(): Promise<Sent>;
  /** Sends each person what has gathered; nothing on a day off unless `anyDay`. */
  sendDigest(request: { readonly anyDay: boolean }): Promise<Sent>;
}
