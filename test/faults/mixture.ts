/** What comes in, in turn: a complaint, a deviation under social law, a lex Sarah, a complaint, a deviation under health care. */
const bodies: readonly Record<string, unknown>[] = [
  { kind: 'complaint', opinionType: 'complaint', source: 'relative', what: 'Ingen kom på kvällen.' },
  { kind: 'deviation', lawAreas: ['SoL'], eventClass: 'nearMiss', deviationType: 'other', source: 'staff', what: 'Larmet var urkopplat.' },
  { kind: 'lexSarah', lawAreas: ['SoL'], source: 'staff', what: 'Insatsen uteblev i tre dagar.', immediateActions: 'Tillsyn ordnad.' },
  { kind: 'complaint', opinionType: 'opinion', source: 'relative', what: 'Maten är kall.' },
  { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent', deviationType: 'fall', source: 'staff', what: 'Fall på natten.' },
];

/** The n-th report of a mixture of all the kinds that can be reported, at one unit. */
export const mixed = (n: number): Record<string, unknown> => ({ unit: 'afs-norra', ...bodies[n % bodies.length] });

/** How many of the first n are complaints. */
export const complaintsAmong = (n: number): number => Array.from({ length: n }, (_, at) => mixed(at)).filter((body) => body['kind'] === 'complaint').length;
