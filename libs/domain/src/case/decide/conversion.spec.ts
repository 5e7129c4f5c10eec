import { byWhoMay, goTo } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import type { Actor } from '../../org/actor.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, manager, director, mas, sas, registrar, operationsHead, otherManager } = people;

/** A case of each nature, and what the one it becomes is called. */
const natures: Record<string, { body: Record<string, unknown>; to: string; lawAreas: readonly string[] }> = {
  complaint: { body: { kind: 'complaint', lawAreas: ['SoL'] }, to: 'complaint', lawAreas: ['SoL'] },
  social: { body: { kind: 'deviation', lawAreas: ['SoL'] }, to: 'deviation', lawAreas: ['SoL'] },
  care: { body: { kind: 'deviation', lawAreas: ['HSL'] }, to: 'deviation', lawAreas: ['HSL'] },
  lexSarah: { body: { kind: 'lexSarah', lawAreas: ['SoL'] }, to: 'lexSarah', lawAreas: ['SoL'] },
  lexMaria: { body: { kind: 'deviation', lawAreas: ['HSL'] }, to: 'lexMaria', lawAreas: ['HSL'] },
};
const of = (nature: string): Scenario => {
  const way = new Scenario().report({ what: 'x', deviationType: 'other', ...natures[nature]?.body }, carer);
  if (nature === 'lexSarah') way.does(sas, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'no' });
  return nature === 'lexMaria' ? way.does(mas, { type: 'ConvertCase', to: 'lexMaria', reasons: 'x' }).inChild() : way;
};
const become = (nature: string, more: object = {}): Command =>
  ({ type: 'ConvertCase', to: natures[nature]?.to, lawAreas: natures[nature]?.lawAreas, reasons: 'x', ...more }) as Command;
/** By whoever may; a refusal is left as it was said. */
function tried(way: Scenario, command: Command, by: readonly Actor[] = [mas, sas, director, manager]): Scenario {
  for (const actor of by) if (way.when(command, actor).refusal?.code !== 'notYours' && way.refusal?.code !== 'notFound') return way;
  return way;
}

/*
 * docs/law/conversions.md. `→` the case passes over, its middle stages are another's; `=` a sibling under another law; else the way round.
 */
const viaCare = 'En lex Maria kommer ur en avvikelse enligt HSL. Gör först en avvikelse enligt HSL av det här ärendet';
const own = 'Ett klagomål tas emot för sig. Registrera det som ett eget ärende';
const same = 'Ärendet är redan av det slaget';
const parent = 'Bedöm om utfallet i det här ärendet, med skäl. Avvikelsen som det kom ur finns kvar';
const matrix: Record<string, Record<string, string>> = {
  complaint: { complaint: own, social: '→', care: '→', lexSarah: '→', lexMaria: viaCare },
  social: { complaint: own, social: same, care: '=', lexSarah: '→', lexMaria: viaCare },
  care: { complaint: own, social: '=', care: same, lexSarah: '=', lexMaria: '→' },
  lexSarah: { complaint: own, social: '→', care: '=', lexSarah: same, lexMaria: viaCare },
  lexMaria: { complaint: own, social: parent, care: parent, lexSarah: '=', lexMaria: same },
};
const cells = Object.entries(matrix).flatMap(([from, row]) => Object.entries(row).map(([to, how]) => [from, to, how] as const));

