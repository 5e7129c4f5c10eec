import { people, Scenario } from '../../../../../test/support/scenario.js';
import { reportCase } from '../commands.schema.js';

const { anonymous, carer, manager, mas, registrar } = people;
const letter = (more: object = {}) => ({ type: 'RecordAuthorityRequest', from: 'patientsCommittee', letterOn: '2026-02-27', ...more });
const care = { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent', deviationType: 'fall' };
const raised = (more: object = {}) => ({ type: 'ConvertCase', to: 'lexMaria', reasons: 'Hon bröt höften och opererades.', ...more });
const open = (way: Scenario, rule: string) =>
  way.case.duties.filter((duty) => duty.rule === rule && duty.closed === null).map(({ dueAt }) => dueAt?.slice(0, 10));

describe('A report and the commands that follow it in the same transaction', () => {
  test('a letter of the patientnämnd is registered with its number and the day that it names', () => {
    const way = new Scenario().report({ channel: 'viaPatientsCommittee', followedBy: [letter({ theirNumber: 'PN 2026/12', dueOn: '2026-03-20' })] }, registrar);
    expect([way.refusal, open(way, 'PN-BISTA')]).toEqual([null, ['2026-03-20']]);
    expect(way.log.map(({ type }) => type)).toContain('AuthorityAsked');
  });

  test('another authority’s day is kept in the same way, and the case does not close before it is answered', () => {
    const way = new Scenario().report({ followedBy: [letter({ from: 'other', dueOn: '2026-03-20' })] }, registrar);
    expect(open(way, 'MYND-SVAR')).toEqual(['2026-03-20']);
    way.does(registrar, { type: 'AnswerAuthority' });
    expect(open(way, 'MYND-SVAR')).toEqual([]);
  });

  test('MAS reports what becomes a lex Maria at once: a deviation under HSL, and its lex Maria', () => {
    const way = new Scenario().report({ ...care, followedBy: [raised()] }, mas);
    expect(way.refusal).toBeNull();
    expect(way.case.lineage.convertedTo).toMatchObject([{ to: 'lexMaria', child: way.children[0]?.id }]);
    expect(way.children[0]).toMatchObject({ desc: { kind: 'lexMaria', incidentId: way.case.desc.incidentId } });
  });

  test('in two parts the first is followed, and the new case is neither of the two', () => {
    const way = new Scenario().report({ ...care, lawAreas: ['HSL', 'SoL'], followedBy: [raised()] }, mas);
    expect(way.refusal).toBeNull();
    expect(way.children.map(({ desc }) => desc.kind)).toEqual(['deviation', 'lexMaria']);
    expect(new Set([way.case.id, ...way.children.map(({ id }) => id)]).size).toBe(3);
  });

  test.each([
    ['one who may not raise it', care, raised(), carer, 'notYours'],
    ['the unit’s manager', care, raised(), manager, 'notYours'],
    ['a carer who registers a letter', {}, letter(), carer, 'notYours'],
    ['the public', { source: undefined }, letter(), anonymous, 'needsLogin'],
    ['one who asks not to be named', { ...care, anonymous: true }, raised(), mas, 'needsLogin'],
    ['a letter about a deviation', care, letter(), mas, 'incomplete'],
    ['a complaint made a lex Maria', { lawAreas: ['HSL'] }, raised(), mas, 'incomplete'],
    ['a day for the answer before the letter’s', {}, letter({ dueOn: '2026-02-01' }), registrar, 'incomplete'],
    ['a letter of tomorrow', {}, letter({ letterOn: '2026-03-03' }), registrar, 'incomplete'],
  ])('is refused as the command is when it is sent alone, and nothing is stored: %s', (_, body, followed, actor, code) => {
    const way = new Scenario().report({ ...body, followedBy: [followed] }, actor);
    expect([way.refusal?.code, way.state.exists, way.log]).toEqual([code, false, []]);
  });

  test('no other command follows a report', () => {
    const body = { kind: 'complaint', opinionType: 'complaint', what: 'x', followedBy: [{ type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'x' }] };
    expect(reportCase.safeParse(body).error?.issues.map(({ path }) => path.join('.'))).toEqual(['followedBy.0.type']);
  });
});
