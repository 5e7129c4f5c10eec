import { byWhoMay, goTo, type Mends } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { investigationPoints } from '../../codes/investigation.js';
import { ruleAt } from '../../law/regulation.js';
import { processOf } from '../processes/index.js';
import { takenIn } from './report.js';
import { lacksToAdvance } from './stages.js';

const { carer, manager, director, sas, irregularityInvestigator: investigator, anonymous } = people;
const reported = (body: Record<string, unknown> = {}, actor = carer, now?: string) =>
  new Scenario(now).report({ kind: 'lexSarah', lawAreas: ['SoL'], noticedAt: '2026-03-01T20:00:00Z', what: 'Han låg kvar på golvet.', ...body }, actor);
const outcome = (code: string): Mends => ({ 'DecideOutcome.outcome': () => ({ type: 'DecideOutcome', outcome: code, reasons: 'x' }) });
const lacking = (way: Scenario) => lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ text }) => text);

describe('A lex Sarah report is taken in (R-085, docs/law/lex-sarah.md#who-decides)', () => {
  test('R-018 by anybody in the staff: the reporter has a receipt, the first assessment is owed within a working day, what is found is remedied at once', () => {
    const way = reported();
    expect(way.case).toMatchObject({ stage: 'received', receipt: { reporter: carer.person }, desc: { process: 'lexSarah@1' } });
    expect(way.case.contact.feedback).toMatchObject([{ to: 'reporter', what: 'confirmation', given: true }]);
    expect(way.duty('LOK-LS-BEDOM')?.dueAt).toBe('2026-03-03T22:59:59.000Z');
    expect(way.duty('LS-AVHJALP-SOL')).toMatchObject({ dueAt: null, type: 'promptness', startedAt: way.case.desc.receivedAt });
  });

  test('without a name it is never refused: a deviation, words kept, to be settled the same day (docs/law/lex-sarah.md#reports-without-a-name)', () => {
    for (const [body, actor] of [
      [{ anonymous: true }, carer],
      [{}, anonymous],
    ] as const) {
      const way = reported(body, actor);
      expect(way.case).toMatchObject({ receipt: { reportedAs: 'lexSarah', reporter: null }, desc: { kind: 'deviation', lawAreas: ['SoL'] } });
      expect(way.duty('LOK-AVV-SAMMADAG')?.dueAt).toBe('2026-03-02T22:59:59.000Z');
      expect(way.log[0]?.sealed).toMatchObject({ what: 'Han låg kvar på golvet.' });
    }
    expect(takenIn({ kind: 'lexSarah', anonymous: true, what: 'x', unit: null, handledAtOnce: false }, carer).takenInAs).toBe('deviation');
  });

  test('it is never handled at once, named or not (docs/law/lex-sarah.md#reports-without-a-name)', () => {
    const done = { handledAtOnce: true, immediateActions: 'Vi bad om ursäkt.' };
    expect(reported(done).said()).toContain('Det här slaget av ärende utreds alltid, och kan inte avslutas direkt');
    expect(reported({ ...done, anonymous: true }).said()).toContain(
      'En anonym rapport kan inte avslutas direkt. Rapportera i eget namn, eller låt den utredas',
    );
    const way = reported({ anonymous: true }).when({ type: 'CloseAtOnce', toldOnTheSpot: false, whatWasDone: 'x' });
    expect(way.said()).toContain(
      'Svara först på om det kan vara ett missförhållande (SoL 27 kap. 5 §, LSS 24 e §). Bara SAS, utredaren eller den som beslutar kan svara nej, med skäl',
    );
    expect(reported().when({ type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'x' }, director).refusal).not.toBeNull();
  });

  test('R-306 it waits until the danger is remedied, the case has its number in the diary, and somebody free of conflict carries it', () => {
    expect(lacking(reported())).toEqual([
      'Ange vem som berörs: en enskild, en grupp, eller ingen enskild',
      'För in vad som gjordes genast, under punkten Åtgärder',
      'Ge ärendet ett diarienummer (OSL 5 kap. 1 §)',
      'Svara på frågorna om missförhållande och vårdskada',
      'Svara på om det är allvarligt eller en påtaglig risk för något allvarligt',
      'Utse vem som handlägger',
      'Handläggaren ska svara på frågan om jäv',
    ]);
  });

  test('the unit’s own manager neither carries it, judges it nor puts it down (docs/law/lex-sarah.md#who-decides)', () => {
    const way = goTo(reported(), 'investigating');
    const no = (command: Parameters<Scenario['when']>[0]) =>
      expect([command.type, way.when(command, manager).refusal?.code]).toEqual([command.type, 'notYours']);
    no({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x' });
    no({ type: 'AdvanceCase', to: 'assessing' });
    no({ type: 'ProposeOutcome', outcome: 'noIrregularity', reasons: 'x' });
    no({ type: 'ConvertCase', to: 'deviation', why: 'downgraded', reasons: 'x' });
  });
});

describe('The law that is cited is that of the day and of the law area (docs/law/lex-sarah.md#law-by-date)', () => {
  test.each([
    ['SoL', '2025-06-30T08:00:00.000Z', 'LS-AVHJALP-SOL', 'utan dröjsmål', '14 kap. 6 §'],
    ['SoL', '2025-07-01T08:00:00.000Z', 'LS-AVHJALP-SOL', 'genast', '27 kap. 5 §'],
    ['LSS', '2026-03-02T08:00:00.000Z', 'LS-AVHJALP-LSS', 'utan dröjsmål', '24 e §'],
    ['LVU', '2026-03-02T08:00:00.000Z', 'LS-AVHJALP-SOL', 'genast', '27 kap. 5 §'],
  ])('R-086 %s on %s: %s, “%s”, %s', (law, now, rule, wording, paragraph) => {
    const way = reported({ lawAreas: [law], noticedAt: now }, carer, now);
    const duty = way.duty(rule);
    const row = ruleAt(rule, now.slice(0, 10));
    expect([duty?.ruleVersion, row.wording, row.law.includes(paragraph)]).toEqual([row.version, wording, true]);
    const other = rule === 'LS-AVHJALP-SOL' ? 'LS-AVHJALP-LSS' : 'LS-AVHJALP-SOL';
    expect(way.duty(other)).toBeNull();
  });

  test('both SoL and LSS: SoL’s sharper word', () => {
    expect(reported({ lawAreas: ['LSS', 'SoL'] }).duty('LS-AVHJALP-SOL')).not.toBeNull();
  });

  test('a duty that is unfinished at the switch opens under the law of its trigger and rests on the new one from then, by an event', () => {
    const way = reported({ noticedAt: '2025-06-30T07:00:00Z' }, carer, '2025-06-30T08:00:00.000Z').later(20);
    const [old] = [way.duty('LS-AVHJALP-SOL')];
    expect(old?.ruleVersion).toBe(1);
    const events = way.when({ type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'yes' }, sas).last;
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'DeadlineRecalculated', open: expect.objectContaining({ id: old?.id, why: 'law', ruleVersion: 2 }) }),
    );
    expect([way.duty('LS-AVHJALP-SOL')?.id, way.duty('LS-AVHJALP-SOL')?.ruleVersion, way.duty('LS-AVHJALP-SOL')?.startedAt]).toEqual([
      old?.id,
      2,
      old?.startedAt,
    ]);
    expect(way.duty('LS-ANMALAN-SOL')?.ruleVersion).toBe(2);
    // Moved once: the next command has nothing more to say of it.
    expect(way.when({ type: 'AddToCase', by: 'staff', text: 'x' }, sas).types()).toEqual(['AddendumMade']);
  });

  test('a report of before the switch that is registered after it: opened under the old wording, and moved at once', () => {
    const way = reported({ noticedAt: '2025-06-20T07:00:00Z', receivedAt: '2025-06-21T08:00:00Z' }, carer, '2026-03-02T08:00:00.000Z');
    expect([way.duty('LS-AVHJALP-SOL')?.ruleVersion, way.duty('LS-AVHJALP-SOL')?.recalculated]).toEqual([2, 1]);
  });
});

