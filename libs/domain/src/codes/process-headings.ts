import type { Code } from './code.js';

/**
 * The headings under which the quality report lists self-checks: the main processes and the supporting ones, in its order and with its own
 * numbers. The code says which series the number is of.
 */
export const processHeadings = [
  { code: 's1', label: '1. Medarbetare känner till och arbetar i enlighet med ledningssystemet' },
  { code: 'h1', label: '1. Rådgivning, förebyggande, uppsökande' },
  { code: 'h2', label: '2. Aktualisera' },
  { code: 's2', label: '2. Verksamhets- och avtalsuppföljning' },
  { code: 's3', label: '3. Brukare, anhöriga och närstående är delaktiga i förbättrings- och utvecklingsarbetet' },
  { code: 'h3', label: '3. Utreda' },
  { code: 'h4', label: '4. Bedöma och besluta' },
  { code: 'h5', label: '5. Utföra/genomföra' },
  { code: 'h6', label: '6. Följa upp' },
  { code: 'h7', label: '7. Avslut av insats/ärende' },
] as const satisfies readonly Code[];
