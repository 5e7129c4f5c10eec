import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { changeAspects } from '../codes/change-analyses.js';
import { uuidOf } from '../ids.js';
import { defaultSettings } from '../org/settings.js';
import { agenda } from './agenda.js';
import { changeAnalysisType } from './index.js';

const { manager, carer, otherManager, controller, director, system } = people;
const now = '2026-03-02T08:00:00.000Z';
const begun = (body: object = {}, actor = manager) =>
  new RecordScenario(changeAnalysisType, now).create({ unit: 'afs-norra', what: 'Ny planering av kvällspass', startsOn: '2026-05-04', ...body }, actor);
const judge = (aspect: string, verdict = 'none', text?: string) => ({ type: 'JudgeAspect', aspect, verdict, ...(text === undefined ? {} : { text }) });
const took = { type: 'NoteParticipation', participants: ['staff', 'union'], unions: 'collaborated' };
const decide = (decision = 'go', followUpOn: string | null = '2026-09-01') => ({ type: 'DecideChange', decision, reasons: 'Fler pass täcks.', followUpOn });
const risk = uuidOf('risk', 1);

function analysed() {
  const way = begun();
  way.seen.add(`risk/${risk}`);
  for (const { code } of changeAspects) way.does(manager, judge(code));
  return way.does(manager, took);
}
const steps = (way: ReturnType<typeof begun>) =>
  agenda(way.record, defaultSettings).map(({ do: what, at, toRole, about }) => [what, at.slice(0, 10), toRole, about]);

describe('The analysis of a planned change, as a record (SOSFS 2011:9, 5 kap. 1 §)', () => {
  test.each(changeAspects.map(({ code }) => code))('R-245 is not decided on while %s has not been judged', (missing) => {
    const way = begun().does(manager, took);
    for (const { code } of changeAspects) if (code !== missing) way.does(manager, judge(code));
    expect(way.when(manager, decide()).lacks()).toEqual(['DecideChange.decision']);
    way.does(manager, judge(missing)).does(manager, decide());
    expect(changeAnalysisType.facts(way.record)).toMatchObject({ status: 'decided', due: '2026-09-01', closed: false });
  });

  test('R-246 an aspect with risks says what may go wrong, one without says so outright; judged again, the later verdict stands', () => {
    const way = begun();
    expect(way.when(manager, judge('economy', 'risks')).lacks()).toEqual(['JudgeAspect.text']);
    way.does(manager, judge('economy')).does(manager, judge('economy', 'risks', 'Dubbla löner i två månader.'));
    expect(way.record.aspects).toEqual([{ aspect: 'economy', verdict: 'risks' }]);
    expect(JSON.stringify([way.record, changeAnalysisType.facts(way.record)])).not.toMatch(/löner|kvällspass/);
  });

  test('R-247 R-248 it is said who took part, and of the unions, before anybody decides', () => {
    const way = begun();
    for (const { code } of changeAspects) way.does(manager, judge(code));
    expect(way.when(manager, decide()).lacks()).toEqual(['DecideChange.decision']);
    expect(way.when(manager, { ...took, participants: [] }).lacks()).toEqual(['NoteParticipation.participants']);
    expect(changeAnalysisType.terms(way.does(manager, took).record)).toContainEqual({ term: 'Fackliga organisationer', text: 'Samverkan är gjord' });
  });

  test('a change with actions names the risks that they are against, and the risks show the analysis', () => {
    const way = analysed();
    expect(way.when(manager, decide('goWithActions')).lacks()).toEqual(['DecideChange.decision']);
    expect(begun().when(manager, { type: 'NameRisk', risk }).refusal?.code).toBe('unknownReference');
    way.does(manager, { type: 'NameRisk', risk });
    expect(way.when(manager, { type: 'NameRisk', risk }).lacks()).toEqual(['NameRisk.risk']);
    way.does(manager, decide('goWithActions'));
    expect(changeAnalysisType.facts(way.record).values['serves']).toEqual([`risk/${risk}`]);
  });

  test.each([
    ['a change that is made and never followed up', decide('go', null)],
    ['a day that has been', decide('go', '2026-03-02')],
    ['a day before the change begins', decide('go', '2026-05-03')],
    ['a day for what is not made', decide('stop')],
  ])('no decision has %s', (_what, command) => expect(analysed().when(manager, command).lacks()).toEqual(['DecideChange.followUpOn']));

  test('is made before the change begins', () => {
    expect(begun({ startsOn: '2026-03-01' }).lacks()).toEqual(['BeginAnalysis.startsOn']);
    expect(begun({ startsOn: '2026-03-02' }).lacks()).toEqual([]);
  });

  test('is reminded of a week before the change begins, then on the day of its follow-up, and of nothing once that is done', () => {
    const way = analysed();
    expect(steps(way)).toEqual([
      ['remind', '2026-04-27', 'enhetschef', 'decision'],
      ['escalate', '2026-05-05', 'avdelningschef', 'decision'],
    ]);
    way.does(manager, decide());
    expect(steps(way)).toEqual([
      ['remind', '2026-09-01', 'enhetschef', 'followUp'],
      ['escalate', '2026-09-09', 'avdelningschef', 'followUp'],
    ]);
    const [first] = agenda(way.record, defaultSettings);
    way.at('2026-09-01T08:00:00.000Z').does(system, { type: 'TakeStep', step: first?.id });
    way.does(controller, { type: 'FollowUpChange', result: 'partly', text: 'Två pass saknas.' });
    expect(steps(way)).toEqual([]);
    expect(changeAnalysisType.facts(way.record)).toMatchObject({ status: 'followedUp', due: null, closed: true });
  });

  test('what is not made, or is not planned any more, takes nothing after that', () => {
    const ends = [analysed().does(manager, decide('stop', null)), begun().does(manager, { type: 'EndAnalysis', reasons: 'Planen drogs tillbaka.' })];
    expect(ends.map((way) => [changeAnalysisType.facts(way.record).status, changeAnalysisType.facts(way.record).closed, steps(way)])).toEqual([
      ['stopped', true, []],
      ['ended', true, []],
    ]);
    for (const way of ends)
      for (const command of [judge('quality'), took, decide(), { type: 'FollowUpChange', result: 'no', text: 'Nej' }])
        expect(way.when(manager, command).refusal?.code).toBe('alreadyMet');
  });

  test('is decided on by a chief alone, analysed by those who assess risks, and read by all who work there', () => {
    expect(analysed().when(controller, decide()).refusal?.code).toBe('notYours');
    expect(begun({}, carer).refusal?.code).toBe('notYours');
    const way = begun();
    expect([carer, manager, director].map((who) => way.sees(who))).toEqual([true, true, true]);
    expect(way.sees(otherManager)).toBe(false);
    expect(way.when(carer, took).refusal?.code).toBe('notYours');
  });
});
