import { goTo, type Mends } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { hashOf, uuidOf } from '../../ids.js';
import { workingDayFrom } from '../../law/calendar.js';
import { agenda } from '../agenda.js';
import { processOf } from '../processes/index.js';
import { lacksToAdvance } from './stages.js';

type Command = Parameters<Scenario['when']>[0];
const { carer, director, sas, manager, registrar, irregularityInvestigator: investigator } = people;
const reported = (now?: string) => new Scenario(now).report({ kind: 'lexSarah', lawAreas: ['SoL'], what: 'Slaget på armen.' }, carer);
const free = { type: 'AnswerConflict', answer: 'none' } as const;
const notify = (position: string, more: object = {}) =>
  ({ type: 'DecideIvo', notify: position, presenter: investigator.person, reasons: 'x', ...more }) as Command;
const decide = (outcome: string) => ({ type: 'DecideOutcome', outcome, reasons: 'x' }) as const;
const send = (investigationAttached: boolean, more: object = {}) => ({ type: 'NotifyIvo', way: 'eService', investigationAttached, ...more }) as Command;
const lacking = (way: Scenario) => lacksToAdvance(way.case, processOf(way.case.desc.process)).map(({ text }) => text);
const serious: Mends = { 'DecideOutcome.outcome': () => decide('seriousIrregularity'), 'DecideIvo.notify': () => notify('yes') };
/** Notified on the first day, before anything is investigated. */
const early = () =>
  reported()
    .does(director, notify('yes', { urgent: true, presenter: null }))
    .does(registrar, send(false));

