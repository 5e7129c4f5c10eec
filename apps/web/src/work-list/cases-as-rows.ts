import { isLawsDay } from '#case-view/why-date';
import { processFor } from '#domain/case/processes/index';
import { labelOf } from '#domain/codes/code';
import { type Kind, kinds } from '#domain/codes/kinds';
import { type Stage, stages } from '#domain/codes/stages';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { regulation } from '#domain/law/regulation';
import type { Organisation } from '#domain/org/units';
import type { Person } from '#organisation/people';
import type { CaseItem } from '#read-model/work-list';
import { unitName } from '../frame/unit-name.js';
import type { WorkRow } from './work-list.page.js';

export interface ReadOf {
  /** By case id: what it is called (frame/case-headings.ts). */
  readonly headings: ReadonlyMap<string, string>;
  /** Streams in which others have done something since the reader had them open; absent where that is not shown. */
  readonly news?: ReadonlySet<string>;
}

/** Rows of a list of cases: numbers, codes and colleagues' names. @param of what the reader alone may know of each */
export function rowsOf(items: readonly CaseItem[], of: ReadOf, organisation: Organisation, people: readonly Person[], today: string): readonly WorkRow[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return items.map((item) => {
    const toDecide = item.awaits === 'decision';
    return {
      id: item.id,
      number: item.number,
      secrecy: item.secrecy,
      heading: of.headings.get(item.id) ?? labelOf(kinds, item.kind),
      unit: unitName(organisation, item.unit, today),
      stage: stageOf(item),
      hasNews: of.news?.has(caseStream(item.id)) === true,
      flag: item.flag === null ? null : flagTexts[item.flag],
      next: toDecide ? 'Till beslutet' : item.awaits === 'notification' ? 'Skicka anmälan till IVO' : nextOf(item, organisation, today),
      due: item.nextDue,
      dueFor: regulation.find((rule) => rule.id === item.nextRule)?.name ?? null,
      isLaw: isLawsDay(item.nextBasis, item.nextRule),
      decisionHref: toDecide ? `/arende/${item.id}/beslut` : null,
      handler: item.handler === null ? 'ingen ännu' : (names.get(item.handler) ?? 'fördelat'),
    };
  });
}

const flagTexts = { written: 'Den som hörde av sig har skrivit', second: 'En andra person ska bekräfta', reopened: 'Öppnat igen' } as const;

/** "3 av 6 Bedöms"; a closed case by its stage alone. */
function stageOf({ stage }: CaseItem): string {
  const label = labelOf(stages, stage);
  return stage === 'closed' || stage === 'cancelled' ? label : `${stages.findIndex(({ code }) => code === stage) + 1} av 6 ${label}`;
}

/** The label of the case's next step; null for a closed case. */
function nextOf({ kind, stage, unit, receivedAt }: CaseItem, organisation: Organisation, today: string): string | null {
  const process = processFor(kind as Kind, stockholmDate(receivedAt), organisation.placeOf(unit, today));
  return process?.stages.find((row) => row.stage === (stage as Stage))?.next ?? null;
}
