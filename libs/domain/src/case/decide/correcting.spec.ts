import { organisation, people, Scenario } from '../../../../../test/support/scenario.js';
import { Organisation } from '../../org/units.js';
import { agenda, ownerRole } from '../agenda.js';

const { manager, divisionHead, director, registrar } = people;
const correct = (set: Record<string, unknown>) => ({ type: 'CorrectCase', set, why: 'wrongFromStart', reasons: 'Fel från början.' }) as const;
const move = (unit: string, why: 'wrongUnit' | 'disputeSettled' | 'reorganisation' | 'takenOver') =>
  ({ type: 'MoveToUnit', unit, why, reasons: 'Skäl.' }) as const;

describe('Correcting what was stated', () => {
  test('a corrected unit is corrected in the figures too: unit_then follows', () => {
    const way = new Scenario().report().does(registrar, correct({ unit: 'afs-sodra' }));
    expect(way.case).toMatchObject({ receipt: { unitThen: 'afs-sodra' }, desc: { unit: 'afs-sodra' } });
  });

  test('a corrected day of receipt moves every date that runs from it, each by an event that says old and new', () => {
    const way = new Scenario('2026-03-10T08:00:00.000Z').report({ receivedAt: '2026-03-09T08:00:00Z' });
    way.does(registrar, correct({ receivedAt: '2026-03-02T08:00:00Z' }));
    const moved = way.last.filter((event) => event.type === 'DeadlineRecalculated').map((event) => event.open);
    expect(moved).toHaveLength(3);
    expect(moved.find((open) => open.id.startsWith('LOK-KLAG-SVAR'))).toMatchObject({
      old: '2026-03-23T22:59:59.000Z',
      new: '2026-03-16T22:59:59.000Z',
      why: 'start',
    });
    expect(way.duty('LOK-KLAG-SVAR')).toMatchObject({ startedAt: '2026-03-02T08:00:00.000Z', dueAt: '2026-03-16T22:59:59.000Z', recalculated: 1 });
  });

  test('a duty that has been met keeps the dates it was met under', () => {
    const way = new Scenario('2026-03-10T08:00:00.000Z')
      .report({ receivedAt: '2026-03-09T08:00:00Z' })
      .does(manager, { type: 'GiveFeedback', what: 'confirmation', method: 'phone' }, correct({ receivedAt: '2026-03-02T08:00:00Z' }));
    expect(way.case.duties.find((duty) => duty.rule === 'LOK-KLAG-BEKRAFTA')?.startedAt).toBe('2026-03-09T08:00:00.000Z');
  });

  test.each([
    [{ receivedAt: '2026-04-01T08:00:00Z' }, 'Mottaget datum kan inte ligga i framtiden'],
    [{ receivedAt: '1998-04-01T08:00:00Z' }, 'Mottaget datum ligger för långt tillbaka'],
    [{ unit: 'no-such-unit' }, 'Enheten fanns inte den dag ärendet togs emot'],
    [{ source: 'local' }, 'Ange vilken av avdelningens egna källor det är'],
    [{ source: 'local', sourceName: '19121212-1212' }, 'Fältet får inte innehålla personnummer, telefonnummer eller adress'],
    [{ occurredAt: '2026-04-01T08:00:00Z' }, 'Händelsen kan inte ligga i framtiden'],
    [{}, 'Ange vad som ska rättas'],
  ])('%j is turned down: %s', (set, text) => {
    expect(new Scenario().report().when(correct(set)).said()).toContain(text);
  });

  test('an old lack does not stop the mending of another field, and what is already so is no event', () => {
    const way = new Scenario().report();
    way.state = { ...way.case, desc: { ...way.case.desc, categories: ['other'], categoryOther: null } };
    expect(way.does(manager, correct({ concernsChild: true })).types()).toEqual(['CaseCorrected']);
    expect(way.does(manager, correct({ concernsChild: true })).types()).toEqual([]);
  });

  test('a closed case is still put right, with its reasons; its duties rest', () => {
    const way = new Scenario('2026-03-10T08:00:00.000Z')
      .report({ receivedAt: '2026-03-09T08:00:00Z' })
      .advanceTo('closed')
      .does(registrar, correct({ receivedAt: '2026-03-06T08:00:00Z' }));
    expect(way.types()).toEqual(['CaseCorrected']);
  });
});

describe('A patient’s complaint stands under the patient safety act as soon as it is known to be one (PSL 3 kap. 8 b §)', () => {
  test('classified under HSL, the local rule gives way to PSL’s, from the same day', () => {
    const way = new Scenario()
      .report({ source: 'relative' })
      .later(3)
      .does(manager, { type: 'ClassifyCase', lawAreas: ['HSL'] });
    expect(way.ended('LOK-KLAG-SVAR')).toMatchObject({ as: 'withdrawn', reason: 'noLongerApplies' });
    expect(way.duty('HSL-KLAG-SVAR')).toMatchObject({ startedAt: '2026-03-02T08:00:00.000Z', basis: 'law', type: 'promptness', dueAt: null });
    // What PSL lays on the municipality is not classified away: a chief corrects it, with reasons.
    expect(way.when({ type: 'ClassifyCase', lawAreas: ['SoL'] }).refusal?.code).toBe('statutoryDutyOpen');
    way.does(manager, { type: 'CorrectCase', set: { lawAreas: ['SoL'] }, why: 'wrongFromStart', reasons: 'Det gällde hemtjänsten.' });
    expect(way.duty('HSL-KLAG-SVAR')).toBeNull();
    expect(way.duty('LOK-KLAG-SVAR')).not.toBeNull();
  });

  test('an answer that has been given is not owed again under the other rule', () => {
    const way = new Scenario().report().does(manager, { type: 'GiveFeedback', what: 'answer', method: 'phone' }, { type: 'ClassifyCase', lawAreas: ['HSL'] });
    expect(way.case.duties.filter((duty) => duty.rule === 'HSL-KLAG-SVAR')).toEqual([]);
  });

  test('in a case opened again the clock of the answer goes on from the reopening, not from the receipt', () => {
    const way = new Scenario().report().advanceTo('closed').later(90).does(divisionHead, { type: 'ReopenCase', reason: 'newFacts', text: 'x' });
    const reopened = way.now;
    way.later(1).does(manager, { type: 'ClassifyCase', lawAreas: ['HSL'] });
    expect(way.duty('HSL-KLAG-SVAR')?.startedAt).toBe(reopened);
  });

  test('R-010 what came through IVO is a patient’s by the sender behind it', () => {
    const way = new Scenario().report({ source: 'viaIvo', senderBehind: 'relative', lawAreas: ['HSL'] });
    expect(way.duty('HSL-KLAG-SVAR')).not.toBeNull();
  });
});