describe('The notification (R-070, R-100, R-183; SoL 27 kap. 6 §, LSS 24 f §)', () => {
  test('may be decided and sent on the first day; what was missing is written down, and the case still goes its whole way', () => {
    const way = reported();
    expect(way.when(notify('yes'), director).lacks()).toEqual(['DecideOutcome.outcome', 'AnswerConflict.answer', 'DecideIvo.urgent']);
    way.does(director, notify('yes', { urgent: true, presenter: null }));
    expect(way.case.ivo).toMatchObject({ urgent: true, missing: ['DecideOutcome.outcome', 'DecideIvo.presenter'] });
    expect(way.duty('LS-ANMALAN-SOL')).toMatchObject({ type: 'promptness', dueAt: null });
    way.does(registrar, send(false, { receipt: 'Kvittens 17' }));
    expect([way.case.stage, way.ended('LS-ANMALAN-SOL')?.as]).toEqual(['received', 'met']);
    expect(goTo(way, 'closed', serious).case.ivoTrack).toMatchObject({ closedAt: expect.any(String), investigationSentAt: expect.any(String) });
  });

  test('is decided before it is sent, by those whose it is, sent once, and never before the decision', () => {
    expect(reported().when(send(false), registrar).lacks()).toEqual(['DecideIvo.notify']);
    expect(reported().when(notify('yes', { urgent: true }), sas).refusal?.code).toBe('notYours');
    expect(reported().when(notify('yes', { urgent: true }), manager).refusal?.code).toBe('notYours');
    expect(early().when(send(false), registrar).said()).toContain('Anmälan är redan skickad. Sänd mer material i stället');
    const way = reported()
      .later(1)
      .does(director, notify('yes', { urgent: true }));
    expect(way.when(send(false, { at: '2026-03-02T12:00:00Z' }), registrar).said()).toContain('Anmälan kan inte ha skickats före beslutet');
  });

  test('a finished investigation shall go with it; an unfinished one can’t (docs/law/lex-sarah.md#notified-early)', () => {
    const way = goTo(reported(), 'assessing').does(director, notify('yes', { urgent: true }));
    expect(way.when(send(false), registrar).said()).toContain('Utredningen är färdig och ska bifogas anmälan');
    expect(way.does(registrar, send(true)).case.ivoTrack).toMatchObject({ sent: { investigationAttached: true }, investigationSentAt: way.now });
    expect(way.duty('LS-UTREDNING-2MAN')).toBeNull();
    const unfinished = reported().does(director, notify('yes', { urgent: true }));
    expect(unfinished.when(send(true), registrar).said()).toContain('Utredningen är inte färdig. Den sänds in när den är klar');
  });

  test('a decision meets the duty to decide at once: nobody is reminded of what they have decided, and what is left is to send it', () => {
    const way = goTo(reported(), 'ivoDecision').does(director, free).does(director, decide('seriousIrregularity'));
    expect(way.duty('LOK-LS-BESLUT')).not.toBeNull();
    way.does(director, notify('yes'));
    expect([way.duty('LOK-LS-BESLUT'), way.ended('LOK-LS-BESLUT')?.as]).toEqual([null, 'met']);
    expect(agenda(way.case).filter(({ rule }) => rule === 'LOK-LS-BESLUT')).toEqual([]);
    expect(way.duty('LS-ANMALAN-SOL')).not.toBeNull();
  });

  test('decided as urgent before its stage, the outcome is owed there, and meets the duty', () => {
    const way = goTo(early(), 'ivoDecision');
    expect(way.duty('LOK-LS-BESLUT')).not.toBeNull();
    way.does(director, free).does(director, decide('seriousIrregularity'));
    expect([way.duty('LOK-LS-BESLUT'), way.ended('LOK-LS-BESLUT')?.as]).toEqual([null, 'met']);
  });

  test('R-183 the files that went along are named with one hash, with that of the receipt, and only those that the case has', () => {
    const way = goTo(reported(), 'assessing').does(director, notify('yes', { urgent: true }));
    const file = (n: number, purpose: 'investigation' | 'ivoReceipt' | null) => {
      const attachmentId = uuidOf('package', n);
      way.does(registrar, { type: 'AddAttachment', attachmentId, mediaType: 'pdf', bytes: 1_000, sha256: hashOf([`${n}`]), purpose, name: 'x.pdf' });
      return attachmentId;
    };
    const [document, picture, receipt] = [file(1, 'investigation'), file(2, null), file(3, 'ivoReceipt')];
    expect(way.when(send(true, { attachments: [uuidOf('another')] }), registrar).said()).toContain('Filen finns inte i ärendet');
    way.does(registrar, send(true, { attachments: [picture, document] }));
    expect(way.last.map(({ open }) => open)[0]).toMatchObject({
      attachments: [document, picture],
      packageHash: hashOf([hashOf(['1']), hashOf(['2'])]),
      receiptHash: hashOf(['3']),
    });
    expect(way.case.ivoTrack.sent).toMatchObject({ attachments: [document, picture] });
    way.does(registrar, { type: 'SendToIvo', what: 'supplement', attachments: [receipt] } as Command);
    expect(way.last.map(({ open }) => open)[0]).toMatchObject({ attachments: [receipt], packageHash: hashOf([hashOf(['3'])]) });
  });

  test('what was sent before the investigation was finished, and written down after, is written down as it was', () => {
    const way = goTo(reported(), 'investigating')
      .does(director, notify('yes', { urgent: true }))
      .later(2);
    goTo(way, 'assessing');
    way.does(registrar, send(false, { at: '2026-03-03T08:00:00Z' }));
    expect(way.duty('LS-UTREDNING-2MAN')?.startedAt).toBe('2026-03-03T08:00:00.000Z');
    expect(way.when({ type: 'SendToIvo', what: 'investigation', at: '2026-03-03T09:00:00Z' }, registrar).said()).toContain(
      'Utredningen kan inte ha skickats innan den var färdig',
    );
  });

  test('a case decided to be notified doesn’t leave the decision unsent', () => {
    const way = goTo(reported(), 'ivoDecision').does(director, free, decide('seriousIrregularity'), notify('yes'));
    expect(lacking(way)).toEqual(['Anmälan är beslutad men inte skickad till IVO']);
    way.does(registrar, send(true));
    expect(way.does(director, { type: 'AdvanceCase', to: 'feedback' }).case.stage).toBe('feedback');
  });

  test('a case sent back to be assessed alone keeps its finished investigation, and can go on to its end', () => {
    const way = goTo(early(), 'ivoDecision').does(director, { type: 'SendBack', to: 'assessing', reasons: 'x' });
    expect(way.case.investigation.completed).not.toBeNull();
    expect(goTo(way, 'closed', serious).case.ivoTrack.investigationSentAt).not.toBeNull();
    const anew = goTo(early(), 'ivoDecision').does(director, { type: 'SendBack', to: 'investigating', reasons: 'x' });
    expect(anew.case.investigation.completed).toBeNull();
  });

  test('redan anmält: notified early and judged lower is never a “no”, and IVO is told (docs/law/lex-sarah.md#notified-early)', () => {
    const way = goTo(early(), 'ivoDecision').does(director, free, decide('irregularity'));
    expect(way.when(notify('no'), director).said().join(' ')).toContain('Välj ”Redan anmält”');
    expect(way.when(notify('otherIsObliged', { other: 'region', toldAt: way.now }), director).refusal).not.toBeNull();
    expect(lacking(way)).toContain('Saken är anmäld och har bedömts lägre. Ange ”Redan anmält”');
    goTo(way.does(director, notify('alreadyNotified')), 'followUp');
    expect(lacking(way)).toContain('Saken anmäldes och har sedan bedömts lägre. Sänd en komplettering till IVO om det');
    expect(goTo(way, 'closed').case.ivo?.notify).toBe('alreadyNotified');
    expect(goTo(reported(), 'ivoDecision').does(director, free, decide('irregularity')).when(notify('alreadyNotified'), director).said()).toContain(
      'Ingen anmälan har skickats. Skicka den, eller välj ett annat beslut',
    );
  });

  test('also when IVO has ended its matter before the lower outcome was decided', () => {
    const way = goTo(early(), 'assessing').does(registrar, { type: 'SendToIvo', what: 'investigation' }, { type: 'CloseIvoMatter', ivoOutcome: 'notLex' });
    const low: Mends = { 'DecideIvo.notify': () => notify('alreadyNotified') };
    expect(goTo(way, 'closed', low).case.ivoTrack.supplementedAt).not.toBeNull();
  });
});

