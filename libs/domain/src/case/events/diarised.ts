import { z } from 'zod';
import { flag, id, key, maybe, registryNumber } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';

/** `sharedWith`: the case that had the number before. */
export const diarised = defineCaseEvent({
  name: 'Diarised',
  label: 'Ärendet fick diarienummer',
  v: 2,
  open: z.object({ diaryNumber: registryNumber, secrecy: flag, sharedWith: maybe(z.object({ caseId: id, number: key })) }),
  detail: (open): string | null => {
    const shared = open.sharedWith as { readonly number: string } | null | undefined;
    return shared == null ? null : `delar det med ${shared.number}`;
  },
  evolve(state, event): Change {
    const { diaryNumber: number, sharedWith, secrecy } = event.open;
    // The number stands in what is stated of the case too, where a correction mends it.
    return { diary: { number, sharedWith, secrecy }, desc: { ...state.desc, diaryNumber: number } };
  },
});
