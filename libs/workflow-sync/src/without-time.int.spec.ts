import { agenda } from '#domain/case/agenda';
import { typesOf } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { people } from '../../../test/support/scenario.js';
import { does, reported, stateOf, walk } from '../../../test/support/walk.js';

let core: Awaited<ReturnType<typeof freshCore>>;
beforeAll(async () => {
  core = await freshCore();
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

/** What only time does; everything else is decided by people through the door for commands. */
const byTime = ['ReceiptDue', 'ReminderDue', 'Escalated', 'EffectAsked'];

describe('With conductor and worker off', () => {
  test('AC-24 a whole case is handled, sent back, closed, reopened and closed; missing are receipt, reminders, escalation, the question of effect and the ending of the workflow', async () => {
    const id = await reported(core, { answer: { by: 'email', to: 'nagon@example.org' } });
    await core.clock.advance(30 * 86_400_000);
    expect(agenda(await stateOf(core, id)).map((item) => item.do)).toEqual(expect.arrayContaining(['sendReceipt', 'remind', 'escalate']));
    await walk(core, id, 'assessing');
    await does(core, id, { type: 'SendBack', to: 'investigating', reasons: 'Mer behöver utredas.' });
    await does(core, id, { type: 'CompleteInvestigation' }).catch(() => undefined);
    await walk(core, id, 'followUp');
    await core.clock.advance(200 * 86_400_000);
    expect(agenda(await stateOf(core, id)).map((item) => item.do)).toContain('askEffect');
    await walk(core, id, 'closed');
    await does(core, id, { type: 'ReopenCase', reason: 'happenedAgain', text: 'Det hände igen.' }, people.divisionHead);
    await walk(core, id, 'closed');

    const types = await typesOf(core, id);
    // Missing, and nothing else:
    expect(types.filter((type) => byTime.includes(type))).toEqual([]);
    // The receipt by mail has not gone: a person has confirmed by phone instead.
    const confirmations = (await core.store.load(`case/${id}`)).filter((event) => event.type === 'FeedbackGiven' && event.open['what'] === 'confirmation');
    expect(confirmations.map((event) => event.open['method'])).toEqual(['phone']);
    expect(await core.database.query('SELECT FROM store.notice')).toEqual([]);
    expect(await core.database.query('SELECT FROM store.waiting')).toEqual([]);
    // Everything else is there: each stage, each duty with its end, the actions judged, closed twice.
    const state = await stateOf(core, id);
    expect(state.stage).toBe('closed');
    expect(state.progress.reopenings.length).toBe(1);
    expect(state.duties.length).toBeGreaterThan(5);
    expect(state.duties.filter((duty) => duty.closed === null)).toEqual([]);
    expect(state.remedy.actions.every((action) => action.effect !== null)).toBe(true);
    const stages = (await core.store.load(`case/${id}`)).filter((event) => event.type === 'StageEntered').map((event) => event.open['stage']);
    expect(stages).toEqual([
      'received',
      'investigating',
      'assessing',
      'investigating',
      'assessing',
      'ivoDecision',
      'feedback',
      'followUp',
      'closed',
      'assessing',
      'ivoDecision',
      'feedback',
      'followUp',
      'closed',
    ]);
  }, 60_000);
});
