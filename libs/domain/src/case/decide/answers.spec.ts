import { people, Scenario } from '../../../../../test/support/scenario.js';
import { agenda } from '../agenda.js';

const { manager, anonymous, system } = people;
const answer = { type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi har ändrat rutinen.' } as const;
const unknown = { type: 'ExplainNoFeedback', what: 'answer', reason: 'senderUnknown' } as const;

describe('Confirming and answering', () => {
  test('a receipt by e-mail is asked for by the system at once, by its own event', () => {
    const way = new Scenario().report({ answer: { by: 'email', to: 'a@example.org' } }, anonymous);
    const item = agenda(way.case).find((row) => row.do === 'sendReceipt');
    expect(item?.at).toBe(way.now);
    way.when({ type: 'PerformAgendaItem', item: item?.id as string }, system);
    expect(way.types()).toEqual(['ReceiptDue', 'MailDue']);
    expect(agenda(way.case).some((row) => row.do === 'sendReceipt')).toBe(false);
  });

  test('by phone or letter the unit confirms itself, and the agenda sends nothing', () => {
    const way = new Scenario().report({ answer: { by: 'letter', to: 'Lådan 1' } }, anonymous);
    expect(agenda(way.case).some((row) => row.do === 'sendReceipt')).toBe(false);
    expect(way.does(manager, { type: 'GiveFeedback', what: 'confirmation', method: 'letter' }).ended('LOK-KLAG-BEKRAFTA')?.as).toBe('met');
  });

  test('a word on the way does not meet the answer', () => {
    const way = new Scenario().report().does(manager, { ...answer, what: 'interim' });
    expect(way.duty('LOK-KLAG-SVAR')).not.toBeNull();
    expect(way.types()).toEqual(['FeedbackGiven']);
  });

  test('nor does an answer to somebody else than the one who complained', () => {
    expect(
      new Scenario()
        .report()
        .does(manager, { ...answer, to: 'staffGroup' })
        .duty('LOK-KLAG-SVAR'),
    ).not.toBeNull();
  });

  test('given on Friday and written down on Tuesday: the duty was met on Friday, in time', () => {
    const way = new Scenario('2026-03-02T08:00:00.000Z').report();
    way.now = '2026-03-17T08:00:00.000Z';
    way.does(manager, { ...answer, at: '2026-03-13T14:00:00Z' });
    expect(way.ended('LOK-KLAG-SVAR')).toMatchObject({ as: 'met', at: '2026-03-13T14:00:00.000Z' });
    expect(way.case.contact.feedback[0]?.at).toBe('2026-03-13T14:00:00.000Z');
  });

  test.each([
    ['2026-03-03T08:00:00Z', 'Tidpunkten kan inte ligga i framtiden'],
    ['2026-02-27T08:00:00Z', 'Tidpunkten kan inte ligga före den dag ärendet togs emot'],
  ])('an answer can’t have been given %s', (at, text) => {
    expect(
      new Scenario()
        .report()
        .when({ ...answer, at })
        .said(),
    ).toContain(text);
  });

  test('a written answer is kept in the case; a spoken one may be noted as given', () => {
    expect(
      new Scenario()
        .report()
        .when({ ...answer, text: '' })
        .said(),
    ).toContain('Skriv svaret, så att det finns kvar i ärendet');
    expect(new Scenario().report().when({ type: 'GiveFeedback', what: 'answer', method: 'phone' }).refusal).toBeNull();
  });

  test('a patient’s answer explains; measures may be lacking (PSL 3 kap. 8 b §)', () => {
    const way = new Scenario().report({ source: 'relative', lawAreas: ['HSL'] });
    expect(way.when(answer).lacks()).toEqual(['GiveFeedback.parts']);
    expect(way.does(manager, { ...answer, parts: ['explanation'] }).ended('HSL-KLAG-SVAR')?.as).toBe('met');
  });
});

describe('Where no answer can be given, it is said why (R-203)', () => {
  test('AC-04 an unknown sender without any contact: feedback is passed with that reason, all other stages as usual (R-009)', () => {
    const way = new Scenario().report({ source: 'otherOrUnknown', anonymous: true }).advanceTo('feedback');
    expect(way.when({ type: 'AdvanceCase', to: 'followUp' }).lacks()).toEqual(['GiveFeedback.what']);
    way.does(manager, unknown, { type: 'AdvanceCase', to: 'followUp' });
    expect(way.case.stage).toBe('followUp');
  });

  test('EX-02 an anonymous letter: confirmation and answer are “ej tillämplig” with the reason from the start, never missed', () => {
    const way = new Scenario('2026-10-05T08:00:00.000Z').report({ channel: 'letter', source: 'otherOrUnknown', anonymous: true });
    for (const rule of ['LOK-KLAG-BEKRAFTA', 'LOK-KLAG-SVAR']) expect(way.ended(rule)).toMatchObject({ as: 'notApplicable', reason: 'noWayBack' });
  });

  test('a code is a way: without a name one is still answered', () => {
    const way = new Scenario().report({ answer: { by: 'code' } }, anonymous);
    expect(way.case.desc.anonymous).toBe(true);
    expect(way.duty('LOK-KLAG-SVAR')).not.toBeNull();
    expect(way.when(unknown).said()).toContain('Det finns en väg att svara. Ett ärende utan namn kan besvaras med sin kod');
    expect(way.does(manager, { ...answer, method: 'code' }).ended('LOK-KLAG-SVAR')?.as).toBe('met');
  });

  test('one who wants no answer is owed none', () => {
    const way = new Scenario().report({ answer: { by: 'none' } }, anonymous);
    for (const rule of ['LOK-KLAG-BEKRAFTA', 'LOK-KLAG-SVAR']) expect(way.ended(rule)?.as).toBe('notApplicable');
  });

  test('not stated is not none: the duties stand until somebody says', () => {
    const way = new Scenario().report();
    expect(way.duty('LOK-KLAG-BEKRAFTA')).not.toBeNull();
    expect(way.does(manager, { type: 'ExplainNoFeedback', what: 'confirmation', reason: 'declined' }).ended('LOK-KLAG-BEKRAFTA')).toMatchObject({
      as: 'notApplicable',
      reason: 'declined',
    });
  });

  test('hard to reach, or secrecy: what was tried or what hinders is written', () => {
    for (const reason of ['unreachable', 'secrecy'] as const) {
      expect(new Scenario().report().when({ type: 'ExplainNoFeedback', what: 'answer', reason }).lacks()).toEqual(['ExplainNoFeedback.reasons']);
      expect(new Scenario().report().when({ type: 'ExplainNoFeedback', what: 'answer', reason, reasons: 'Ringt tre gånger.' }).refusal).toBeNull();
    }
  });

  test('an address that is none is turned down in words', () => {
    expect(() => new Scenario().report({ answer: { by: 'email', to: 'inte en adress' } })).toThrow(/Det ser inte ut som en e-postadress/);
    expect(() => new Scenario().report({ answer: { by: 'letter' } })).toThrow(/Ange vart svaret ska skickas/);
  });
});

describe('Messages by the receipt code', () => {
  test('come in from the one who holds the code and go out from the unit; words are sealed, the open part says only the way', () => {
    const way = new Scenario().report({}, anonymous).when({ type: 'ReceiveMessage', text: 'Jag glömde säga en sak.' }, anonymous);
    expect(way.last).toEqual([{ type: 'MessageExchanged', open: { direction: 'in', dialogue: true }, sealed: { text: 'Jag glömde säga en sak.' } }]);
    expect(way.does(manager, { type: 'SendMessage', text: 'Tack.' }).last[0]?.open).toEqual({ direction: 'out', dialogue: true });
  });

  test('they come in also when the case is closed, and nobody who is logged in writes as the complainant', () => {
    const way = new Scenario().report({}, anonymous).advanceTo('closed');
    expect(way.when({ type: 'ReceiveMessage', text: 'Jag är inte nöjd.' }, anonymous).refusal).toBeNull();
    expect(way.when({ type: 'ReceiveMessage', text: 'x' }, manager).refusal?.code).toBe('notYours');
  });
});
