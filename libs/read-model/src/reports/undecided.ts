/** A case without a decided outcome: closed, nobody has stated one; open, nobody has decided yet. Null where it is decided. */
export const UNDECIDED = "CASE WHEN c.outcome IS NULL THEN CASE WHEN c.closed_at IS NULL THEN 'notDecided' ELSE 'notStated' END END";
