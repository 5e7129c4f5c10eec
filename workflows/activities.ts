import type { CaseSnapshot } from '#domain/case/agenda';

/** One item of a case's agenda, at the workflow's time (ISO, the demo's offset included). */
export interface Performance {
  readonly caseId: string;
  readonly item: string;
  readonly now: string;
}

/** What the workflow of a case asks the world for. */
export interface CaseActivities {
  /** Does the item, or finds that it is done or has lapsed; either way tells how the case stands now. */
  perform(performance: Performance): Promise<CaseSnapshot>;
}

/** Counts of mails: sent, given up for good, and left for the next round. */
export interface Sent {
  readonly sent: number;
  readonly givenUp: number;
  readonly left: number;
}

export interface MailActivities {
  /** Sends what can't wait: receipts and escalations. */
  sendUrgentNotices(): Promise<Sent>;
  /** Sends each person what has gathered; nothing on a day off unless `anyDay`. */
  sendDigest(request: { readonly anyDay: boolean }): Promise<Sent>;
}