describe('The nine points of the investigation (docs/law/lex-sarah.md#investigation)', () => {
  test('each that is missing is named, and goes when it is entered; nothing is overwritten', () => {
    const way = goTo(reported(), 'investigating');
    const entered = investigationPoints.filter(({ code }) => !['general', 'causes', 'decision', 'measures'].includes(code));
    expect(lacking(way).filter((text) => text.startsWith('Utredningen saknar'))).toEqual(entered.map(({ label }) => `Utredningen saknar: ${label}`));
    for (const { code, label } of entered) {
      way.does(investigator, { type: 'MakeEntry', nature: 'fact', by: 'staff', point: code, text: 'x' });
      expect(lacking(way)).not.toContain(`Utredningen saknar: ${label}`);
    }
    expect(lacking(way)).toContain('Ange minst en orsak, eller att ingen brist har funnits');
    const first = way.case.investigation.entries[0];
    way.does(investigator, { type: 'MakeEntry', nature: 'fact', by: 'staff', point: first?.point, replaces: first?.id, text: 'Rättat.' });
    expect(way.case.investigation.entries.find((row) => row.id === first?.id)).toMatchObject({ replaced: true });
  });

  test('an entry says who, by which title, fact or judgement, and from whom', () => {
    const way = goTo(reported(), 'investigating').does(investigator, { type: 'MakeEntry', nature: 'judgement', by: 'staff', point: 'noticed', text: 'x' });
    expect(way.last[0]?.open).toMatchObject({ nature: 'judgement', by: 'staff', byRole: 'medarbetare', point: 'noticed' });
  });

  test('a short investigation that finds no deficiency needs no cause, but every point (IVO)', () => {
    const way = goTo(reported(), 'assessing', {
      FindCause: () => ({ type: 'CompleteInvestigation', noDeficiency: true, similarBefore: false }),
      ProposeOutcome: () => ({ type: 'ProposeOutcome', outcome: 'noIrregularity', reasons: 'x' }),
    });
    expect(way.case.investigation.causes).toEqual([]);
    expect(goTo(way, 'closed', outcome('noIrregularity')).case.end?.reason).toBe('noDeficiency');
  });

  test('R-054 a child’s own voice is heard, or it is said why not (SoL 3 kap. 1–3 §§)', () => {
    for (const child of [{ concernsChild: true }, { affectedAgeBand: '0-17' }]) {
      const way = goTo(reported(child), 'investigating').does(investigator, { type: 'HearParty', party: 'relative', result: 'heard' });
      expect(lacking(way)).toContain('Hör barnet självt, eller skriv varför det inte har gått');
      way.when({ type: 'HearParty', party: 'individual', result: 'notPossible' }, investigator);
      expect(way.said()).toContain('Ange varför det inte gick att höra personen');
      way.does(investigator, { type: 'HearParty', party: 'individual', result: 'notPossible', reason: 'childAgeAndMaturity' });
      expect(lacking(way)).not.toContain('Hör barnet självt, eller skriv varför det inte har gått');
    }
  });

  test('every serious cause has an action or a reason, every action a cause (RiR 2023:4)', () => {
    const way = goTo(reported(), 'assessing', {
      FindCause: () => ({ type: 'FindCause', area: 'routines', level: 'unit', serious: true, text: 'x' }),
    });
    expect(lacking(way)).toContain('En allvarlig orsak saknar åtgärd. Planera en, eller motivera varför ingen behövs');
    way.does(investigator, { type: 'PlanAction', area: 'routines', horizon: 'longTerm', dueAt: '2026-09-01T08:00:00Z', what: 'x', howJudged: 'x' });
    expect(lacking(way)).toContain('Ange vilken orsak varje åtgärd ska ta bort');
    way.does(investigator, {
      type: 'ChangeAction',
      actionId: way.case.remedy.actions[0]?.actionId,
      status: 'planned',
      causes: [way.case.investigation.causes[0]?.causeId],
    });
    expect(lacking(way)).toEqual(['Utredaren ska föreslå en bedömning, med skäl']);
    way.does(investigator, { type: 'WithdrawCause', causeId: way.case.investigation.causes[0]?.causeId as string, text: 'x' });
    way.does(investigator, { type: 'FindCause', area: 'routines', level: 'unit', text: 'En annan.' });
    expect(lacking(way)).toContain('Ange vilken orsak varje åtgärd ska ta bort');
  });
});

describe('The answer (R-200, R-201)', () => {
  test('AC-39 the reporter, the one concerned, the staff and the nämnd are told before follow-up', () => {
    const way = goTo(reported(), 'feedback');
    expect(lacking(way)).toEqual([
      'Återkoppla till den som rapporterade',
      'Berätta för den enskilde eller närstående vad som kom fram, eller ange varför det inte går',
      'Återkoppla till personalgruppen',
      'Anmäl ärendet till nämnden för kännedom',
    ]);
    expect(
      byWhoMay(way, { type: 'GiveFeedback', to: 'reporter', what: 'answer', method: 'inSystem' })
        .does(carer, { type: 'ReplyAsReporter', answered: 'partly' })
        .types(),
    ).toEqual(['ReporterReplied']);
  });

  test('AC-41 it stays in follow-up until each action’s effect is judged', () => {
    const way = goTo(reported(), 'followUp');
    expect(way.when({ type: 'AdvanceCase', to: 'closed' }, sas).lacks()).toEqual(['JudgeEffect.effect']);
  });
});
