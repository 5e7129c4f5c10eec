/**
 * Document 002 (Kvalitetsberättelse 2023), complaints and lex Sarah: figures only. `null` is an empty cell, `0` a zero.
 * `computed` sums the three divisions, which the document does not do itself.
 */
export const golden = {
  iof: {
    bySource: {
      total: 42,
      rows: { serviceUserOrGuardian: 37, relative: 2, resident: 0, lawFirm: 1, fosterHome: 1, viaIvo: 0, staff: 0, officialOrAuthority: 1 },
    },
    byCategory: {
      total: 68,
      rows: {
        treatment: 22,
        caseHandling: 24,
        serviceDelivery: 6,
        accessibility: 2,
        physicalEnvironment: 1,
        equipment: 0,
        information: 9,
        collaboration: 1,
        other: 3,
      },
    },
  },
  smf: {
    bySource: { total: 3, rows: { serviceUserOrGuardian: 3, relative: 0, resident: 0, otherOrUnknown: 0, viaIvo: 0, staff: 0, officialOrAuthority: 0 } },
    byCategory: {
      total: 3,
      rows: {
        treatment: 0,
        caseHandling: 0,
        serviceDelivery: 3,
        accessibility: 0,
        physicalEnvironment: 0,
        equipment: 0,
        information: 0,
        collaboration: 0,
        other: 0,
      },
    },
  },
  afs: {
    bySource: {
      total: 199,
      rows: { serviceUserOrGuardian: 64, relative: 73, resident: null, otherOrUnknown: null, viaIvo: null, staff: 60, officialOrAuthority: 2 },
    },
    byCategory: {
      total: 199,
      rows: {
        treatment: 23,
        caseHandling: 1,
        serviceDelivery: 105,
        accessibility: 60,
        physicalEnvironment: 2,
        equipment: null,
        information: 1,
        collaboration: null,
        other: 7,
      },
    },
  },
  computed: {
    bySource: { total: 244, rows: { serviceUserOrGuardian: 104, relative: 75, resident: 0, otherOrUnknown: 2, viaIvo: 0, staff: 60, officialOrAuthority: 3 } },
    byCategory: {
      total: 270,
      rows: {
        treatment: 45,
        caseHandling: 25,
        serviceDelivery: 114,
        accessibility: 62,
        physicalEnvironment: 3,
        equipment: 0,
        information: 10,
        collaboration: 1,
        other: 10,
      },
    },
  },
} as const;

/**
 * Lex Sarah: Äldre's table of kinds (page 11); Individ och familj's outcomes, and none for Stadsutveckling, from the text (page 8).
 * `text` is what Äldre's text says instead: ten and three, with other names for the kinds (INC-01).
 */
export const goldenLexSarah = {
  afs: {
    total: 12,
    rows: {
      psychologicalAbuse: null,
      physicalAbuse: null,
      sexualAbuse: null,
      financialAbuse: null,
      deficientTreatment: null,
      deficientLegalCertainty: 8,
      deficientServiceDelivery: 3,
      deficientEnvironmentEquipmentOrTechnology: null,
      other: 1,
    },
    otherText: 'Fördröjd remiss angående ställa i kö för insats.',
    text: { total: 10 + 3, deficientLegalCertainty: 7 + 1, deficientServiceDelivery: 3 + 2 },
  },
  iof: {
    total: 5,
    kinds: { deficientLegalCertainty: 5 },
    outcomes: { tangibleRiskOfIrregularity: 3, irregularity: 1, tangibleRiskOfSeriousIrregularity: 1 },
  },
  smf: { total: 0 },
  computed: { total: 17, rows: { deficientLegalCertainty: 13, deficientServiceDelivery: 3, other: 1 } },
} as const;

/**
 * Egenkontroll, pages 16–17: the self-checks of one division under the ten process headings, in the document's order: how many, approved, not approved, not carried out. Three that
 * it calls “Ej godkänd” were never carried out by its own words, and are counted as that.
 */
export const goldenSelfChecks = [
  ['s1', 2, 1, 1, 0],
  ['h1', 0, 0, 0, 0],
  ['h2', 1, 1, 0, 0],
  ['s2', 0, 0, 0, 0],
  ['s3', 0, 0, 0, 0],
  ['h3', 1, 1, 0, 0],
  ['h4', 0, 0, 0, 0],
  ['h5', 0, 0, 0, 0],
  ['h6', 2, 0, 0, 2],
  ['h7', 1, 0, 0, 1],
] as const;

