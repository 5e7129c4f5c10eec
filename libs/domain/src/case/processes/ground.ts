import { isValidAt } from '../../codes/code.js';
import type { Kind } from '../../codes/kinds.js';
import { type Ground, type Rule, regulation } from '../../law/regulation.js';
import type { ExistingCase } from '../case.js';

/**
 * The law that the case is under, where a duty is written in several; null while none is stated. A lex Maria is under PSL. In a complaint
 * or a deviation under HSL and social law both, authorities ask under PSL. SoL's wording is used where any social law but LSS is named,
 * since it differs from LSS's (docs/law/lex-sarah.md#law-by-date).
 */
export function groundOf({ desc }: Pick<ExistingCase, 'desc'>): Ground | null {
  const laws: readonly string[] = desc.lawAreas ?? [];
  if (desc.kind === 'lexMaria' || (desc.kind !== 'lexSarah' && laws.includes('HSL'))) return 'HSL';
  const social = laws.filter((law) => law !== 'HSL');
  if (social.length === 0) return null;
  return social.every((law) => law === 'LSS') ? 'LSS' : 'SoL';
}

/** The duty behind a stage, in Swedish; by the law of the case where that makes a difference. `{RULE}` is the rule's law, `{RULE:ord}` its own word. */
export type DutyText = string | ({ readonly [G in Ground]?: string } & { readonly other: string });

/** A rule that has an id of its own for each law. */
const apart: Readonly<Record<string, { readonly [G in Ground]?: string }>> = {
  'LS-AVHJALP': { SoL: 'LS-AVHJALP-SOL', LSS: 'LS-AVHJALP-LSS' },
  ANMALAN: { SoL: 'LS-ANMALAN-SOL', LSS: 'LS-ANMALAN-LSS', HSL: 'LM-ANMALAN' },
};
const everyGround: readonly Ground[] = ['SoL', 'LSS', 'HSL'];

/** The laws that a case of the kind may come under. */
export const groundsOfKind = (kind: Kind): readonly Ground[] => (kind === 'lexSarah' ? ['SoL', 'LSS'] : kind === 'lexMaria' ? ['HSL'] : everyGround);

/** The duty behind a stage for this case on the date; while no law is stated it names each that may apply. */
export function dutyOf(text: DutyText, state: Pick<ExistingCase, 'desc'>, date: string): string {
  const ground = groundOf(state);
  return dutyText(text, ground === null ? groundsOfKind(state.desc.kind) : [ground], date);
}

/** The text under one law, or under several that are still possible. */
export function dutyText(text: DutyText, grounds: readonly Ground[], date: string): string {
  const [only] = grounds.length === 1 ? grounds : [];
  const own = typeof text === 'string' ? text : ((only === undefined ? undefined : text[only]) ?? text.other);
  return own.replace(/\{([A-Z0-9-]+)(:ord)?\}/g, (_, name: string, word?: string) => {
    const said = rulesOf(name, grounds, date).map((rule) => (word === undefined ? rule.law : (rule.wording ?? '')));
    return [...new Set(said)].join(' eller ');
  });
}

/** A day before the rule began gives its first wording. @throws Error for a name that no rule has: a fault in the table, found by validateProcess */
function rulesOf(name: string, grounds: readonly Ground[], date: string): readonly Rule[] {
  const found = grounds.flatMap((ground) => {
    const id = apart[name] === undefined ? name : apart[name][ground];
    const rows = regulation.filter((row) => row.id === id && (row.ground === undefined || row.ground === ground));
    return rows.find((row) => isValidAt(row, date)) ?? rows[0] ?? [];
  });
  if (found.length === 0) throw new Error(`No rule ${name} under ${grounds.join(', ')}`);
  return found;
}