describe('What passes between the municipality and IVO runs beside the stages (R-073, R-184)', () => {
  test('R-169 the investigation is owed two months after the notification, a local rule that is not moved off a Saturday', () => {
    const way = reported('2025-12-31T09:00:00.000Z')
      .does(director, notify('yes', { urgent: true }))
      .does(registrar, send(false));
    expect(way.duty('LS-UTREDNING-2MAN')).toMatchObject({ basis: 'local', type: 'period', dueAt: '2026-02-28T22:59:59.000Z' });
    expect(workingDayFrom('2026-02-28')).toBe('2026-03-02');
    expect(way.when({ type: 'SendToIvo', what: 'investigation' }, registrar).said()).toContain('Utredningen är inte färdig');
    goTo(way.later(50), 'assessing').does(registrar, { type: 'SendToIvo', what: 'investigation' });
    expect(way.ended('LS-UTREDNING-2MAN')).toMatchObject({ as: 'met', at: way.now });
    expect(way.does(registrar, { type: 'SendToIvo', what: 'investigation' }).last).toEqual([]);
  });

  test('R-192 each request of a supplement is a round with the day of its letter, and answered once', () => {
    const way = early();
    expect(way.when({ type: 'RecordIvoRequest' }, registrar).lacks()).toEqual(['RecordIvoRequest.dueOn']);
    way.does(registrar, { type: 'RecordIvoRequest', dueOn: '2026-03-20' }, { type: 'RecordIvoRequest', dueOn: '2026-04-10', answeredBy: 'board' });
    const days = way.case.duties.filter(({ rule }) => rule === 'IVO-KOMPLETTERING').map(({ dueAt, basis }) => [dueAt?.slice(0, 10), basis]);
    expect(days).toEqual([
      ['2026-03-20', 'authority'],
      ['2026-04-10', 'authority'],
    ]);
    way.does(registrar, { type: 'SendToIvo', what: 'supplement', round: 2 }, { type: 'SendToIvo', what: 'supplement' });
    expect(way.case.ivoTrack.supplements.every(({ sentAt }) => sentAt !== null)).toBe(true);
    expect(way.duty('IVO-KOMPLETTERING')).toBeNull();
    expect(way.when({ type: 'SendToIvo', what: 'supplement', round: 9 }, registrar).refusal?.code).toBe('unknownReference');
  });

  test('a decision with a requirement has its day, and is not over until it is accounted for', () => {
    const way = goTo(early(), 'assessing').does(
      registrar,
      { type: 'RecordIvoNumber', ivoNumber: '3.1.1-17-2026' },
      { type: 'SendToIvo', what: 'investigation' },
    );
    const injunction = { type: 'RecordIvoDecision', ivoOutcome: 'injunction' } as const;
    expect(way.when(injunction, registrar).lacks()).toEqual(['RecordIvoDecision.requirementDueOn']);
    way.does(registrar, { ...injunction, requirementDueOn: '2026-06-01' });
    expect(way.duty('IVO-FORELAGGANDE')?.dueAt?.slice(0, 10)).toBe('2026-06-01');
    expect(way.when({ type: 'CloseIvoMatter' }, registrar).said()).toContain('IVO väntar på det som har begärts');
    way.does(registrar, { type: 'SendToIvo', what: 'requirementReport' }, { type: 'CloseIvoMatter' });
    expect([way.ended('IVO-FORELAGGANDE')?.as, way.case.ivoTrack.ivoNumber]).toEqual(['met', '3.1.1-17-2026']);
    expect(way.when({ type: 'RecordIvoRequest', dueOn: '2026-07-01' }, registrar).said()).toContain('IVO har avslutat sitt ärende');
  });

  test('IVO’s matter ends with how it ended, and never before it has the investigation', () => {
    expect(early().when({ type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' }, registrar).said()).toContain('Utredningen är inte insänd till IVO');
    const way = goTo(early(), 'assessing').does(registrar, { type: 'SendToIvo', what: 'investigation' });
    expect(way.when({ type: 'CloseIvoMatter' }, registrar).lacks()).toEqual(['CloseIvoMatter.ivoOutcome']);
    expect(reported().when({ type: 'RecordIvoNumber', ivoNumber: 'x1' }, registrar).said()).toContain('Ärendet är inte anmält till IVO');
  });

  test('a case is not closed while IVO’s matter is open, whatever reason is given; the answers need not wait for it', () => {
    const way = goTo(early(), 'feedback', serious);
    expect(way.case.ivoTrack.closedAt).toBeNull();
    goTo(way, 'followUp', serious);
    expect(lacking(way)).toEqual(expect.arrayContaining(['IVO har inte avslutat sitt ärende', 'Sänd den färdiga utredningen till IVO']));
    const past = goTo(early(), 'feedback', { ...serious, PlanAction: () => ({ type: 'DecideNoAction', text: 'x' }) });
    for (const to of ['reporter', 'individual', 'staffGroup', 'board']) past.does(sas, { type: 'GiveFeedback', to, what: 'answer', method: 'meeting' });
    const skip = { type: 'AdvanceCase', to: 'closed', notApplicable: [{ stage: 'followUp', reason: 'noActions' }] } as const;
    expect(past.when(skip, sas).said()).toContain('Sänd den färdiga utredningen till IVO');
    past.does(registrar, { type: 'SendToIvo', what: 'investigation' }, { type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' });
    expect(past.does(sas, skip).case.stage).toBe('closed');
  });

  test('nothing is sent that lies ahead, and nothing before the notification', () => {
    expect(early().when({ type: 'SendToIvo', what: 'supplement', at: '2026-03-09T08:00:00Z' }, registrar).said()).toContain(
      'Tidpunkten kan inte ligga i framtiden',
    );
    expect(early().when({ type: 'RecordIvoRequest', dueOn: '2026-03-20', at: '2026-02-01T08:00:00Z' }, registrar).refusal?.code).toBe('incomplete');
  });
});

describe('A complaint and a deviation are never notified themselves', () => {
  test.each(['complaint', 'deviation'])('%s', (kind) => {
    const way = goTo(new Scenario().report({ kind, lawAreas: ['SoL'] }, kind === 'deviation' ? carer : registrar), 'ivoDecision');
    expect(way.when(notify('yes'), manager).said().join(' ')).toContain('anmäls inte i sig');
    expect(way.when(send(false), director).refusal?.code).toBe('notYours');
  });
});
