import { z } from 'zod';
import { roughDayInWords } from '../../rough-day.js';
import { key, maybe, maybeFlag, sealed } from '../../shapes.schema.js';
import { defineReviewEvent } from '../review.js';

/** “skadestånd, beloppet är inte känt” */
export const damagesInWords = ({ damages, amount }: { readonly damages: boolean | null; readonly amount: number | null }): string =>
  damages === true ? `skadestånd, ${amount === null ? 'beloppet är inte känt' : `${amount} kronor`}` : 'inget skadestånd';

export const reviewDecided = defineReviewEvent({
  name: 'ReviewDecided',
  label: 'Beslutet antecknades',
  open: z.object({ on: key, damages: maybeFlag, amount: maybe(z.int().min(0)) }),
  sealed: sealed('decision'),
  detail: ({ on, damages, amount }) => `${roughDayInWords(on)}${damages === null ? '' : `, ${damagesInWords({ damages, amount })}`}`,
  evolve: (_review, { open }) => ({ decision: open }),
});

export const reviewClosed = defineReviewEvent({
  name: 'ReviewClosed',
  label: 'Granskningen avslutades',
  open: z.object({ on: key }),
  sealed: sealed('closing'),
  detail: ({ on }) => roughDayInWords(on),
  evolve: (_review, { open }) => ({ closedOn: open.on }),
});

export const reviewReopened = defineReviewEvent({
  name: 'ReviewReopened',
  label: 'Granskningen öppnades igen',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: () => ({ closedOn: null }),
});
