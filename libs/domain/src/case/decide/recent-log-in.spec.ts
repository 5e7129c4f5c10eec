import { goTo } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import type { Actor } from '../../org/actor.js';
import { commandNamed } from '../commands.schema.js';
import { processes } from '../processes/index.js';

const longAgo = (actor: Actor): Actor => ({ ...actor, loggedInLongAgo: true });
const reported = () =>
  new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], noticedAt: '2026-03-01T20:00:00Z', what: 'Han låg kvar på golvet.' }, people.carer);
const decision = { type: 'DecideIvo', notify: 'yes', presenter: people.irregularityInvestigator.person, reasons: 'Larmet hade slutat fungera.' } as const;

describe('A decision on notification to IVO is taken from one who has logged in recently', () => {
  test('of all commands these ask it, and of the kinds of case those that can be notified', () => {
    const asking = Object.values(commandNamed).flatMap(({ name, asksLogInAgain }) =>
      asksLogInAgain === undefined ? [] : [`${name}: ${[...new Set(processes.filter(asksLogInAgain).map(({ kind }) => kind))].sort().join(' ')}`],
    );
    expect(asking.sort()).toEqual(['DecideIvo: lexMaria lexSarah', 'DecideOwnNotification: complaint deviation lexMaria lexSarah']);
  });

  test('another log-in makes it; one of long ago stores nothing, and is told so before anything else that is missing', () => {
    const way = goTo(reported(), 'ivoDecision');
    way.does(people.director, { type: 'AnswerConflict', answer: 'none' }, { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x' });
    expect(way.when({ ...decision, presenter: null }, longAgo(people.director)).refusal?.code).toBe('logInAgain');
    expect(way.types()).toEqual([]);
    expect(way.case.ivo).toBeNull();
    expect(way.when(decision, people.director).types()).toContain('IvoDecided');
  });

  test('one who may not decide is told that, and nothing of a log-in', () => {
    const way = goTo(reported(), 'ivoDecision');
    expect(way.when(decision, longAgo(people.irregularityInvestigator)).refusal?.code).toBe('notYours');
  });
});
