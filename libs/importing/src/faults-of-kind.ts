import { deviationTypes } from '#domain/codes/deviation-types';
import type { Kind } from '#domain/codes/kinds';
import type { ImportRow } from './row.schema.js';

/** Fields that only some kinds have: on another kind they would be counted where they do not belong. */
const only: { readonly [F in keyof ImportRow]?: { readonly of: readonly Kind[]; readonly says: string } } = {
  opinionType: { of: ['complaint'], says: 'anges bara för klagomål och synpunkter' },
  categories: { of: ['complaint'], says: 'anges bara för klagomål och synpunkter' },
  complaintOutcome: { of: ['complaint'], says: 'anges bara för klagomål och synpunkter' },
  deviationType: { of: ['deviation'], says: 'anges bara för avvikelser' },
  deviationSubtype: { of: ['deviation'], says: 'anges bara för avvikelser' },
  lexSarahKinds: { of: ['lexSarah'], says: 'anges bara för lex Sarah' },
  outcome: { of: ['lexSarah'], says: 'anges bara för lex Sarah' },
  outcomeProposed: { of: ['lexSarah'], says: 'anges bara för lex Sarah' },
  hslOutcome: { of: ['deviation', 'lexMaria'], says: 'anges bara för avvikelser enligt HSL och lex Maria' },
  ivoSentAt: {
    of: ['lexSarah', 'lexMaria'],
    says: 'anges bara för lex Sarah och lex Maria. För in anmälan som ett eget ärende, med det här som parentExternalId',
  },
};

/** Values that can't be right for the kind of case on the line. */
export function faultsOfKind(row: ImportRow): readonly string[] {
  const misplaced = (Object.entries(only) as [keyof ImportRow, { of: readonly Kind[]; says: string }][])
    .filter(([field, { of }]) => isStated(row[field]) && !of.includes(row.kind))
    .map(([field, { says }]) => `${field}: ${says}`);
  return [...misplaced, ...faultsOfLaw(row), ...faultsOfType(row)];
}

const isStated = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

/** Care and social services are judged each in a case of its own (docs/law/practice.md#counting). */
function faultsOfLaw({ kind, lawAreas, hslOutcome }: ImportRow): readonly string[] {
  const laws = lawAreas ?? [];
  const care = laws.includes('HSL');
  const social = laws.some((law) => law !== 'HSL');
  return [
    ...(kind === 'deviation' && care && social
      ? ['lawAreas: HSL och de andra lagarna bedöms i varsitt ärende. Dela raden i två, den ena med parentExternalId']
      : []),
    ...(kind === 'lexSarah' && care ? ['lawAreas: lex Sarah gäller inte HSL'] : []),
    ...(kind === 'lexMaria' && social ? ['lawAreas: lex Maria gäller HSL'] : []),
    ...(kind === 'deviation' && social && hslOutcome !== null ? ['hslOutcome: anges bara för avvikelser enligt HSL'] : []),
  ];
}

function faultsOfType({ deviationType, deviationSubtype }: ImportRow): readonly string[] {
  if (deviationSubtype === null) return [];
  if (deviationType === null) return ['deviationType: ska anges när deviationSubtype anges'];
  const has = deviationTypes.find(({ code }) => code === deviationType)?.subtypes.some(({ code }) => code === deviationSubtype) ?? false;
  return has ? [] : ['deviationSubtype: hör inte till deviationType'];
}
