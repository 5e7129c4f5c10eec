import { people, Scenario } from '../../../../../test/support/scenario.js';

const received = (way: Scenario) => way.log[0]?.open as Record<string, unknown>;
const local = { source: 'local', sourceName: 'local-lawfirm' };

describe('A complaint is received', () => {
  test('R-072 AC-01 the first event is the receipt, before any stage can begin; a public report is let in without log-in and its receipt is its confirmation', () => {
    const way = new Scenario().report({ source: 'serviceUserOrGuardian' }, people.anonymous);
    expect(way.types()).toEqual(['CaseReceived', 'StageEntered', 'DutyOpened', 'DutyOpened', 'DutyOpened', 'FeedbackGiven', 'DutyClosed']);
    expect(received(way)).toMatchObject({ channel: 'web', reporter: null, anonymous: true, answerBy: 'code' });
    expect(way.ended('LOK-KLAG-BEKRAFTA')?.as).toBe('met');
  });

  test('AC-02 a paper form and a spoken complaint are ordinary cases, found by their channel (R-002, R-003)', () => {
    for (const channel of ['paperForm', 'spoken'] as const) {
      const way = new Scenario().report({ channel, source: 'serviceUserOrGuardian' }, people.carer);
      expect(way.case.desc.channel).toBe(channel);
      expect(way.case.stage).toBe('received');
    }
  });

  test('AC-03 a carer registers for a service user: the source is the service user, the registrant the carer (R-012)', () => {
    const way = new Scenario().report({ source: 'serviceUserOrGuardian', channel: 'staffPhone' }, people.carer);
    expect(way.case.desc.source).toBe('serviceUserOrGuardian');
    expect(way.case.receipt.reporter).toBe(people.carer.person);
  });

  test('R-012 when it happened, when it was received and when it was written down are three times, never mixed', () => {
    const way = new Scenario('2026-03-05T09:00:00.000Z').report({ occurredAt: '2026-02-20T19:00:00Z', receivedAt: '2026-03-02T08:30:00Z' });
    expect(way.case.desc).toMatchObject({ occurredAt: '2026-02-20T19:00:00.000Z', receivedAt: '2026-03-02T08:30:00.000Z' });
    expect(way.case.receipt.recordedAt).toBe('2026-03-05T09:00:00.000Z');
    expect(way.duty('LOK-KLAG-SVAR')?.startedAt).toBe('2026-03-02T08:30:00.000Z');
  });

  test('what the public says of when it was received is not heeded: it was received now', () => {
    const way = new Scenario('2026-03-05T09:00:00.000Z').report({ receivedAt: '2020-01-01T08:00:00Z' }, people.anonymous);
    expect(way.case.desc.receivedAt).toBe('2026-03-05T09:00:00.000Z');
  });

  test.each([
    [{ receivedAt: '2026-03-03T08:00:00Z' }, 'receivedAt', 'Mottaget datum kan inte ligga i framtiden'],
    [{ receivedAt: '1999-03-03T08:00:00Z' }, 'receivedAt', 'Mottaget datum ligger för långt tillbaka'],
    [{ occurredAt: '2026-03-03T08:00:00Z' }, 'occurredAt', 'Händelsen kan inte ligga i framtiden'],
    [{ occurredAt: '2026-02-03T08:00:00Z', occurredTo: '2026-02-01T08:00:00Z' }, 'occurredTo', 'Slutet kan inte ligga före början'],
    [{ opinionType: null }, 'opinionType', 'Välj om det är klagomål, synpunkt, förslag eller beröm'],
    [{ source: null }, 'source', 'Ange från vem det kommer'],
    [{ unit: 'no-such-unit' }, 'unit', 'Enheten fanns inte den dag ärendet togs emot'],
    [{ source: 'local' }, 'sourceName', 'Ange vilken av avdelningens egna källor det är'],
    [{ categories: ['other'] }, 'categoryOther', 'Ange vad ”Annat” är'],
    [{ handledAtOnce: true, categories: ['treatment'] }, 'immediateActions', 'Skriv vad som gjordes'],
    [{ handledAtOnce: true, immediateActions: 'Vi ringde.' }, 'categories', 'Välj minst en kategori'],
  ])('a report of staff with %j is turned down, and says why at its field', (body, field, text) => {
    const way = new Scenario().report(body);
    expect(way.refusal?.status).toBe(422);
    expect(way.refusal?.missing).toContainEqual({ field, text });
    expect(way.state.exists).toBe(false);
  });

  test('R-015 a complaint, a point of view and a suggestion are told apart, and staff can’t leave it unsaid', () => {
    const types = ['complaint', 'opinion', 'suggestion'];
    expect(types.map((opinionType) => new Scenario().report({ opinionType }).case.desc.opinionType)).toEqual(types);
    expect(new Scenario().report({ opinionType: null }).lacks()).toEqual(['opinionType']);
  });

  test('every lack is named at once, not one at a time', () => {
    expect(new Scenario().report({ opinionType: null, source: null, categories: ['other'] }).lacks()).toEqual(['categoryOther', 'opinionType', 'source']);
  });

  test('a report of years ago opens no duty under a rule that did not yet exist', () => {
    const way = new Scenario().report({ receivedAt: '2010-05-03T08:00:00Z' });
    expect(way.refusal).toBeNull();
    expect(way.case.duties.map((duty) => duty.rule)).not.toContain('RAPPORTER-UTRED');
  });
});

