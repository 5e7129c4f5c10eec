import { z } from 'zod';
import { affects, hits } from '../../codes/affected.js';
import { areas } from '../../codes/areas.js';
import { arose } from '../../codes/arose.js';
import { aspects } from '../../codes/aspects.js';
import { conflictAnswers, conflictGrounds, handOverReceivers, moveReasons, parties, triageAnswers } from '../../codes/case-codes.js';
import { complaintCategories } from '../../codes/complaint-categories.js';
import { conversionReasons, conversionWays } from '../../codes/conversion.js';
import { deviationSubtypes, deviationTypes } from '../../codes/deviation-types.js';
import { eventClasses } from '../../codes/event-classes.js';
import { kinds } from '../../codes/kinds.js';
import { lawAreas } from '../../codes/law-areas.js';
import { lexSarahKinds } from '../../codes/lex-sarah.js';
import { operations } from '../../codes/operations.js';
import { otherWays } from '../../codes/other-ways.js';
import { probabilities, severities } from '../../codes/risk.js';
import { urgentSteps } from '../../codes/seconded.js';
import { roles } from '../../org/roles.js';
import { changes, entry, flag, id, instant, maybeWords, oneOf, several, typedKey, typedNumber, unitCode, words } from '../shapes.schema.js';
import { command, reasons } from './command.schema.js';
import { described } from './described.schema.js';

/** Why a case leaves a unit; a mistake in what was stated is corrected, not moved. */
const unitReasons = ['wrongUnit', 'disputeSettled', 'reorganisation', 'takenOver'] as const;
const correctionReasons = ['wrongUnit', 'wrongFromStart', 'newFacts'] as const;
const reasonOf = <const T extends readonly (typeof moveReasons)[number]['code'][]>(codes: T) =>
  oneOf(moveReasons.filter(({ code }) => codes.includes(code)) as unknown as readonly { readonly code: T[number]; readonly label: string }[]);
/** What the case is, where it belongs and who has it. */
export const describing = {
  AddToCase: command('AddToCase', { by: oneOf(parties), text: words }),
  CorrectCase: command('CorrectCase', {
    set: z.object({ receivedAt: instant.optional(), unit: unitCode.nullable().optional(), ...changes(described) }).strict(),
    why: reasonOf(correctionReasons),
    reasons,
  }),
  MoveToUnit: command('MoveToUnit', { unit: unitCode, why: reasonOf(unitReasons), reasons }),
  ClassifyCase: command('ClassifyCase', {
    categories: several(oneOf(complaintCategories)).nullable().default(null),
    categoryOther: entry.nullable().default(null),
    lexSarahKinds: several(oneOf(lexSarahKinds)).nullable().default(null),
    lexSarahKindOther: entry.nullable().default(null),
    affects: oneOf(affects).nullable().default(null),
    concernsChild: z.boolean().nullable().default(null),
    eventClass: oneOf(eventClasses).nullable().default(null),
    deviationType: oneOf(deviationTypes).nullable().default(null),
    deviationSubtype: oneOf(deviationSubtypes).nullable().default(null),
    lawAreas: several(oneOf(lawAreas)).nullable().default(null),
    activity: typedKey.nullable().default(null),
    area: oneOf(areas).nullable().default(null),
    operation: oneOf(operations).nullable().default(null),
    arose: oneOf(arose).nullable().default(null),
    aspects: several(oneOf(aspects)).nullable().default(null),
    hit: several(oneOf(hits)).nullable().default(null),
  }),
  AnswerTriage: command('AnswerTriage', {
    irregularity: oneOf(triageAnswers),
    careInjury: oneOf(triageAnswers),
    serious: oneOf(triageAnswers).nullable().default(null),
    avoidable: oneOf(triageAnswers).nullable().default(null),
    danger: oneOf(triageAnswers),
    belongsTo: oneOf(handOverReceivers).nullable().default(null),
    otherWays: several(oneOf(otherWays)).nullable().default(null),
    reasons: maybeWords,
  }),
  /** `sharedWith`: the number of the other case, where another case has the diary number. */
  Diarise: command('Diarise', { diaryNumber: typedNumber, secrecy: flag.default(true), sharedWith: typedNumber.nullable().default(null) }),
  AssignCase: command('AssignCase', { person: id.nullable(), as: oneOf(roles).default('enhetschef'), reasons: maybeWords }),
  AnswerConflict: command('AnswerConflict', {
    answer: oneOf(conflictAnswers),
    person: id.nullable().default(null),
    ground: oneOf(conflictGrounds).nullable().default(null),
    reasons: maybeWords,
  }),
  /** Severity and probability, 1–4 each (docs/law/deviations.md#risk). First while it is received or investigated, final after. */
  AssessRisk: command('AssessRisk', { severity: oneOf(severities), probability: oneOf(probabilities), reasons: maybeWords }),
  /** `step`: the one step that a person whom the matter concerns is let take (KL 6 kap. 30 §); null: one who has investigated decides. */
  OverrideConflict: command('OverrideConflict', {
    person: id,
    step: oneOf(urgentSteps).nullable().default(null),
    ground: oneOf(conflictGrounds),
    second: id,
    reasons,
  }),
  /** Makes a case of another kind, or a sibling under another law (docs/law/conversions.md). */
  ConvertCase: command('ConvertCase', {
    to: oneOf(kinds),
    way: oneOf(conversionWays).default('convertedFrom'),
    why: oneOf(conversionReasons).default('raised'),
    lawAreas: several(oneOf(lawAreas)).nullable().default(null),
    knownAt: instant.nullable().default(null),
    eventClass: oneOf(eventClasses).nullable().default(null),
    deviationType: oneOf(deviationTypes).nullable().default(null),
    lexSarahKinds: several(oneOf(lexSarahKinds)).nullable().default(null),
    reasons,
  }),
} as const;
