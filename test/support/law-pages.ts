import { conversions, type Nature } from '#domain/case/processes/conversions';
import { kinds } from '#domain/codes/kinds';
import { everyWording, type Rule } from '#domain/law/regulation';
import { complaintRules } from '#domain/law/rules/complaints';
import { deviationRules } from '#domain/law/rules/deviations';
import { formerIvoRules, ivoRules } from '#domain/law/rules/ivo';
import { lexMariaRules } from '#domain/law/rules/lex-maria';
import { lexSarahRules } from '#domain/law/rules/lex-sarah';
import { otherWayRules } from '#domain/law/rules/other-ways';
import { checkedOn } from '#domain/law/rules/rule';

/** The pages of docs/law, each with the rules that it lists. */
export const rulesOfPages: Readonly<Record<string, readonly Rule[]>> = {
  'complaints.md': complaintRules,
  'deviations.md': deviationRules,
  'lex-sarah.md': lexSarahRules,
  'lex-maria.md': lexMariaRules,
  'supervision.md': [...ivoRules, ...formerIvoRules],
  'other-ways.md': otherWayRules,
};

/** Rules that no page lists. */
export const unlisted = (): readonly string[] => {
  const listed = Object.values(rulesOfPages).flat();
  return everyWording.filter((rule) => !listed.includes(rule)).map(({ id }) => id);
};

const units: Readonly<Record<string, string>> = { BD: 'working days', D: 'days', W: 'weeks', M: 'months' };

/** `P2BD` as words. */
function inWords(period: string | null): string {
  const [, count = '', unit = ''] = /^P(\d+)(BD|[DWM])$/.exec(period ?? '') ?? [];
  if (period === null) return '–';
  if (period === 'P0D') return 'the same day';
  return count === '1' ? `1 ${(units[unit] as string).slice(0, -1)}` : `${count} ${units[unit]}`;
}

const verified = { read: 'read in the source', secondary: 'told by another source', unverified: 'not verified' } as const;
/** A table in Markdown, its columns aligned as the formatter aligns them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] as readonly string[]).map((_, n) => Math.max(3, ...rows.map((row) => (row[n] as string).length)));
  const line = (row: readonly string[]) => `| ${row.map((text, n) => text.padEnd(widths[n] as number)).join(' | ')} |`;
  const [head, ...body] = rows as [readonly string[]];
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The rules by id, each wording with its dates; what follows the heading `Rules` of a page. */
export function listOfRules(rules: readonly Rule[]): string {
  const ids = [...new Set(rules.map(({ id }) => id))];
  return ids.map((id) => ruleSection(rules.filter((rule) => rule.id === id))).join('\n');
}

function ruleSection(wordings: readonly Rule[]): string {
  const [first] = wordings as [Rule];
  const rows = wordings.map((rule) => {
    const dates = `${rule.validFrom ?? 'always'} – ${rule.validTo ?? ''}`.trim();
    const says = rule.wording === null ? '–' : `“${rule.wording}”`;
    return [String(rule.version), rule.law, dates, says, inWords(rule.period), inWords(rule.target), verified[rule.verified]].map(cell);
  });
  const details = wordings.map((rule) => `- Version ${rule.version}: ${rule.source}.${rule.note === '' ? '' : ` ${sentence(rule.note)}`}`);
  return [
    `### ${first.id}`,
    '',
    `${first.name}. Type \`${[...new Set(wordings.map(({ type }) => type))].join('`, `')}\`, kinds ${first.kinds.length === kinds.length ? 'all' : first.kinds.map((kind) => `\`${kind}\``).join(', ')}.`,
    '',
    table([['Version', 'Law', 'Valid', 'Words of the law', 'Period', 'Own target', 'How it was checked'], ...rows]),
    '',
    ...details,
    '',
  ].join('\n');
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

const natures: Readonly<Record<Nature, string>> = {
  complaint: 'a complaint',
  social: 'a deviation under SoL/LSS',
  care: 'a deviation under HSL',
  lexSarah: 'a lex Sarah',
  lexMaria: 'a lex Maria',
};
const ways = { convertedFrom: 'passes over', raisedFrom: 'raised beside', sibling: 'sibling' } as const;

/** The table of conversions. */
export function listOfConversions(): string {
  const rows = conversions.map(({ from, to, ways: how, by }) => [
    natures[from],
    natures[to],
    how.map((way) => ways[way]).join(', '),
    by.map((role) => `\`${role}\``).join(', '),
  ]);
  return table([['From', 'To', 'How', 'By'], ...rows]);
}

/** What stands before every generated part. */
export const generatedBy = (source: string): string => `_Generated from \`${source}\`; checked against the sources ${checkedOn}._`;