/** Riskanalys, pages 13–14: probability, consequence, value and level of the seven risks, in their order. Levels by the counts beside the matrix. */
export const goldenRisks = [
  [4, 3, 12, 'critical'],
  [4, 3, 12, 'critical'],
  [2, 5, 10, 'critical'],
  [3, 4, 12, 'critical'],
  [3, 3, 9, 'medium'],
  [3, 3, 9, 'medium'],
  [3, 3, 9, 'medium'],
] as const;

/** Granskningar och revisioner, pages 18–19: who, of which avdelning, and what the document says of each, in its order. */
export const goldenReviews = [
  { by: 'do', avdelning: 'iof', says: ['skadestånd'] },
  { by: 'ivo', avdelning: 'iof', says: ['regeringsuppdrag', '26', '80', '93', '70'] },
  { by: 'ivo', avdelning: 'iof', says: ['Bromstensgården', '23 maj 2023', 'inga brister'], decided: '2023-05-23' },
  {
    by: 'ivo',
    avdelning: 'iof',
    says: ['Lex Sarah 2022', 'två individärenden', 'media', 'dödsfall', 'ger förutsättningar för att avhjälpa'],
    closed: '2023-12-19',
    cases: 2,
  },
  {
    by: 'ivo',
    avdelning: 'afs',
    says: ['SÄBO', 'kompetensnivå', 'personalkontinuitet', 'läkemedelshantering', 'livets slutskede', 'inte särskilt i nämndens verksamheter'],
    statement: { by: 'unit', due: '2024-03' },
  },
  { by: 'ivo', avdelning: 'afs', says: ['icke verkställt beslut', 'beställarenheten'], statement: { by: 'board', due: '2024-01' } },
  { by: 'notStated', avdelning: 'afs', says: ['läkemedelshantering', 'nya medicinskåp', 'gruppbostäder LSS'] },
  { by: 'environment', avdelning: 'afs', says: ['gruppbostäder LSS', 'vattentemperaturmätning', 'skyndsamt'] },
  { by: 'audit', avdelning: 'afs', says: ['kontinuitetsplan', 'Revisionskontoret', 'fem arbetsdagar'] },
] as const;

const told = { status: 'done', percent: [], comparable: null } as const;
/** Brukarundersökningar, pages 19–21: groups as [who, when, asked, answered, girls or women, boys or men]; per cents as [per cent, of]; null is not stated. */
export const goldenSurveys = [
  {
    ...told,
    avdelning: 'iof',
    counts: [
      ['children', '2023-04', 13, null, 9, 4],
      ['guardians', '2023-04', 18, null, null, null],
      ['children', '2023-10', 13, null, 4, 9],
      ['guardians', '2023-10', 17, null, 12, 5],
    ],
    says: ['Mottagningsgruppen', 'nästan hundraprocentig nöjdhet', 'har fått besvara'],
  },
  { ...told, avdelning: 'iof', counts: [['children', '2023', null, 10, null, null]], says: ['nöjda', 'för låg ålder'] },
  { ...told, avdelning: 'iof', counts: [['youth', '2023', null, 20, 11, 9]], percent: [[91, null]], says: ['förtroende till socialtjänsten', 'inte möjligt'] },
  {
    ...told,
    avdelning: 'iof',
    counts: [
      ['adults', '2023', null, 105, null, null],
      ['youth13to17', '2023', null, 35, null, null],
      ['childrenUnder13', '2023', null, 14, null, null],
    ],
    percent: [
      [96, 140],
      [96, 140],
      [88, 140],
    ],
    says: ['Har du fått veta varför jag/vi ville träffa dig idag?', 'Tycker du att jag/vi har förstått vad som är viktigt för dig?'],
  },
  { ...told, avdelning: 'iof', counts: [['guardians', '2023', null, 653, null, null]], percent: [[83, 653]], says: ['hjälp', 'föräldraskapet'] },
  { ...told, avdelning: 'iof', counts: [['serviceUsers', '2023', null, null, null, null]], says: ['Antalet svar är lågt', 'positiva'] },
  { avdelning: 'iof', status: 'notDone', counts: [], percent: [], comparable: null, says: ['fick inte plats i årets kalender'] },
  {
    ...told,
    avdelning: 'afs',
    counts: [['serviceUsers', '2023', null, null, null, null]],
    comparable: false,
    says: ['generellt goda', 'sammanläggning', 'fler än fem svarande'],
  },
  { ...told, avdelning: 'smf', counts: [['serviceUsers', '2023', null, null, null, null]], says: ['tre positiva synpunkter'] },
] as const;
