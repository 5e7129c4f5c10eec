import type { Desc } from '#domain/case/events.schema';
import { codeLists } from '#domain/codes/index';
import type { LocalList } from '#domain/codes/local-lists';

type Outcome = 'outcomeProposed' | 'outcome' | 'hslOutcome' | 'complaintOutcome';

/** Which list each field of a case takes its codes from. */
const listOfField: Partial<Record<keyof Desc | 'stage' | 'link' | 'reportedAs' | Outcome, keyof typeof codeLists>> = {
  kind: 'kind',
  stage: 'stage',
  link: 'link',
  reportedAs: 'kind',
  outcomeProposed: 'lexSarahOutcome',
  outcome: 'lexSarahOutcome',
  hslOutcome: 'hslOutcome',
  complaintOutcome: 'complaintOutcome',
  source: 'source',
  senderBehind: 'source',
  channel: 'channel',
  opinionType: 'opinionType',
  categories: 'complaintCategory',
  lawAreas: 'lawArea',
  eventClass: 'eventClass',
  deviationType: 'deviationType',
  deviationSubtype: 'deviationSubtype',
  lexSarahKinds: 'lexSarahKind',
  involves: 'involves',
  external: 'external',
  area: 'area',
  operation: 'operation',
  arose: 'arose',
  aspects: 'aspect',
  affects: 'affects',
  affectedGender: 'affectedGender',
  affectedAgeBand: 'affectedAgeBand',
  hit: 'hit',
  occurredPrecision: 'precision',
  answerBy: 'answerWay',
};
const localLists: readonly LocalList[] = ['categoryOther', 'sourceName', 'lexSarahKindOther'];

export type Labels = Record<string, Record<string, string>>;

/** The Swedish words of every code in the case, by field and code: `{ stage: { received: "Mottagen" } }`. */
export function labelsOf(values: Readonly<Record<string, unknown>>, localLabel: (list: LocalList, code: string) => string | null): Labels {
  const labels: Labels = {};
  for (const [field, list] of Object.entries(listOfField)) {
    const codes = [values[field]].flat().filter((code) => typeof code === 'string');
    const known = (codeLists[list] ?? []).filter(({ code }) => codes.includes(code));
    if (known.length > 0) labels[field] = Object.fromEntries(known.map(({ code, label }) => [code, label]));
  }
  for (const list of localLists) {
    const code = values[list];
    const label = typeof code === 'string' ? localLabel(list, code) : null;
    if (label !== null) labels[list] = { [code as string]: label };
  }
  return labels;
}
