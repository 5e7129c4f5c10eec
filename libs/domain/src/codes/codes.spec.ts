import { describe, expect, it } from '@jest/globals';
import { channels } from './channels.js';
import { codesOf, isValidAt, labelOf, UnknownCodeError } from './code.js';
import { complaintCategories } from './complaint-categories.js';
import { deviationSubtypes, deviationTypes, hslDeviationTypes, solLssDeviationTypes } from './deviation-types.js';
import { hslOutcomes } from './hsl.js';
import { codeLists } from './index.js';
import { kinds, seriesOf } from './kinds.js';
import { lawAreas } from './law-areas.js';
import { lexSarahKinds, lexSarahOutcomes } from './lex-sarah.js';
import { opinionTypes } from './opinion-types.js';
import { roles } from './roles.js';
import { sources } from './sources.js';
import { stages } from './stages.js';

const lists = Object.entries(codeLists);
const labels = (list: readonly { readonly label: string }[]) => list.map(({ label }) => label);

describe('the code lists', () => {
  it.each(lists)('%s has each code once, with a Swedish word of its own, in text and table alike (INC-24, INC-25)', (_, list) => {
    expect(new Set(codesOf(list)).size).toBe(list.length);
    expect(new Set(labels(list)).size).toBe(list.length);
    expect(labels(list).filter((label) => !/^[\p{Lu}\d]/u.test(label))).toEqual([]);
  });

  it('say the words of document 002 for whom a complaint came from (R-007)', () => {
    expect(labels(sources.filter(({ code }) => code !== 'local'))).toEqual([
      'Brukare eller vårdnadshavare',
      'Närstående (anhörig, god man etc.)',
      'Invånare',
      'Annan (t.ex. okänd)',
      'Inkommit via IVO',
      'Medarbetare',
      'Tjänsteperson/annan myndighet',
    ]);
  });

  it('have a source of the division’s own (R-008)', () => {
    expect(codesOf(sources)).toContain('local');
  });

  it('have the nine categories of a complaint in document 002’s order (R-033)', () => {
    expect(labels(complaintCategories)).toEqual([
      'Bemötande',
      'Handläggning',
      'Utförande',
      'Tillgänglighet',
      'Fysisk miljö',
      'Utrustning',
      'Information',
      'Samverkan',
      'Annat',
    ]);
  });

  it('have the nine kinds of lex Sarah (R-037)', () => {
    expect(labels(lexSarahKinds)).toEqual([
      'Psykiska övergrepp',
      'Fysiska övergrepp',
      'Sexuella övergrepp',
      'Ekonomiska övergrepp',
      'Brister i bemötande',
      'Brister i rättssäkerhet vid handläggning och genomförande',
      'Brister i utförande av insats',
      'Brister i fysisk miljö, utrustning eller teknik',
      'Annat',
    ]);
  });

  it.each([
    ['kind', kinds, 'complaint deviation lexSarah lexMaria'],
    ['stage', stages, 'received investigating assessing ivoDecision feedback followUp closed cancelled'],
    ['source', sources, 'serviceUserOrGuardian relative resident otherOrUnknown viaIvo staff officialOrAuthority local'],
    ['opinion type', opinionTypes, 'complaint opinion suggestion praise'],
    ['category', complaintCategories, 'treatment caseHandling serviceDelivery accessibility physicalEnvironment equipment information collaboration other'],
    [
      'Lex Sarah kind',
      lexSarahKinds,
      'psychologicalAbuse physicalAbuse sexualAbuse financialAbuse deficientTreatment deficientLegalCertainty deficientServiceDelivery deficientEnvironmentEquipmentOrTechnology other',
    ],
    ['Lex Sarah outcome', lexSarahOutcomes, 'noIrregularity tangibleRiskOfIrregularity irregularity tangibleRiskOfSeriousIrregularity seriousIrregularity'],
    ['HSL outcome', hslOutcomes, 'noCareInjury couldHaveCausedCareInjury careInjury couldHaveCausedSeriousCareInjury seriousCareInjury'],
    ['law area', lawAreas, 'SoL LSS HSL LVU LVM L2024_79'],
    ['channel', channels, 'web email letter paperForm phone spoken staffPhone viaIvo viaPatientsCommittee contactCentre lateRegistered'],
    [
      'role',
      roles,
      'medarbetare enhetschef avdelningschef verksamhetschef verksamhetschefHsl mas mar sas lexSarahUtredare analysledare anmalningsansvarig socialchef utskott namnd controller registrator dso systemforvaltare utforare avtal system',
    ],
  ])('are the contract’s for %s', (_, list, contract) => {
    expect(codesOf(list).join(' ')).toBe(contract);
  });

  it('number each kind in a series of its own', () => {
    expect(seriesOf).toEqual({ complaint: 'KLA', deviation: 'AVV', lexSarah: 'LXS', lexMaria: 'LXM' });
  });

  it('know every deviation type of both laws once, and each subtype by its code alone', () => {
    expect(deviationTypes).toHaveLength(hslDeviationTypes.length + solLssDeviationTypes.length - 1);
    expect(new Set(codesOf(deviationTypes)).size).toBe(deviationTypes.length);
    expect(new Set(codesOf(deviationSubtypes)).size).toBe(deviationSubtypes.length);
    expect(codesOf(deviationTypes)).toEqual(expect.arrayContaining(['fall', 'medication', 'missedService', 'other']));
  });
});

describe('a code', () => {
  it('has its label', () => {
    expect(labelOf(sources, 'otherOrUnknown')).toBe('Annan (t.ex. okänd)');
  });

  it('unknown to the list is a fault', () => {
    expect(() => labelOf(sources, 'nobody')).toThrow(new UnknownCodeError('nobody'));
  });

  it('is valid from its first day up to, and not including, its last', () => {
    const span = { validFrom: '2025-07-01', validTo: '2026-01-01' };
    expect(['2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01'].map((date) => isValidAt(span, date))).toEqual([false, true, true, false]);
    expect(isValidAt({}, '1990-01-01')).toBe(true);
    expect(isValidAt({ validFrom: null, validTo: null }, '2100-01-01')).toBe(true);
  });
});
