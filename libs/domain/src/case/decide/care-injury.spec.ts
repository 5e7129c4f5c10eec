import { goTo, type Mends } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { hslOutcomes } from '../../codes/hsl.js';
import { patientInformationPoints } from '../../codes/patient-information.js';
import { processOf } from '../processes/index.js';
import { lacksToAdvance } from './stages.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, manager, mas } = people;
const reported = (body: Record<string, unknown> = {}, actor = carer) =>
  new Scenario().report({ kind: 'deviation', lawAreas: ['SoL'], deviationType: 'other', what: 'Kvällsbesöket glömdes.', ...body }, actor);
const care = (body: Record<string, unknown> = {}) => reported({ lawAreas: ['HSL'], deviationType: 'medication', ...body });
const lacking = (way: Scenario) => lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ text }) => text);
const judged = (hslOutcome: string, injury: boolean, serious: boolean, avoidable: string | null = 'yes') =>
  ({ type: 'DecideOutcome', hslOutcome, injury, serious, avoidable, reasons: 'x' }) as Command;
const decided = (...of: Parameters<typeof judged>): Mends => ({ 'DecideOutcome.hslOutcome': () => judged(...of) });
const triage = (irregularity: string, careInjury = 'no', more: object = {}) =>
  ({ type: 'AnswerTriage', irregularity, careInjury, danger: 'no', reasons: 'x', ...more }) as Command;
const six = patientInformationPoints.map(({ code }) => code);
const informed = (more: object = {}) => ({ type: 'InformPatient', points: six, journalRef: 'Journal, samma dag', ...more }) as Command;

describe('Was it a vårdskada? Three separate questions (R-110; PSL 1 kap. 5 §)', () => {
  test('each is asked', () => {
    const way = goTo(care(), 'assessing');
    expect(way.when({ type: 'DecideOutcome', hslOutcome: 'careInjury', reasons: 'x' }).lacks()).toEqual([
      'DecideOutcome.injury',
      'DecideOutcome.serious',
      'DecideOutcome.avoidable',
    ]);
  });

  // injury, serious, avoidable → the outcomes that say the same.
  const agree: Record<string, readonly string[]> = {
    'true true yes': ['seriousCareInjury'],
    'true true unsure': ['seriousCareInjury'],
    'true false yes': ['careInjury'],
    'true false unsure': ['careInjury'],
    'true true no': ['noCareInjury', 'couldHaveCausedSeriousCareInjury'],
    'true false no': ['noCareInjury', 'couldHaveCausedCareInjury'],
    'false true yes': ['noCareInjury', 'couldHaveCausedSeriousCareInjury'],
    'false false unsure': ['noCareInjury', 'couldHaveCausedCareInjury'],
  };
  test.each(Object.entries(agree))('injury, serious, avoidable %s: %s', (answers, outcomes) => {
    const [injury, serious, avoidable] = answers.split(' ');
    const way = goTo(care(), 'assessing');
    const taken = hslOutcomes.filter(({ code }) => way.when(judged(code, injury === 'true', serious === 'true', avoidable as string)).refusal === null);
    expect(taken.map(({ code }) => code)).toEqual(outcomes);
  });

  test('a deviation under social law has no outcome of its own', () => {
    expect(
      goTo(reported(), 'assessing')
        .when(judged('careInjury', true, false))
        .said()
        .join(' '),
    ).toContain('Är det ett missförhållande ska den bli lex Sarah');
  });

  test('AC-35 R-107 a patient at risk of serious injury: MAS is to see that the nämnd is told', () => {
    const way = care().does(mas, triage('no', 'yes', { serious: 'yes' }));
    expect(way.duty('LOK-HSL-NAMND')?.owner).toBe('mas@afs-norra');
    const assessed = goTo(care(), 'assessing').does(manager, judged('couldHaveCausedSeriousCareInjury', false, true));
    expect(assessed.duty('LOK-HSL-NAMND')?.owner).toBe('mas@afs-norra');
    way.does(mas, { type: 'GiveFeedback', to: 'board', what: 'interim', method: 'meeting' });
    expect(way.ended('LOK-HSL-NAMND')).toMatchObject({ as: 'met' });
  });

  test('what shall be notified becomes a lex Maria, and is not left as a deviation (PSL 3 kap. 5 §)', () => {
    const way = goTo(care(), 'ivoDecision', decided('couldHaveCausedSeriousCareInjury', false, true, 'unsure'));
    expect(lacking(way)).toContain('Utfallet ska anmälas till IVO. Gör avvikelsen till lex Maria');
    way.does(mas, { type: 'ConvertCase', to: 'lexMaria', reasons: 'x' });
    expect([way.case.stage, way.children[0]?.desc.kind]).toEqual(['feedback', 'lexMaria']);
  });
});

