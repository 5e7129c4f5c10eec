import type { Code, CodeOf } from './code.js';

/** Matters with a way of reporting of their own beside ours. */
export const involves = [
  { code: 'medicalDevice', label: 'Medicinteknisk produkt' },
  { code: 'medication', label: 'Läkemedel' },
] as const satisfies readonly Code[];
export type Involves = CodeOf<typeof involves>;

/** A deviation between care providers. */
export const externals = [
  { code: 'outgoing', label: 'Till annan vårdgivare' },
  { code: 'incoming', label: 'Från annan vårdgivare' },
] as const satisfies readonly Code[];
export type External = CodeOf<typeof externals>;
