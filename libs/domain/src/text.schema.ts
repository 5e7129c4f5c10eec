import { z } from 'zod';
import { faultOfText } from './text.js';

/** Any text that comes in from outside: can be kept, in one spelling (NFC), without blanks around it. */
export const text = (absent?: string) =>
  z
    .string(absent)
    .refine((value) => faultOfText(value) === null, { error: ({ input }) => faultOfText(String(input)) ?? undefined })
    .normalize('NFC')
    .trim();
