import { goTo, type Mends } from '../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { steps } from '../../../../test/support/steps.js';
import { stockholmDate, workingDayFrom } from '../law/calendar.js';

/*
 * The fictional cases of docs/law/practice.md#worked-cases, told from report to end, with the dates that were computed for them by hand.
 */

type Command = Parameters<Scenario['when']>[0];
const { carer, manager, mas, notifier, director, registrar, irregularityInvestigator: investigator, anonymous } = people;
const at = (day: string, time = '09:00'): string => new Date(`${day}T${time}:00Z`).toISOString();
const on = (day: string, body: Record<string, unknown>, actor = registrar) => new Scenario(at(day)).report(body, actor);
const dueOn = (way: Scenario, rule: string): string | null => {
  const duty = way.case.duties.filter((row) => row.rule === rule).at(-1);
  return (duty?.dueAt ?? duty?.targetAt ?? null) === null ? null : stockholmDate((duty?.dueAt ?? duty?.targetAt) as string);
};
const passTo = (way: Scenario, day: string): Scenario => {
  way.now = at(day);
  return way;
};
const notify = (more: object = {}) => ({ type: 'DecideIvo', notify: 'yes', presenter: investigator.person, reasons: 'x', ...more }) as Command;

describe('EX-01 late and missed evening visits: a complaint that raises a deviation', () => {
  const step = steps(() =>
    on('2026-09-07', {
      kind: 'complaint',
      opinionType: 'complaint',
      source: 'relative',
      lawAreas: ['SoL'],
      categories: ['serviceDelivery', 'accessibility', 'information'],
      answer: { by: 'email', to: 'dotter@example.org' },
      what: 'Ingen kom den 30 augusti.',
    }),
  );

  step('one case, three marks; confirmed by 2026-09-09, answered by 2026-09-21', (way) => {
    expect(way.case.desc.categories).toHaveLength(3);
    expect([dueOn(way, 'LOK-KLAG-BEKRAFTA'), dueOn(way, 'LOK-KLAG-SVAR')]).toEqual(['2026-09-09', '2026-09-21']);
  });

  step('the visit that was missed is a deviation of its own, and the daughter is still answered in time', (way) => {
    way.does(manager, { type: 'ConvertCase', to: 'deviation', way: 'raisedFrom', deviationType: 'other', reasons: 'Besöket den 30 augusti.' });
    expect(way.children[0]).toMatchObject({ lineage: { link: 'raisedFrom' }, desc: { kind: 'deviation', lawAreas: ['SoL'] } });
    goTo(passTo(way, '2026-09-18'), 'followUp');
    expect(way.ended('LOK-KLAG-SVAR')).toMatchObject({ as: 'met', at: at('2026-09-18') });
    expect(goTo(passTo(way, '2026-12-14'), 'closed').case.end?.at).toBe(at('2026-12-14'));
  });
});

describe('EX-02 an anonymous letter', () => {
  test('confirmation and answer do not apply, for a reason that is said; never “late”, and still a case', () => {
    const way = on('2026-10-05', {
      kind: 'complaint',
      opinionType: 'complaint',
      source: 'otherOrUnknown',
      anonymous: true,
      channel: 'letter',
      categories: ['treatment'],
      what: 'x',
    });
    for (const rule of ['LOK-KLAG-BEKRAFTA', 'LOK-KLAG-SVAR']) expect(way.ended(rule)).toMatchObject({ as: 'notApplicable', reason: 'noWayBack' });
    expect(way.case.stage).toBe('received');
  });
});

describe('EX-03 praise, told by word of mouth', () => {
  test('is praise and never a complaint; it owes nothing and ends the same day', () => {
    const way = on('2026-05-12', {
      kind: 'complaint',
      opinionType: 'praise',
      source: 'serviceUserOrGuardian',
      lawAreas: ['LSS'],
      channel: 'spoken',
      what: 'Tack!',
    });
    expect([way.case.duties, way.case.desc.categories]).toEqual([[], null]);
    way.does(manager, { type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'Delat på arbetsplatsträff.' });
    expect([way.case.desc.opinionType, stockholmDate(way.case.end?.at as string)]).toEqual(['praise', '2026-05-12']);
  });
});

