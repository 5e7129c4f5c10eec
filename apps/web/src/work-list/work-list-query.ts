import { z } from 'zod';
import { labelOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { stages } from '#domain/codes/stages';
import type { Organisation } from '#domain/org/units';
import type { Person } from '#organisation/people';
import { workListQuery } from '#read-model/work-list';
import { shortDay } from '#ui/deadline';
import { queryOf } from '../frame/address.js';

/** The query of the page: that of the list, and the filters of the page itself. */
export const listQuery = workListQuery.extend({
  visa: z.preprocess((value) => (value === '' ? undefined : value), z.enum(['mina', 'vantar', 'alla'], { error: 'Okänt urval' }).optional()),
});
export type ListQuery = z.infer<typeof listQuery>;

/** A query as in the address, without the number of the list's page. */
export const searchOf = (query: ListQuery): string => queryOf({ ...query, page: undefined });

/** The address of a query; without conditions it shows open cases. */
export const hrefOf = (query: ListQuery): string => `/arenden?${searchOf(query) || 'stage=open'}`;

export interface Chip {
  readonly text: string;
  /** The same list without it. */
  readonly href: string;
}

const own = { mina: 'Mina', vantar: 'Väntar på mig', alla: 'Alla, också avslutade' } as const;

/** The conditions of the query, each with a link that removes it. */
export function chipsOf(query: ListQuery, organisation: Organisation, people: readonly Person[], today: string): readonly Chip[] {
  const texts: Readonly<Record<string, string | null>> = {
    visa: query.visa === undefined ? null : own[query.visa],
    q: query.q === undefined ? null : `”${query.q}”`,
    kind: query.kind === undefined ? null : labelOf(kinds, query.kind),
    stage: query.stage === undefined ? null : query.stage === 'open' ? 'Öppna' : labelOf(stages, query.stage),
    unit: query.unit === undefined ? null : query.unit === 'none' ? 'Utan enhet' : organisation.nameOf(query.unit, today),
    handler:
      query.handler === undefined
        ? null
        : query.handler === 'none'
          ? 'Ej fördelade'
          : `Handläggs av ${people.find(({ id }) => id === query.handler)?.name ?? 'en medarbetare'}`,
    due: query.due === undefined ? null : `Frist senast ${shortDay(`${query.due}T12:00:00.000Z`)}`,
    overdue: query.overdue === undefined ? null : query.overdue ? 'Försenade' : 'Inte försenade',
  };
  return Object.entries(texts).flatMap(([name, text]) => {
    if (text === null) return [];
    const { [name as keyof ListQuery]: _, ...rest } = query;
    // Without "open" the closed ones are included, and that must be a condition, or the default view would come.
    return [{ text, href: name === 'stage' && searchOf(rest) === '' ? hrefOf({ visa: 'alla' }) : hrefOf(rest) }];
  });
}
