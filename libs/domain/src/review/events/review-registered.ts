import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { reviewers, reviewKinds } from '../../codes/reviews.js';
import { roles } from '../../codes/roles.js';
import { key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineReviewEvent } from '../review.js';

export const reviewRegistered = defineReviewEvent({
  name: 'ReviewRegistered',
  label: 'Granskningen registrerades',
  open: z.object({ number: key, unit: key, ownerRole: oneOf(roles), by: oneOf(reviewers), kinds: several(oneOf(reviewKinds)), on: key, units: several(key) }),
  sealed: sealed('what'),
  detail: ({ by }) => labelOf(reviewers, by),
  begin: (id, { open, version, at }) => ({
    ...open,
    id,
    version,
    registeredAt: at,
    cases: [],
    criticism: [],
    noFindings: false,
    statements: [],
    decision: null,
    closedOn: null,
    stepsTaken: [],
  }),
});
