import { codeLists } from '../codes/index.js';
import { regulation } from '../law/regulation.js';

/* Words of codes, for the sentences of the history. */

export type Open = Readonly<Record<string, unknown>>;
/** The label of a code in one of the lists that travel with the schemas; null for an unknown one. */
export const label = (list: string, code: unknown): string | null => codeLists[list]?.find((entry) => entry.code === code)?.label ?? null;
/** The name of the rule behind a duty. */
export const ruleName = (id: unknown): string | null => regulation.find((rule) => rule.id === String(id).split('#')[0])?.name ?? null;

/** The outcome, whichever of the three lists it is of. */
export const outcomeOf = (open: Open): string | null =>
  label('lexSarahOutcome', open['outcome']) ?? label('hslOutcome', open['hslOutcome']) ?? label('complaintOutcome', open['complaintOutcome']);
