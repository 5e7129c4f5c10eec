import { z } from 'zod';
import { id, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';

export const causeWithdrawn = defineCaseEvent({
  name: 'CauseWithdrawn',
  label: 'En orsak togs tillbaka',
  open: z.object({ causeId: id }),
  sealed: sealed('text'),
  evolve(state, event): Change {
    return {
      investigation: {
        ...state.investigation,
        causes: state.investigation.causes.map((cause) => (cause.causeId === event.open.causeId ? { ...cause, withdrawn: true } : cause)),
      },
    };
  },
  takesBack: (event, state): readonly string[] =>
    state.investigation.causes.flatMap(({ causeId, withdrawn, row }) => (causeId === event.open.causeId && !withdrawn ? [row] : [])),
});
