import type { RecordedEvent } from '#event-store/event-store';
import { people, Scenario } from '../../../test/support/scenario.js';
import { compose } from './compose.js';
import type { Notice } from './notice.js';
import { noticesOf } from './notices-of.js';

/** The notices of the last event of a case, with all the scenario's people holding their posts. */
function toldBy(way: Scenario, actor: keyof typeof people): readonly Notice[] {
  const event = way.last.find(({ type }) => ['TriageAnswered', 'SecondAsked', 'SecondAnswered'].includes(type));
  if (event === undefined) throw new Error('nothing was assessed');
  const holders = Object.entries(people).flatMap(([name, { person, posts }]) =>
    person === null ? [] : [{ id: person, login: name, name, email: `${name}@kommun.example`, posts }],
  );
  const recorded = { ...event, eventId: '0e7b0a52-3c55-4c39-8d7e-0a36a8a3d1f1', actor: `person:${people[actor].person}` } as unknown as RecordedEvent;
  return noticesOf(recorded, way.case, { people: holders, organisation: way.units, today: '2026-03-02' });
}
type Said = 'yes' | 'unsure' | 'no';
interface Answers {
  readonly irregularity: Said;
  readonly careInjury: Said;
  readonly danger: Said;
}
const triaged = (kind: 'complaint' | 'deviation', lawAreas: readonly string[] | null, answers: Answers, actor: keyof typeof people) => {
  const body = kind === 'complaint' ? {} : { kind, deviationType: 'fall' };
  const way = new Scenario().report({ ...body, ...(lawAreas === null ? {} : { lawAreas }) }, kind === 'complaint' ? people.registrar : people.carer);
  return toldBy(way.does(people[actor], { type: 'AnswerTriage', ...answers, reasons: 'x' }), actor);
};
const rolesTold = (...given: Parameters<typeof triaged>) => triaged(...given).map(({ recipient, toRole }) => [recipient, toRole]);
const no = { irregularity: 'no', careInjury: 'no', danger: 'no' } as const;
const [sas, mas] = [
  [people.sas.person, 'sas'],
  [people.mas.person, 'mas'],
];

describe.each(['complaint', 'deviation'] as const)('The first assessment of a %s is sent at once', (kind) => {
  test.each(['yes', 'unsure'] as const)('SAS of an irregularity, MAS of a care injury, both of both (%s; SoL 27 kap. 5 §, PSL 3 kap. 3 §)', (said) => {
    for (const laws of [null, ['SoL'], ['HSL']]) {
      expect(rolesTold(kind, laws, { ...no, irregularity: said }, 'operationsHead')).toEqual([sas]);
      expect(rolesTold(kind, laws, { ...no, careInjury: said }, 'operationsHead')).toEqual([mas]);
      expect(rolesTold(kind, laws, { ...no, irregularity: said, careInjury: said }, 'operationsHead')).toEqual([sas, mas]);
    }
  });

  test.each(['yes', 'unsure'] as const)('for a danger to the one whose law it is, and to both where no law is stated (%s)', (danger) => {
    expect(rolesTold(kind, ['SoL'], { ...no, danger }, 'operationsHead')).toEqual([sas]);
    expect(rolesTold(kind, ['LSS'], { ...no, danger }, 'operationsHead')).toEqual([sas]);
    expect(rolesTold(kind, ['HSL'], { ...no, danger }, 'operationsHead')).toEqual([mas]);
    // A deviation under two laws is two cases from the beginning, one law each.
    if (kind === 'complaint') expect(rolesTold(kind, ['SoL', 'HSL'], { ...no, danger }, 'operationsHead')).toEqual([sas, mas]);
    expect(rolesTold(kind, null, { ...no, danger }, 'operationsHead')).toEqual([sas, mas]);
  });

  test('to nobody where it says no to all, and never to the one who has just given it', () => {
    expect(triaged(kind, ['SoL'], no, 'operationsHead')).toEqual([]);
    expect(rolesTold(kind, ['SoL'], { ...no, irregularity: 'yes', careInjury: 'yes' }, 'sas')).toEqual([mas]);
  });
});

test('one with a conflict of interest gets no notice of a suspicion: the next chief does', () => {
  const way = new Scenario()
    .report({ lawAreas: ['SoL'] })
    .does(people.registrar, { type: 'AnswerConflict', answer: 'conflict', person: people.sas.person, ground: 'relation' });
  way.does(people.operationsHead, { type: 'AnswerTriage', ...no, irregularity: 'yes', reasons: 'x' });
  expect(toldBy(way, 'operationsHead').map(({ recipient }) => recipient)).toEqual([people.director.person]);
});

test('a suspicion is a mail of its own, at once, without a name or a word of the case', () => {
  const [notice] = triaged('complaint', ['SoL'], { ...no, irregularity: 'unsure' }, 'operationsHead');
  expect(notice?.urgent).toBe(true);
  const { subject, text } = compose([notice as Notice], 'https://gensvar.example');
  expect(subject).toMatch(/^Bedöm i dag: KLA-2026-\d{4}$/);
  expect(text).toContain('https://gensvar.example/arende/');
  for (const secret of ['Hemtjänst', 'Norra', 'inte kom', 'Socialnämnden']) expect(text).not.toContain(secret);
});

test('the second person who is asked to confirm gets a notice at once, and the one who asked gets the answer; no word of the case is in either', () => {
  const way = new Scenario()
    .report()
    .does(people.registrar, { type: 'CancelCase', reason: 'wronglyRegistered', second: people.manager.person, text: 'Hemligt.' });
  const asked = toldBy(way, 'registrar');
  expect(asked.map(({ kind, recipient, urgent }) => [kind, recipient, urgent])).toEqual([['second', people.manager.person, true]]);
  const { text } = compose(asked, 'https://gensvar.example');
  expect(text).toContain('bekräfta ett beslut');
  expect(text).not.toContain('Hemligt');
  way.confirms(people.divisionHead);
  expect(toldBy(way, 'divisionHead').map(({ kind, recipient }) => [kind, recipient])).toEqual([['secondAnswered', people.registrar.person]]);
});