describe('R-050 one becoming another: the whole matrix (docs/law/conversions.md)', () => {
  test.each(cells)('%s → %s: %s', (from, to, how) => {
    const way = tried(of(from), become(to));
    if (how !== '→' && how !== '=') {
      expect(way.said()).toContain(how);
      expect(way.last).toEqual([]);
      return;
    }
    expect(way.said()).toEqual([]);
    const [child] = way.children;
    expect(child).toMatchObject({
      lineage: { link: how === '=' ? 'sibling' : 'convertedFrom', origin: { id: way.case.id, kind: way.case.desc.kind } },
      desc: { kind: natures[to]?.to, lawAreas: natures[to]?.lawAreas, incidentId: way.case.desc.incidentId },
    });
    expect(way.case.lineage.convertedTo).toMatchObject([{ to: natures[to]?.to, child: child?.id }]);
    expect(way.case.stage).toBe(how === '→' ? 'feedback' : 'received');
    expect(way.log.find((event) => event.type === 'CaseConverted')?.open).toMatchObject({ child: child?.id });
    expect(tried(way, become(to)).said()).toContain('Ärendet har redan gett upphov till ett sådant ärende');
  });

  test.each([
    ['complaint', 'lexSarah', [manager, sas], [carer, otherManager]],
    ['social', 'lexSarah', [manager, sas], [carer, otherManager]],
    ['care', 'lexMaria', [mas, director], [manager, sas, operationsHead]],
    ['lexSarah', 'social', [sas, director], [manager, operationsHead]],
  ] as const)('%s → %s is theirs alone whom the table names', (from, to, may, mayNot) => {
    for (const actor of may) expect([actor.id, of(from).when(become(to), actor).said()]).toEqual([actor.id, []]);
    for (const actor of mayNot)
      expect([actor.id, ['notYours', 'notFound'].includes(of(from).when(become(to), actor).refusal?.code ?? '')]).toEqual([actor.id, true]);
  });

  test('a complaint may give rise to one deviation a side of the law, and a lex Sarah beside (EX-10)', () => {
    const way = of('complaint').does(manager, become('care'), become('social'), become('lexSarah', { way: 'raisedFrom' }));
    expect(way.children.map(({ desc }) => [desc.kind, desc.lawAreas])).toEqual([
      ['deviation', ['HSL']],
      ['deviation', ['SoL']],
      ['lexSarah', ['SoL']],
    ]);
    expect(new Set([way.case, ...way.children].map(({ desc }) => desc.incidentId)).size).toBe(1);
  });

  test('which law must be said where it can’t be known; care and social services never in one', () => {
    const way = new Scenario().report({ kind: 'complaint', lawAreas: null }, registrar);
    expect(way.when({ type: 'ConvertCase', to: 'deviation', reasons: 'x' }).lacks()).toContain('ConvertCase.lawAreas');
    expect(
      of('complaint')
        .when(become('social', { lawAreas: ['HSL', 'SoL'] }))
        .said(),
    ).toContain('Vård och omsorg bedöms i varsitt ärende. Välj HSL eller de andra lagarna');
    const inCare = new Scenario()
      .report({ kind: 'complaint', lawAreas: ['HSL'] }, registrar)
      .does(manager, { type: 'ConvertCase', to: 'deviation', reasons: 'x' });
    expect(inCare.children[0]?.desc.lawAreas).toEqual(['HSL']);
  });
});

describe('What is left behind', () => {
  test('the parent passes its middle stages as “utreds i ett annat ärende”, keeps its answer, and closes as continued there', () => {
    const way = of('complaint').does(manager, become('lexSarah'));
    const entered = way.last.find((event) => event.type === 'StageEntered');
    expect(entered?.open).toMatchObject({
      stage: 'feedback',
      elsewhere: way.children[0]?.id,
      notApplicable: ['investigating', 'assessing', 'ivoDecision'].map((stage) => ({ stage, reason: 'elsewhere' })),
    });
    expect(way.duty('LOK-KLAG-SVAR')).not.toBeNull();
    expect(goTo(way, 'closed').case).toMatchObject({ end: { as: 'closed', reason: 'continuedInOther' }, number: way.case.number });
  });

  test('a deviation that became a lex Sarah owes no investigation of its own, and still answers the one who reported', () => {
    const way = of('social').does(manager, become('lexSarah'));
    expect(['LOK-AVV-BEDOM', 'LOK-AVV-UTRED', 'LOK-AVV-KLAR'].map((rule) => way.duty(rule))).toEqual([null, null, null]);
    expect(way.when({ type: 'AdvanceCase', to: 'followUp' }).said()).toContain('Återkoppla till den som rapporterade');
  });

  test('one that only raised another is investigated for its own part', () => {
    const way = of('social').does(manager, become('lexSarah', { way: 'raisedFrom' }));
    expect([way.case.stage, way.duty('LOK-AVV-BEDOM') !== null, way.children[0]?.lineage.link]).toEqual(['received', true, 'raisedFrom']);
  });

  test('a case that is closed is opened again first', () => {
    expect(goTo(of('complaint'), 'closed').when(become('lexSarah')).refusal?.code).toBe('alreadyClosed');
  });
});

