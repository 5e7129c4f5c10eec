import { maybeWords, words } from '../../shapes.schema.js';

/** How a risk is described. The activity is free text until the municipality's map of processes exists. */
export const description = { subprocess: maybeWords, activity: words, description: words };

export const descriptionForm = {
  subprocess: { label: 'Delprocess', hint: 'Till exempel: 2. Aktualisera. Kan lämnas tomt.', required: false },
  activity: { label: 'I vilken aktivitet finns risken?' },
  description: { label: 'Vad kan hända?', hint: 'Skriv inget som pekar ut en person.' },
} as const;
