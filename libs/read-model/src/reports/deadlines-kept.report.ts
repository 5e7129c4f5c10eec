import { dutyBases } from '#domain/codes/duties';
import { kinds } from '#domain/codes/kinds';
import { citationOf, everyWording, namedWithLaw, type Rule } from '#domain/law/regulation';
import type { Measured, MeasuredReport } from './report.js';
import type { Code } from './shown.js';

const MET = "x.closed_as = 'met'";

/** Duties by rule: law, an authority's decision and local rules apart, and each row says which; promptness against the internal target. */
export const deadlinesKept: MeasuredReport = {
  shape: 'measured',
  id: 'deadlines-kept',
  group: 'times',
  question: 'Håller vi tiderna?',
  title: 'Frister och tider som hölls',
  definition:
    'Uppgifter med frist i ärenden av alla slag som togs emot under perioden, efter regel. I tid är det som blev klart senast på fristens dag. Där lagen kräver skyndsamhet utan tal mäts mot nämndens eget mål, som inte är lag. Försenad är det som var öppet efter sin dag vid tabellens läge. Makulerade ärenden räknas inte.',
  kinds: kinds.map(({ code }) => code),
  where: 'true',
  ofCases: false,
  // Read from its index alone, the year as a whole (offset 0); otherwise the planner would look each case up.
  from: ({ at, received }) => `JOIN (
      SELECT x.case_id, x.rule, x.rule_version, x.closed_at, x.closed_as, x.escalation, x.recalculated, coalesce(x.due_at, x.target_at) AS day
      FROM read.fact_duty x WHERE ${received('x')} AND ${at('x')} OFFSET 0
    ) x ON x.case_id = c.case_id`,
  row: "x.rule || ':' || x.rule_version",
  groupBy: 'x.rule, x.rule_version',
  columns: [
    { id: 'count', title: 'Uppkomna', when: 'true' },
    { id: 'kept', title: 'Klara i tid', when: `${MET} AND x.closed_at <= x.day` },
    { id: 'late', title: 'Klara för sent', when: `${MET} AND x.closed_at > x.day` },
    { id: 'undated', title: 'Klara, utan dag att mäta mot', when: `${MET} AND x.day IS NULL` },
    { id: 'overdue', title: 'Öppna och försenade', when: ({ instant }) => `x.closed_at IS NULL AND x.day < ${instant()}` },
    { id: 'running', title: 'Öppna, inte försenade', when: ({ instant }) => `x.closed_at IS NULL AND (x.day IS NULL OR x.day >= ${instant()})` },
    { id: 'notApplicable', title: 'Ej tillämpliga', when: "x.closed_as = 'notApplicable'" },
    { id: 'withdrawn', title: 'Återtagna', when: "x.closed_as = 'withdrawn'" },
    { id: 'escalated', title: 'Varav lyfta till närmaste chef', when: 'x.escalation > 0' },
    { id: 'recalculated', title: 'Varav omräknade', when: 'x.recalculated > 0' },
  ],
  rows: (inUse) => ruled(inUse).map(({ code, rule }) => ({ code, label: rule === undefined ? code : labelOf(rule) })),
  notes: (measured) => dutyBases.flatMap(({ code, label }) => basisNote(code, label, measured)),
};

/** Rules in use: law first, then authorities, then what is local; in the regulation's own order. */
function ruled(codes: readonly string[]): readonly { readonly code: string; readonly rule: Rule | undefined }[] {
  const order = ({ rule }: { readonly rule: Rule | undefined }) =>
    rule === undefined
      ? Number.POSITIVE_INFINITY
      : dutyBases.findIndex(({ code }) => code === basisOf(rule)) * everyWording.length + everyWording.indexOf(rule);
  return codes.map((code) => ({ code, rule: ruleOf(code) })).sort((a, b) => (order(a) === order(b) ? a.code.localeCompare(b.code) : order(a) - order(b)));
}

const ruleOf = (code: string): Rule | undefined => everyWording.find(({ id, version }) => `${id}:${version}` === code);

/** The basis that is shown: a rule that nobody has found in the law's text is the municipality's own setting. */
const basisOf = (rule: Rule): Rule['basis'] => (rule.basis === 'law' && citationOf(rule) === null ? 'local' : rule.basis);

/** A local rule is never shown as law, nor an internal target as the law's. */
function labelOf(rule: Rule): string {
  const whose: Code | undefined = dutyBases.find(({ code }) => code === basisOf(rule));
  return `${whose?.label ?? rule.basis}: ${namedWithLaw(rule)}${rule.type === 'promptness' ? ', mätt mot eget mål' : ''}`;
}

function basisNote(basis: string, label: string, { rows }: Measured): readonly string[] {
  const own = rows.filter((row) => {
    const rule = ruleOf(row.code);
    return rule !== undefined && basisOf(rule) === basis;
  });
  const sum = (column: string) => own.reduce((total, { values }) => total + (values[column] ?? 0), 0);
  const measured = sum('kept') + sum('late') + sum('overdue');
  if (measured === 0) return [];
  return [`${label}: ${sum('kept')} av ${measured} med en dag som har passerat eller är klara hölls i tid; ${sum('overdue')} är öppna och försenade.`];
}
