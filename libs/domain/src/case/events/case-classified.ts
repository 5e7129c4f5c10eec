import { z } from 'zod';
import { affects, hits } from '../../codes/affected.js';
import { areas } from '../../codes/areas.js';
import { arose } from '../../codes/arose.js';
import { aspects } from '../../codes/aspects.js';
import { complaintCategories } from '../../codes/complaint-categories.js';
import { eventClasses } from '../../codes/event-classes.js';
import { lawAreas } from '../../codes/law-areas.js';
import { lexSarahKinds } from '../../codes/lex-sarah.js';
import { operations } from '../../codes/operations.js';
import { key, maybe, maybeFlag, maybeSeveral, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import type { Desc } from '../events.schema.js';

export const caseClassified = defineCaseEvent({
  name: 'CaseClassified',
  label: 'Ärendet kategoriserades',
  open: z.object({
    categories: maybeSeveral(oneOf(complaintCategories)),
    categoryOther: maybe(key),
    lexSarahKinds: maybeSeveral(oneOf(lexSarahKinds)),
    lexSarahKindOther: maybe(key),
    deviationType: maybe(key),
    deviationSubtype: maybe(key),
    lawAreas: maybeSeveral(oneOf(lawAreas)),
    activity: maybe(key),
    area: maybe(oneOf(areas)),
    operation: maybe(oneOf(operations)),
    arose: maybe(oneOf(arose)),
    aspects: maybeSeveral(oneOf(aspects)),
    hit: maybeSeveral(oneOf(hits)),
    affects: maybe(oneOf(affects)),
    concernsChild: maybeFlag,
    eventClass: maybe(oneOf(eventClasses)),
  }),
  evolve(state, event): Change {
    return { desc: { ...state.desc, ...stated(event.open) } };
  },
});

/** A fold may meet a case from a newer release in an older one; null means "not stated", so nothing is overwritten by it. */
function stated<T extends object>(open: T): Partial<Desc> {
  return Object.fromEntries(Object.entries(open).filter(([, value]) => value !== null)) as Partial<Desc>;
}