describe('What goes along', () => {
  test('the clock starts when the facts were known, not when somebody pressed a button; stated or not', () => {
    const received = '2026-03-02T08:00:00.000Z';
    const late = of('complaint').later(9).does(manager, become('lexSarah'));
    expect(late.children[0]?.desc.receivedAt).toBe(received);
    expect(late.inChild().duty('LOK-LS-BEDOM')?.dueAt?.slice(0, 10)).toBe('2026-03-03');
    const stated = of('complaint')
      .later(9)
      .does(manager, become('lexSarah', { knownAt: '2026-03-09T10:00:00Z' }));
    expect(stated.inChild().duty('LOK-LS-BEDOM')?.dueAt?.slice(0, 10)).toBe('2026-03-10');
    // Known is not received: the report is counted on the day it came in (docs/law/practice.md#counting).
    expect(stated.children[0]?.desc.receivedAt).toBe(received);
    expect(
      of('complaint')
        .when(become('lexSarah', { knownAt: '2026-03-03T08:00:00Z' }))
        .said(),
    ).toContain('Tidpunkten kan inte ligga i framtiden');
    expect(
      of('complaint')
        .when(become('lexSarah', { knownAt: '2026-02-03T08:00:00Z' }))
        .said(),
    ).toContain('Saken kan inte ha varit känd före händelsen');
  });

  test('the day the first was received is kept through two steps, and the one who reported', () => {
    const first = of('complaint')
      .later(2)
      .does(manager, become('care', { knownAt: '2026-03-03T08:00:00Z' }));
    const second = first.inChild().does(mas, become('lexMaria'));
    const [lexMaria] = second.children;
    expect(lexMaria).toMatchObject({
      lineage: { origin: { id: second.case.id, kind: 'deviation', receivedAt: '2026-03-02T08:00:00.000Z' } },
      receipt: { reporter: manager.person },
      desc: { receivedAt: '2026-03-02T08:00:00.000Z', incidentId: first.case.desc.incidentId },
    });
  });

  test('R-130 who is barred from the one is barred from the other, and never sees it', () => {
    const way = of('social').does(manager, { type: 'AnswerConflict', answer: 'conflict', ground: 'relation' });
    const child = way.does(operationsHead, become('lexSarah')).inChild();
    expect(child.case.conflict.barred).toEqual([manager.person]);
    expect(child.when({ type: 'AddToCase', by: 'staff', text: 'x' }, manager).refusal?.code).toBe('notFound');
  });

  test('a deviation that becomes a lex Maria takes its first assessment and the patient’s information along', () => {
    const six = ['whatHappened', 'measures', 'complaints', 'patientsCommittee', 'ivo', 'compensation'];
    const inform = { type: 'InformPatient', points: six, journalRef: 'Journal' } as Command;
    const triage = { type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', serious: 'yes' } as const;
    const told = of('care').does(mas, triage, inform, become('lexMaria')).inChild();
    expect([told.case.assessment.triage?.careInjury, told.case.contact.patientInformed.length, told.duty('LM-PATIENTINFO')]).toEqual(['yes', 1, null]);
    const untold = of('care').does(mas, triage, become('lexMaria'));
    expect([untold.duty('LM-PATIENTINFO'), untold.inChild().duty('LM-PATIENTINFO') !== null]).toEqual([null, true]);
    expect(untold.when(inform, mas).said()).toContain('Händelsen utreds som lex Maria. Anteckna informationen i det ärendet');
  });

  test('every child goes its own way to the end, whatever it came of', () => {
    for (const [from, to, how] of cells.filter(([, , how]) => how === '→' || how === '=')) {
      const way = tried(of(from), become(to)).inChild();
      expect([from, to, how, goTo(way, 'closed').case.stage]).toEqual([from, to, how, 'closed']);
      expect(way.case.duties.filter((duty) => duty.closed === null)).toEqual([]);
    }
  });

  test('a sibling of a lex Sarah and its parent are each found from the other', () => {
    const way = byWhoMay(of('lexSarah'), become('care'));
    expect([way.case.lineage.convertedTo[0]?.child, way.children[0]?.lineage.origin?.id]).toEqual([way.children[0]?.id, way.case.id]);
  });
});
