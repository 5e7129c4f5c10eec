import { z } from 'zod';
import { faultOfText } from './text.js';

/** Any text that comes in from outside: storable, normalised (NFC), trimmed. */
export const text = (absent?: string) =>
  z
    .string(absent)
    .refine((value) => faultOfText(value) === null, { error: ({ input }) => faultOfText(String(input)) ?? undefined })
    .normalize('NFC')
    .trim();
