import { reportOf, wholeWay } from '../story.mjs';

/*
 * How each kind is reported and its first commands, in codes with invented words. `by` is the person of the run
 * who handles it. Commands after a conversion are given in the new case.
 */
const STEPS = 8;
const text = 'En mening som är påhittad.';
const found = [
  { type: 'AdvanceCase', to: 'investigating' },
  { type: 'MakeEntry', nature: 'fact', by: 'staff', text },
  { type: 'FindCause', area: 'routines', level: 'unit', text },
];
const assigned = (person, as) => [
  { type: 'AssignCase', person, as },
  { type: 'AnswerConflict', answer: 'none' },
];
const harmless = { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', serious: 'no' };
const patientHeard = { type: 'HearParty', party: 'patient', result: 'heard' };

const complaint = (n, unit, { director }) => ({
  by: 'director',
  report: reportOf(n * 11 + 1, unit),
  steps: wholeWay(director.person, new Date().toISOString()).slice(0, STEPS),
});

const deviationOfSocialLaw = (n, unit, { director }) => ({
  by: 'director',
  report: {
    kind: 'deviation',
    lawAreas: [n % 3 === 0 ? 'LSS' : 'SoL'],
    unit,
    source: 'staff',
    eventClass: n % 2 === 0 ? 'nearMiss' : 'risk',
    what: 'Larmet var urkopplat.',
  },
  steps: [
    { type: 'ClassifyCase', deviationType: 'missedService', affects: 'individual' },
    harmless,
    { type: 'AssessRisk', severity: '2', probability: '2' },
    ...assigned(director.person, 'socialchef'),
    ...found,
  ],
});

const fall = (unit) => ({
  kind: 'deviation',
  lawAreas: ['HSL'],
  unit,
  source: 'staff',
  eventClass: 'adverseEvent',
  deviationType: 'fall',
  what: 'Ett fall på natten.',
  immediateActions: 'Larmmatta lades ut.',
});

const deviationOfCare = (_, unit, { mas }) => ({
  by: 'mas',
  report: fall(unit),
  steps: [harmless, { type: 'AssessRisk', severity: '1', probability: '2' }, ...assigned(mas.person, 'mas'), ...found, patientHeard],
});

/** In the diary numbers: a system that is driven again has those of the last time. Letters, since many digits are taken for a personal number. */
const run = String(Date.now()).replaceAll(/\d/g, (figure) => 'abcdefghij'[figure]);

/** Of a contracted unit it is the municipality's view of the provider's: SAS carries both, by the same commands. */
const lexSarah = (n, unit, { sas }) => ({
  by: 'sas',
  report: { kind: 'lexSarah', lawAreas: ['SoL'], unit, source: 'staff', what: 'Insatsen uteblev i tre dagar.', immediateActions: 'Tillsyn ordnades.' },
  steps: [
    { type: 'ClassifyCase', lexSarahKinds: ['deficientServiceDelivery'], affects: 'individual' },
    { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'yes' },
    { type: 'Diarise', diaryNumber: `LAST.${run}.${n}` },
    ...assigned(sas.person, 'sas'),
    ...found,
  ],
});

/** Comes of a deviation under HSL alone, which is told as far as to where it goes over. */
const lexMaria = (n, unit, { mas }) => ({
  by: 'mas',
  report: fall(unit),
  steps: [
    { type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', serious: 'yes' },
    { type: 'AssessRisk', severity: '4', probability: '2' },
    { type: 'ConvertCase', to: 'lexMaria', reasons: 'Bröt höften vid fallet.' },
    { type: 'Diarise', diaryNumber: `LAST.${run}.${n}` },
    ...assigned(mas.person, 'mas'),
    found[0],
    { type: 'OpenInvestigation', method: 'incidentAnalysis', lead: mas.person, team: 3 },
    ...found.slice(1),
    patientHeard,
  ],
});

/** Seven, which shares no factor with how often a call is sent twice (drive.mjs), so that each kind has its turn. */
const ways = [complaint, deviationOfSocialLaw, lexSarah, complaint, deviationOfCare, deviationOfSocialLaw, lexMaria];

/**
 * The n-th case of a mixture of all kinds; each kind comes to every unit in the end.
 * @returns {{ name: string, by: string, report: object, steps: object[] }}
 */
export function wayOf(n, units, people) {
  const way = ways[n % ways.length];
  return { name: way.name, ...way(n, units[Math.floor(n / ways.length) % units.length], people) };
}