describe('EX-04 an evening dose that was missed', () => {
  const body = {
    kind: 'deviation',
    lawAreas: ['HSL'],
    deviationType: 'medication',
    eventClass: 'adverseEvent',
    noticedAt: at('2026-02-11', '06:40'),
    what: 'x',
  };
  const step = steps(() => on('2026-02-11', { ...body, occurredAt: at('2026-02-10', '20:00') }, carer));
  const sixOfSixteen: Mends = { 'AssessRisk.severity': () => ({ type: 'AssessRisk', severity: '2', probability: '3' }) };

  step('assessed by 2026-02-16, its investigation begun by 2026-02-21', (way) => {
    expect([dueOn(way, 'LOK-AVV-BEDOM'), dueOn(way, 'LOK-AVV-UTRED')]).toEqual(['2026-02-16', '2026-02-21']);
  });

  step('2 × 3 = 6 goes to MAS and stays the unit’s; no lex Maria; the reporter is told; it ends when the effect is judged', (way) => {
    goTo(way, 'feedback', sixOfSixteen);
    expect(way.log.find(({ type }) => type === 'RiskAssessed')?.open).toMatchObject({ severity: 2, probability: 3, routedTo: 'mas' });
    expect(way.case).toMatchObject({
      assessment: { outcome: { hslOutcome: 'couldHaveCausedCareInjury', byRole: 'enhetschef' } },
      lineage: { convertedTo: [] },
      ivo: { notify: 'notApplicable' },
    });
    expect(way.when({ type: 'AdvanceCase', to: 'followUp' }).said()).toContain('Återkoppla till den som rapporterade');
    expect(goTo(way, 'closed').case.end?.reason).toBe('actionsDoneAndEffectFollowed');
  });
});

