import { labelOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { opinionTypes } from '#domain/codes/opinion-types';
import { stages } from '#domain/codes/stages';
import type { Organisation } from '#domain/org/units';
import type { Person } from '#organisation/people';
import type { CaseItem } from '#read-model/work-list';
import type { WorkRow } from './pages/work-list.page.js';

/** Rows of a list of cases: numbers, codes and colleagues' names, never what anybody wrote. */
export function rowsOf(items: readonly CaseItem[], organisation: Organisation, people: readonly Person[], today: string): readonly WorkRow[] {
  return items.map((item) => ({
    id: item.id,
    number: item.number,
    what: item.opinionType === null ? labelOf(kinds, item.kind) : labelOf(opinionTypes, item.opinionType),
    unit: item.unit === null ? 'utan enhet' : (organisation.unit(item.unit, today)?.name ?? item.unit),
    stage: labelOf(stages, item.stage),
    due: item.nextDue,
    isLaw: item.nextBasis === 'law',
    decisionHref: item.stage === 'ivoDecision' && (item.kind === 'lexSarah' || item.kind === 'lexMaria') ? `/arende/${item.id}/beslut` : null,
    handler: people.find((person) => person.id === item.handler)?.name ?? 'ingen ännu',
  }));
}
