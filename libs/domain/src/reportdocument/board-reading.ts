import { elected } from '../codes/roles.js';
import type { Actor } from '../org/actor.js';
import type { ReportDocument } from './reportdocument.js';

/** The boards and committees that one sits on, by their units. */
export const boardsOf = ({ posts }: Actor): readonly string[] => posts.filter(({ role }) => elected.includes(role)).map(({ unit }) => unit);

/** Does one who is elected read the report? Only of their own board, and only when it is frozen: a draft is its writers' (docs/decisions/0045-written-reports.md). */
export const isForBoard = ({ frozen, unit }: ReportDocument, actor: Actor): boolean => frozen !== null && boardsOf(actor).includes(unit);
