import type { Organisation } from '#domain/org/units';

/** What a case's unit is called on the day; a case whose unit is not known yet has none. */
export const unitName = (organisation: Organisation, code: string | null, today: string): string =>
  code === null ? 'utan enhet' : organisation.nameOf(code, today);
