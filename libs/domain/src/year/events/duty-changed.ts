import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { inSentence } from '../../codes/in-sentence.js';
import { yearDuties } from '../../codes/year-duties.js';
import { dayInWords } from '../../days.js';
import { date, oneOf, sealed } from '../../shapes.schema.js';
import { defineYearEvent, withDuty } from '../year.js';

const duty = oneOf(yearDuties);
const named = (code: string): string => inSentence(labelOf(yearDuties, code));

export const dutyMet = defineYearEvent({
  name: 'DutyMet',
  label: 'Klart',
  open: z.object({ duty, on: date }),
  sealed: sealed('note'),
  detail: ({ duty: code, on }) => `${named(code)}, ${dayInWords(on)}`,
  evolve: (year, { open }) => withDuty(year, open.duty, { state: 'met', on: open.on }),
});

export const dutyWaived = defineYearEvent({
  name: 'DutyWaived',
  label: 'Inte aktuellt',
  open: z.object({ duty, on: date }),
  sealed: sealed('reasons'),
  detail: ({ duty: code }) => named(code),
  evolve: (year, { open }) => withDuty(year, open.duty, { state: 'waived', on: open.on }),
});

export const dutyReopened = defineYearEvent({
  name: 'DutyReopened',
  label: 'Återstår igen',
  open: z.object({ duty }),
  sealed: sealed('reasons'),
  detail: ({ duty: code }) => named(code),
  evolve: (year, { open }) => withDuty(year, open.duty, { state: 'waiting', on: null }),
});

export const yearEnded = defineYearEvent({
  name: 'YearEnded',
  label: 'Enheten har upphört: inget mer väntas',
  open: z.object({}),
  evolve: (_year, { at }) => ({ endedAt: at }),
});