describe('Moving to another unit (R-083, R-151)', () => {
  test.each([
    ['wrongUnit', 'afs-sodra', director],
    ['disputeSettled', 'afs-sodra', divisionHead],
    ['reorganisation', 'afs-norra', manager],
    ['takenOver', 'afs-norra', manager],
  ] as const)('%s leaves unit_then at %s', (why, unitThen, actor) => {
    expect(new Scenario().report().does(actor, move('afs-sodra', why)).case).toMatchObject({ receipt: { unitThen }, desc: { unit: 'afs-sodra' } });
  });

  test('a case without a unit is placed: nothing was counted elsewhere, whatever the reason given', () => {
    expect(new Scenario().report({ unit: null }).does(director, move('afs-sodra', 'takenOver')).case.receipt.unitThen).toBe('afs-sodra');
  });

  test('AC-38 a dispute is settled by a manager over both units, and the case has one owner afterwards', () => {
    const way = new Scenario().report().advanceTo('investigating');
    expect(way.when(move('afs-sodra', 'disputeSettled'), manager).said()).toContain('En oenighet avgörs av en chef över båda enheterna');
    expect(way.when(move('iof-barn', 'disputeSettled'), divisionHead).refusal?.status).toBe(403);
    way.does(divisionHead, move('afs-sodra', 'disputeSettled'));
    expect(way.case.handler).toBeNull();
    expect(way.case.duties.filter((duty) => duty.closed === null).every((duty) => duty.owner === `${ownerRole(duty)}@afs-sodra`)).toBe(true);
    expect(way.when({ type: 'AddToCase', by: 'staff', text: 'x' }, manager).refusal?.code).toBe('notFound');
    expect(way.when({ type: 'AdvanceCase', to: 'assessing' }, people.otherManager).lacks()).toContain('AssignCase.person');
  });

  test('a reorganisation takes the handler along', () => {
    expect(new Scenario().report().advanceTo('investigating').does(manager, move('afs-sodra', 'reorganisation')).case.handler?.person).toBe(manager.person);
  });

  test('a mistake is mended to a unit of the day received, a takeover to a unit of today; a reason of another kind is not a reason to move', () => {
    expect(new Scenario().report().when(move('no-such-unit', 'wrongUnit')).refusal?.code).toBe('unitNotValid');
    expect(() => new Scenario().report().when({ ...move('afs-sodra', 'wrongUnit'), why: 'newFacts' } as never)).toThrow();
  });

  test('actions that wait go with the case, those that are done stay where they were', () => {
    const plan = { type: 'PlanAction', area: 'routines', horizon: 'shortTerm', dueAt: '2026-04-01T08:00:00Z', what: 'x', howJudged: 'y' } as const;
    const way = new Scenario().report().does(manager, plan, plan);
    way.does(
      manager,
      { type: 'JudgeEffect', actionId: way.case.remedy.actions[0]?.actionId as string, effect: 'yes', evidence: 'Ja.' },
      move('afs-sodra', 'wrongUnit'),
    );
    expect(way.case.remedy.actions.map((action) => action.owner)).toEqual(['enhetschef@afs-norra', 'enhetschef@afs-sodra']);
  });
});

describe('R-082 a reorganisation hides no case and leaves none without a manager', () => {
  const rows = organisation.at('2026-03-02');
  const ended = (successor: string | null) =>
    new Organisation(rows.map((row) => (row.code === 'afs-norra' ? { ...row, validTo: '2026-04-01', successor } : row)));

  test('when the unit ends, those over its successor see and handle its cases', () => {
    const way = new Scenario('2026-03-02T08:00:00.000Z', ended('afs-sodra')).report().later(60);
    expect(way.when({ type: 'ClassifyCase', categories: ['treatment'] }, people.otherManager).refusal).toBeNull();
    expect(way.when({ type: 'ClassifyCase', categories: ['equipment'] }, divisionHead).refusal).toBeNull();
    expect(agenda(way.case).length).toBeGreaterThan(0);
  });

  test('without a successor the board’s people place it anew', () => {
    const way = new Scenario('2026-03-02T08:00:00.000Z', ended(null)).report().later(60);
    expect(way.when(move('afs-sodra', 'reorganisation'), people.otherManager).refusal?.code).toBe('notFound');
    expect(way.when(move('afs-sodra', 'reorganisation'), registrar).refusal).toBeNull();
  });
});
