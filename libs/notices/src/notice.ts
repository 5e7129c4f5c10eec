import type { Kind } from '#domain/codes/kinds';
import type { Role } from '#domain/codes/roles';
import type { MailLine } from '#text/mail';

/** What a notice is about: to the one who complained a mail of its own, to staff a line in one. */
export type NoticeKind = 'receipt' | 'answer' | MailLine['kind'];

/** In place of a case's kind, where the notice is about the register of a unit: `number` is then the unit's code, `rule` the period, `<from>/<to>`. */
export const OF_UNIT = 'unit';
/**
 * Why a notice will never be sent: no address was found, the server refused it, it was deferred for too long, nobody holds the role, or
 * its subject was settled before it was sent (`lapsed`).
 */
export type GaveUp = 'noAddress' | 'rejected' | 'expired' | 'nobody' | 'lapsed';

/** A message to one person because of one event. Codes, ids and dates. */
export interface Notice {
  readonly id: string;
  readonly eventId: string;
  /** A person's id, `sender` (the one who complained), or `nobody`. */
  readonly recipient: string;
  readonly toRole: Role | null;
  /** The case's id, or another record's. */
  readonly caseId: string;
  readonly number: string;
  /** The case's kind, or the family of another record. */
  readonly caseKind: Kind | (string & {});
  /** The heading that codes give the case or the record, as it is when the notice is sent; no column holds it. */
  readonly heading: string | null;
  /** Marked as secret in the diary, as it is when the notice is sent; no column holds it. */
  readonly secrecy: boolean;
  readonly kind: NoticeKind;
  readonly rule: string | null;
  readonly ruleVersion: number | null;
  readonly level: number;
  readonly due: string | null;
  readonly dueIsTarget: boolean;
  readonly urgent: boolean;
  readonly gaveUp: GaveUp | null;
  /** The case's own name for a mail to the one who complained, by which the result is recorded in the case. */
  readonly mail: string | null;
}

export const COLUMNS = `id, event_id AS "eventId", recipient, to_role AS "toRole", case_id AS "caseId", number, case_kind AS "caseKind", NULL AS heading, false AS secrecy, kind, rule,
  rule_version AS "ruleVersion", level, due, due_is_target AS "dueIsTarget", urgent, gave_up AS "gaveUp", mail`;
