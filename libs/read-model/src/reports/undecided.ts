/** A case without a decided outcome: not stated for a closed case, not decided yet for an open one. Null where it is decided. */
export const UNDECIDED = "CASE WHEN c.outcome IS NULL THEN CASE WHEN c.closed_at IS NULL THEN 'notDecided' ELSE 'notStated' END END";
