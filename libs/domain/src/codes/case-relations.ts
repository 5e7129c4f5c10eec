import type { Code, CodeOf } from './code.js';

/** How a person says that one case stands to another. */
export const linkRelations = [
  { code: 'samePerson', label: 'Samma person: ärendena gäller eller kommer från samma person' },
  { code: 'sameEvent', label: 'Samma händelse: ärendena gäller samma sak men utreds var för sig' },
  { code: 'duplicateOf', label: 'Dubblett: det andra ärendet kom först, och saken utreds bara där' },
] as const satisfies readonly Code[];

/** The same, with the other side of a duplicate: how a case stands to one that it is linked with. */
export const caseRelations = [...linkRelations, { code: 'hasDuplicate', label: 'Har en dubblett' }] as const satisfies readonly Code[];
export type CaseRelation = CodeOf<typeof caseRelations>;