describe('Where a complaint comes from', () => {
  test('R-008 a division’s own source is kept as local with the code of its entry', () => {
    expect(new Scenario().report(local).case.desc).toMatchObject(local);
  });

  test('R-010 what came through IVO keeps the sender behind it, and only then', () => {
    expect(new Scenario().report({ source: 'viaIvo', senderBehind: 'relative' }).case.desc).toMatchObject({ source: 'viaIvo', senderBehind: 'relative' });
    expect(new Scenario().report({ source: 'resident', senderBehind: 'relative' }).lacks()).toEqual(['senderBehind']);
    expect(new Scenario().report({ source: 'viaIvo', senderBehind: 'viaIvo' }).said()).toContain('Ange vem som vände sig till IVO');
  });

  test('R-011 R-013 R-014 staff, residents and authorities are sources like others, and a source is not a kind', () => {
    for (const source of ['resident', 'officialOrAuthority']) expect(new Scenario().report({ source }).case.desc).toMatchObject({ kind: 'complaint', source });
    expect(new Scenario().report({ source: 'staff' }, people.carer).case.desc).toMatchObject({ kind: 'complaint', source: 'staff' });
  });

  test.each(['19121212-1212', '070-123 45 67', 'Storgatan 12', 'local-thing'])('R-316 the public can’t put “%s” in a field that stands open', (sourceName) => {
    expect(new Scenario().report({ source: 'local', sourceName }, people.anonymous).said()).toContain('Fältet kan bara fyllas i av den som är inloggad');
  });

  test.each([
    ['19121212-1212', 'Fältet får inte innehålla personnummer, telefonnummer eller adress'],
    ['070-123 45 67', 'Fältet får inte innehålla personnummer, telefonnummer eller adress'],
    ['Storgatan 12', 'Fältet får inte innehålla personnummer, telefonnummer eller adress'],
    ['advokatbyra', 'Posten finns inte i avdelningens lista'],
  ])('nor can staff: “%s” is no entry of the division’s list', (sourceName, text) => {
    const way = new Scenario().report({ source: 'local', sourceName });
    expect(way.refusal?.status).toBe(422);
    expect(way.said()).toContain(text);
  });
});

describe('Categories', () => {
  test('AC-07 a complaint may have several categories and is still one case (R-034)', () => {
    expect(new Scenario().report({ categories: ['treatment', 'caseHandling'] }).case.desc.categories).toEqual(['treatment', 'caseHandling']);
  });

  test.each([
    ['at receipt', (body: object) => new Scenario().report({ categories: ['other'], ...body })],
    ['when classified', (body: object) => new Scenario().report().when({ type: 'ClassifyCase', categories: ['other'], ...body })],
    [
      'when corrected',
      (body: object) =>
        new Scenario().report().when({ type: 'CorrectCase', set: { categories: ['other'], ...body }, why: 'wrongFromStart', reasons: 'Fel ruta.' }),
    ],
    [
      'when closed at once',
      (body: object) => new Scenario().report().when({ type: 'CloseAtOnce', toldOnTheSpot: true, categories: ['other'], whatWasDone: 'Vi ringde.', ...body }),
    ],
  ])('AC-08 “annat” says what, %s (R-035)', (_, told) => {
    expect(told({}).said()).toContain('Ange vad ”Annat” är');
    expect(told({ categoryOther: 'economy' }).said()).toContain('Posten finns inte i avdelningens lista');
    expect(told({ categoryOther: '19121212-1212' }).refusal).not.toBeNull();
    expect(told({ categoryOther: 'local-economy' }).refusal).toBeNull();
  });

  test('the same classification again changes nothing', () => {
    const way = new Scenario()
      .report()
      .when({ type: 'ClassifyCase', categories: ['treatment'] })
      .when({ type: 'ClassifyCase', categories: ['treatment'] });
    expect(way.last).toEqual([]);
  });
});