describe('EX-05 a fall in the night: a deviation that becomes a lex Maria', () => {
  const step = steps(() =>
    on(
      '2026-03-15',
      { kind: 'deviation', lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent', noticedAt: at('2026-03-15', '01:10'), what: 'x' },
      carer,
    ),
  );
  let child: Scenario;

  step('assessed by 2026-03-20, its investigation begun by 2026-03-25; 4 × 3 = 12 is MAS’s', (way) => {
    expect([dueOn(way, 'LOK-AVV-BEDOM'), dueOn(way, 'LOK-AVV-UTRED')]).toEqual(['2026-03-20', '2026-03-25']);
    way.does(
      mas,
      { type: 'AssessRisk', severity: '4', probability: '3' },
      { type: 'AnswerTriage', irregularity: 'no', careInjury: 'yes', danger: 'no', serious: 'yes' },
    );
    expect(way.log.find(({ type }) => type === 'RiskAssessed')?.open).toMatchObject({ routedTo: 'mas' });
  });

  step('the family is told the six things on 2026-03-16, and it stands in the journal', (way) => {
    const six = ['whatHappened', 'measures', 'complaints', 'patientsCommittee', 'ivo', 'compensation'];
    passTo(way, '2026-03-16').does(mas, { type: 'InformPatient', to: 'relative', points: six, journalRef: 'Anteckning 2026-03-16' });
    expect(way.ended('LM-PATIENTINFO')).toMatchObject({ as: 'met', at: at('2026-03-16') });
  });

  step(
    'decided 2026-03-18 by MAS or the one appointed, sent 2026-03-19: the investigation’s two months are local, 2026-05-19; snarast därefter is the law',
    (way) => {
      child = passTo(way, '2026-03-18').does(mas, { type: 'ConvertCase', to: 'lexMaria', reasons: 'x' }).inChild();
      expect(child.case).toMatchObject({ desc: { receivedAt: at('2026-03-15') }, lineage: { origin: { id: way.case.id } } });
      child.does(notifier, notify({ urgent: true }));
      passTo(child, '2026-03-19').does(registrar, { type: 'NotifyIvo', way: 'eService' });
      const duty = child.duty('LM-UTREDNING');
      expect([dueOn(child, 'LM-UTREDNING'), duty?.dueAt, duty?.basis]).toEqual(['2026-05-19', null, 'law']);
    },
  );

  step('investigated and sent 2026-05-06; IVO’s answer 2026-08-24 ends its matter, and the case ends when the effect is judged', (way) => {
    const grave: Mends = {
      'DecideOutcome.hslOutcome': () => ({
        type: 'DecideOutcome',
        hslOutcome: 'seriousCareInjury',
        injury: true,
        serious: true,
        avoidable: 'yes',
        reasons: 'x',
      }),
    };
    goTo(passTo(child, '2026-05-06'), 'followUp', grave).does(registrar, { type: 'SendToIvo', what: 'investigation' });
    expect(child.ended('LM-UTREDNING')).toMatchObject({ as: 'met', at: at('2026-05-06') });
    passTo(child, '2026-08-24').does(registrar, { type: 'RecordIvoDecision', ivoOutcome: 'closedWithoutAction' }, { type: 'CloseIvoMatter' });
    expect(goTo(child, 'closed').case.end?.at).toBe(at('2026-08-24'));
    expect(goTo(way, 'closed').case).toMatchObject({ number: way.case.number, end: { as: 'closed', reason: 'continuedInOther' } });
  });
});

describe('EX-08 a report of concern that lay in a mailbox: lex Sarah over the turn of the year', () => {
  const step = steps(() =>
    on(
      '2025-12-22',
      {
        kind: 'lexSarah',
        lawAreas: ['SoL'],
        unit: 'iof-barn',
        concernsChild: true,
        noticedAt: at('2025-12-22', '08:00'),
        immediateActions: 'Skyddsbedömning.',
        what: 'x',
      },
      carer,
    ),
  );

  step('whoever does the work reports, a trainee too; the law of the day is SoL (2025:400) 27 kap.', (way) => {
    expect(way.duty('LS-AVHJALP-SOL')).toMatchObject({ ruleVersion: 2 });
    expect(dueOn(way, 'LOK-LS-BEDOM')).toBe('2025-12-23');
  });

  step('notified 2025-12-31 before the investigation: two months clamp to 2026-02-28, a Saturday; by statute it would be 2026-03-02', (way) => {
    passTo(way, '2025-12-30').does(director, notify({ urgent: true, body: 'ordforande' }));
    passTo(way, '2025-12-31').does(registrar, { type: 'NotifyIvo', way: 'eService' });
    expect(way.case.ivo).toMatchObject({ urgent: true, body: 'ordforande' });
    expect([dueOn(way, 'LS-UTREDNING-2MAN'), workingDayFrom('2026-02-28')]).toEqual(['2026-02-28', '2026-03-02']);
  });

  step('the child is heard, the outcome a tangible risk of something serious, the investigation sent 2026-02-26 in time', (way) => {
    goTo(passTo(way, '2026-02-26'), 'ivoDecision', {
      'HearParty.reason': () => ({ type: 'HearParty', party: 'individual', result: 'heard' }),
      'HearParty.party': () => ({ type: 'HearParty', party: 'relative', result: 'heard' }),
    }).does(registrar, { type: 'SendToIvo', what: 'investigation' });
    expect(way.case.investigation.heard.map(({ party }) => party)).toEqual(['relative', 'individual']);
    way.does(director, { type: 'DecideOutcome', outcome: 'tangibleRiskOfSeriousIrregularity', reasons: 'x' });
    expect(way.ended('LS-UTREDNING-2MAN')).toMatchObject({ as: 'met', at: at('2026-02-26') });
    expect(goTo(way, 'feedback').case.ivo?.notify).toBe('yes');
  });
});

describe('EX-10 the wrong food: a complaint by the patientnämnd, a lex Maria and a lex Sarah of one event', () => {
  const step = steps(() =>
    on('2026-06-15', {
      kind: 'complaint',
      opinionType: 'complaint',
      source: 'relative',
      channel: 'viaPatientsCommittee',
      categories: ['serviceDelivery', 'information'],
      occurredAt: at('2026-05-30'),
      noticedAt: at('2026-05-30'),
      answer: { by: 'letter', to: 'Dottern' },
      what: 'x',
    }),
  );

  step('confirmed by 2026-06-17, answered by 2026-06-30 over midsummer, the patientnämnd by 2026-07-13', (way) => {
    expect(['LOK-KLAG-BEKRAFTA', 'LOK-KLAG-SVAR', 'PN-BISTA'].map((rule) => dueOn(way, rule))).toEqual(['2026-06-17', '2026-06-30', '2026-07-13']);
  });

  step('stated as care, the answer to a patient’s relative stands under PSL: snarast, from the same day', (way) => {
    way.does(manager, { type: 'ClassifyCase', lawAreas: ['HSL', 'SoL'] });
    expect([way.duty('LOK-KLAG-SVAR'), way.duty('HSL-KLAG-SVAR')]).toMatchObject([null, { type: 'promptness', startedAt: at('2026-06-15') }]);
  });

  step('HSL and SoL are judged apart: linked cases of one event, each with its law, number and outcome', (way) => {
    way.does(manager, { type: 'ConvertCase', to: 'deviation', lawAreas: ['HSL'], deviationType: 'nutrition', eventClass: 'adverseEvent', reasons: 'x' });
    const care = way.inChild();
    way.does(manager, { type: 'ConvertCase', to: 'lexSarah', lawAreas: ['SoL'], reasons: 'x' });
    const lexSarah = way.inChild();
    const lexMaria = passTo(care, '2026-06-22').does(mas, { type: 'ConvertCase', to: 'lexMaria', reasons: 'x' }).inChild();
    lexMaria.does(notifier, notify({ urgent: true })).does(registrar, { type: 'NotifyIvo', way: 'eService' });
    expect(dueOn(lexMaria, 'LM-UTREDNING')).toBe('2026-08-22');
    goTo(lexMaria, 'ivoDecision', {
      'DecideOutcome.hslOutcome': () => ({
        type: 'DecideOutcome',
        hslOutcome: 'couldHaveCausedSeriousCareInjury',
        injury: false,
        serious: true,
        avoidable: 'yes',
        reasons: 'x',
      }),
    });
    goTo(passTo(lexSarah, '2026-06-22'), 'feedback');
    expect([
      lexMaria.case.assessment.outcome?.hslOutcome,
      lexMaria.case.ivo?.notify,
      lexSarah.case.assessment.outcome?.outcome,
      lexSarah.case.ivo?.notify,
    ]).toEqual(['couldHaveCausedSeriousCareInjury', 'yes', 'irregularity', 'no']);
    const all = [way, care, lexMaria, lexSarah].map((each) => each.case);
    expect(new Set(all.map(({ desc }) => desc.incidentId)).size).toBe(1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    expect(lexMaria.case.lineage.origin?.receivedAt).toBe(at('2026-06-15'));
  });

  step('the daughter is answered, and so is the patientnämnd', (way) => {
    const said = { what: 'answer', method: 'letter', text: 'Vi ber om ursäkt.', parts: ['explanation'] };
    passTo(way, '2026-06-29').does(manager, { type: 'GiveFeedback', to: 'complainant', ...said }, { type: 'GiveFeedback', to: 'patientsCommittee', ...said });
    expect([way.ended('HSL-KLAG-SVAR')?.as, way.ended('PN-BISTA')?.as]).toEqual(['met', 'met']);
  });
});

test('what is told without log-in is told too: the public never begins a deviation', () => {
  expect(on('2026-03-02', { kind: 'deviation', what: 'x' }, anonymous).refusal?.code).toBe('kindNotReportedHere');
});
