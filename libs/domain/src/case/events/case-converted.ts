import { z } from 'zod';
import { conversionReasons, conversionWays } from '../../codes/conversion.js';
import { kinds } from '../../codes/kinds.js';
import { lawAreas } from '../../codes/law-areas.js';
import { id, storedInstant as instant, key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const caseConverted = defineCaseEvent({
  name: 'CaseConverted',
  label: 'Ett annat ärende väcktes ur det här',
  open: z.object({
    to: oneOf(kinds),
    child: id,
    childNumber: key,
    link: oneOf(conversionWays),
    lawAreas: several(oneOf(lawAreas)),
    why: oneOf(conversionReasons),
    knownAt: instant,
  }),
  sealed: sealed('reasons'),
  detail: (open): string | null => `${label('kind', open.to) ?? ''} ${String(open.childNumber ?? '')}`.trim(),
  evolve(state, event): Change {
    return {
      lineage: {
        ...state.lineage,
        convertedTo: [
          ...state.lineage.convertedTo,
          { to: event.open.to, child: event.open.child, link: event.open.link, lawAreas: event.open.lawAreas, at: event.at },
        ],
      },
    };
  },
  steps: (event): readonly Step[] => [step(event, 'converted', { code: event.open.to, code2: event.open.why, ref: event.open.child })],
});
