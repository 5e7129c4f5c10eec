import { z } from 'zod';
import { streamName } from '../../records/stream.schema.js';
import { count, flag, maybe, sealed } from '../../shapes.schema.js';
import { type Criticism, defineReviewEvent, type Review } from '../review.js';

const point = count;
const changed = ({ criticism }: Review, of: number, change: (one: Criticism) => Partial<Criticism>): Pick<Review, 'criticism'> => ({
  criticism: criticism.map((one) => (one.point === of ? { ...one, ...change(one) } : one)),
});

export const criticismNoted = defineReviewEvent({
  name: 'CriticismNoted',
  label: 'Kritik antecknades',
  open: z.object({ point, isGeneral: flag }),
  sealed: sealed('criticism'),
  detail: ({ point, isGeneral }) => `punkt ${point}${isGeneral ? ', av allmän karaktär' : ''}`,
  evolve: ({ criticism }, { open, at }) => ({ criticism: [...criticism, { ...open, notedAt: at, actions: [], isExplained: false }], noFindings: false }),
});

export const noFindingsStated = defineReviewEvent({
  name: 'NoFindingsStated',
  label: 'Granskningen visade inga brister',
  open: z.object({}),
  sealed: sealed('found'),
  evolve: () => ({ noFindings: true }),
});

export const criticismAnswered = defineReviewEvent({
  name: 'CriticismAnswered',
  label: 'Kritiken besvarades',
  open: z.object({ point, action: maybe(streamName) }),
  sealed: sealed('whyNone'),
  detail: ({ point, action }) => `punkt ${point}, ${action === null ? 'ingen åtgärd' : 'med en åtgärd'}`,
  evolve: (review, { open }) =>
    changed(review, open.point, ({ actions }) =>
      open.action === null ? { isExplained: true } : { actions: [...actions.filter((one) => one !== open.action), open.action] },
    ),
});

export const strengthsNoted = defineReviewEvent({
  name: 'StrengthsNoted',
  label: 'Styrkor och utvecklingsområden antecknades',
  open: z.object({}),
  sealed: sealed('strengths', 'development'),
});