describe('Every vårdskada is told to the patient (PSL 3 kap. 8 §, docs/law/deviations.md#telling-the-patient)', () => {
  const lack = 'Informera patienten eller närstående om vårdskadan, sex punkter, eller ange det lagliga skälet till att det inte går (PSL 3 kap. 8 §)';
  const injured = (...of: Parameters<typeof judged>) => goTo(care({ noticedAt: '2026-03-01T08:00:00Z' }), 'feedback', decided(...of));

  test('snarast, from when it was known, also while it is only suspected', () => {
    const way = care({ noticedAt: '2026-03-01T08:00:00Z' }).does(mas, triage('no', 'yes'));
    expect(way.duty('LM-PATIENTINFO')).toMatchObject({ startedAt: '2026-03-01T08:00:00.000Z', dueAt: null, type: 'promptness' });
    expect(way.does(mas, triage('no', 'no', { reasons: 'Ingen skada.' })).ended('LM-PATIENTINFO')).toMatchObject({ as: 'withdrawn' });
  });

  test.each([
    ['careInjury', true, 'yes', true],
    ['careInjury', true, 'unsure', true],
    ['noCareInjury', true, 'no', false],
    ['couldHaveCausedCareInjury', false, 'yes', false],
  ] as const)('%s, harm %s, avoidable %s: information owed %s', (outcome, harm, avoidable, owed) => {
    const way = injured(outcome, harm, false, avoidable);
    expect([lacking(way).includes(lack), way.duty('LM-PATIENTINFO') !== null]).toEqual([owed, owed]);
  });

  test('R-308 all six things, and where it stands in the journal: the note itself is never here', () => {
    const way = injured('careInjury', true, false);
    expect(way.when({ type: 'InformPatient', points: ['whatHappened'] }, mas).lacks()).toEqual([
      ...six.slice(1).map(() => 'InformPatient.points'),
      'InformPatient.journalRef',
    ]);
    expect(() => way.when(informed({ text: 'Anteckningen i journalen.' }), mas)).toThrow();
    way.does(mas, informed({ at: '2026-03-01T10:00:00Z' }));
    expect(way.ended('LM-PATIENTINFO')).toEqual({ as: 'met', reason: null, at: '2026-03-01T10:00:00.000Z' });
    expect(way.last[0]?.open).not.toHaveProperty('journalRef');
    expect(lacking(way)).not.toContain(lack);
  });

  test('secrecy may hinder, with reasons: then the duty did not apply', () => {
    const way = injured('careInjury', true, false);
    const no = { type: 'ExplainNoFeedback', to: 'patient', what: 'answer', reason: 'secrecy' } as const;
    expect(way.when(no, mas).lacks()).toEqual(['ExplainNoFeedback.reasons']);
    way.does(mas, { ...no, reasons: 'OSL 25 kap. 6 §' });
    expect([way.ended('LM-PATIENTINFO'), lacking(way).includes(lack)]).toMatchObject([{ as: 'notApplicable', reason: 'secrecy' }, false]);
  });

  test('a patient who has died, and nobody near: the search is told, the case goes on, the duty stays open', () => {
    const way = injured('careInjury', true, false);
    const no = { type: 'ExplainNoFeedback', to: 'patient', what: 'answer', reason: 'deceased' } as const;
    expect(way.when(no, mas).said()).toContain('Skriv hur närstående har sökts: vem, när och hur');
    way.does(mas, { ...no, reasons: 'Folkbokföringen och journalen, i dag, av sjuksköterskan' });
    expect([way.duty('LM-PATIENTINFO') !== null, lacking(way).includes(lack)]).toEqual([true, false]);
  });

  test.each(['declined', 'unreachable', 'senderUnknown'])('%s is no lawful way out', (reason) => {
    const way = injured('careInjury', true, false);
    expect(way.when({ type: 'ExplainNoFeedback', to: 'patient', what: 'answer', reason, reasons: 'x' }, mas).lacks()).toEqual(['ExplainNoFeedback.reason']);
  });
});
