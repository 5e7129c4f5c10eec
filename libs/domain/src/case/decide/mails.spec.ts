import { people, Scenario } from '../../../../../test/support/scenario.js';
import { agenda } from '../agenda.js';

const { manager, divisionHead, anonymous, system } = people;
const byEmail = () => new Scenario().report({ answer: { by: 'email', to: 'nagon@example.org' } }, anonymous);
const answer = { type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi har ändrat rutinen.' } as const;
const message = { type: 'SendMessage', text: 'När hände det?' } as const;
/** The receipt's item performed; answers the mail. */
const receiptDue = (way: Scenario): string => {
  const item = agenda(way.case).find((row) => row.do === 'sendReceipt')?.id as string;
  way.does(system, { type: 'PerformAgendaItem', item });
  return item;
};

describe('A mail to the one who complained', () => {
  test('every answer, word on the way and message asks for one, where an address was left', () => {
    for (const command of [answer, { ...answer, what: 'interim' } as const, message]) {
      const way = byEmail().does(manager, command);
      expect(way.types()).toContain('MailDue');
      expect(way.case.contact.mails.map(({ state }) => state)).toEqual(['waiting']);
      expect(JSON.stringify(way.last.filter(({ type }) => type === 'MailDue'))).not.toContain('nagon@');
    }
  });

  test.each(['code', 'phone', 'letter', 'none'] as const)('none is asked for where the way back is %s', (by) => {
    const way = new Scenario().report({ answer: by === 'code' || by === 'none' ? { by } : { by, to: '08-123' } }, anonymous);
    expect(way.does(manager, answer, message).case.contact.mails).toEqual([]);
  });

  test('none is asked for where there is nothing of theirs to read: told to others, or by phone without a text', () => {
    const way = byEmail().does(manager, { ...answer, to: 'staffGroup' }, { type: 'GiveFeedback', what: 'interim', method: 'phone' });
    expect(way.case.contact.mails).toEqual([]);
  });
});

describe('What became of a mail', () => {
  test('the duty to confirm is met when the mail server has taken the confirmation, not when it is asked for', () => {
    const way = byEmail();
    const mail = receiptDue(way);
    expect(way.duty('LOK-KLAG-BEKRAFTA')).not.toBeNull();
    way.later(1).does(system, { type: 'RecordMail', mail, why: null });
    expect(way.types()).toEqual(['MailAccepted', 'FeedbackGiven', 'DutyClosed']);
    expect(way.ended('LOK-KLAG-BEKRAFTA')).toMatchObject({ as: 'met' });
    expect(way.case.contact.mails).toEqual([expect.objectContaining({ mail, about: 'confirmation', state: 'sent', why: null })]);
  });

  test('one that did not arrive leaves the duty open, with why, and its reminders go on', () => {
    const way = byEmail();
    const mail = receiptDue(way);
    way.does(system, { type: 'RecordMail', mail, why: 'rejected' });
    expect(way.types()).toEqual(['MailFailed']);
    expect(way.duty('LOK-KLAG-BEKRAFTA')).not.toBeNull();
    expect(agenda(way.case).some((item) => item.do === 'remind' && item.rule === 'LOK-KLAG-BEKRAFTA')).toBe(true);
    expect(way.case.contact.mails[0]).toMatchObject({ state: 'failed', why: 'rejected' });
  });

  test('is told once, by the system alone, also when the case has ended', () => {
    const way = byEmail();
    receiptDue(way);
    way.does(system, { type: 'RecordMail', mail: way.case.contact.mails[0]?.mail as string, why: null });
    way.advanceTo('closed').does(manager, message);
    const { mail } = way.case.contact.mails.at(-1) as { mail: string };
    expect(way.when({ type: 'RecordMail', mail, why: 'expired' }, manager).refusal?.code).toBe('notYours');
    expect(way.does(system, { type: 'RecordMail', mail, why: 'expired' }).case.contact.mails.at(-1)?.state).toBe('failed');
    expect(way.when({ type: 'RecordMail', mail, why: null }, system).refusal?.code).toBe('alreadyMet');
  });
});

describe('What the one who complained wrote last', () => {
  const wrote = (way: Scenario) => way.does(anonymous, { type: 'ReceiveMessage', text: 'Det hände igen.' });

  test('flags the case, also one that is closed, until somebody answers, notes it or opens the case again', () => {
    const closed = () => byEmail().advanceTo('closed');
    expect(closed().case.contact.written).toBeNull();
    expect(wrote(closed()).case.contact.written).not.toBeNull();
    for (const command of [
      message,
      { type: 'AddToCase', by: 'unitManager', text: 'Läst. Samma sak som förut.' },
      { type: 'ReopenCase', reason: 'happenedAgain', text: 'Det har hänt igen.' },
    ] as const) {
      expect(wrote(closed()).does(command.type === 'ReopenCase' ? divisionHead : manager, command as typeof message).case.contact.written).toBeNull();
    }
  });
});
