import type { NewCaseEvent } from '#domain/case/events.schema';
import { uuidOf } from '#domain/ids';
import type { RecordedEvent } from '#event-store/event-store';
import { people, Scenario } from '../../../test/support/scenario.js';
import { asItStands } from './as-it-stands.js';
import type { Notice } from './notice.js';
import { noticesOf } from './notices-of.js';

const holders = Object.entries(people).flatMap(([name, { person, posts }]) =>
  person === null ? [] : [{ id: person, login: name, name, email: `${name}@kommun.example`, posts }],
);
const asRecorded = (event: NewCaseEvent, n: number) => ({ ...event, eventId: uuidOf('event', n), actor: 'system' }) as unknown as RecordedEvent;

/** Follows a case: the notices that its events have given, and what each says by now. */
class Told {
  readonly #given: { readonly notice: Notice; readonly event: RecordedEvent }[] = [];
  #seen = 0;
  constructor(readonly way = new Scenario().report({ lawAreas: ['SoL'] })) {
    this.#seen = way.log.length;
  }
  after(work: (way: Scenario) => unknown): this {
    work(this.way);
    this.way.log.slice(this.#seen).forEach((event, n) => {
      const recorded = asRecorded(event, this.#seen + n);
      for (const notice of noticesOf(recorded, this.way.case, { people: holders, organisation: this.way.units, today: '2026-03-02' })) {
        this.#given.push({ notice, event: recorded });
      }
    });
    this.#seen = this.way.log.length;
    return this;
  }
  now(kind: Notice['kind']): readonly Notice[] {
    const given = this.#given.filter(({ notice }) => notice.kind === kind);
    if (given.length === 0) throw new Error(`nothing was told of ${kind}`);
    return given.flatMap(({ notice, event }) => asItStands(notice, event, this.way.case) ?? []);
  }
}
const cancelled = (way: Scenario) =>
  way.does(people.registrar, { type: 'CancelCase', reason: 'test', second: people.divisionHead.person, text: 'x' }).confirms(people.divisionHead);
const no = { irregularity: 'no', careInjury: 'no', danger: 'no' } as const;

describe('When it is sent, a mail mentions only what still waits', () => {
  test('a reminder and an escalation of a duty that is open, not of one that has ended', () => {
    const told = new Told().after((way) => way.passUntil('2026-03-12T12:00:00.000Z'));
    const rules = (kind: Notice['kind']) => [...new Set(told.now(kind).map(({ rule }) => rule))];
    expect(rules('reminder')).toContain('LOK-KLAG-BEKRAFTA');
    expect(rules('escalation')).toContain('LOK-KLAG-BEKRAFTA');
    told.after((way) => way.does(people.manager, { type: 'GiveFeedback', what: 'confirmation', method: 'phone' }));
    expect(rules('reminder')).not.toContain('LOK-KLAG-BEKRAFTA');
    expect(rules('escalation')).not.toContain('LOK-KLAG-BEKRAFTA');
  });

  test('by the day that the duty has now', () => {
    const told = new Told().after((way) => way.passUntil('2026-03-12T12:00:00.000Z'));
    const { way } = told;
    const moved = { ...way.case, duties: way.case.duties.map((duty) => ({ ...duty, dueAt: null, targetAt: '2026-05-05T10:00:00.000Z' })) };
    way.state = moved;
    expect(new Set(told.now('reminder').map(({ due, dueIsTarget }) => `${due} ${dueIsTarget}`))).toEqual(new Set(['2026-05-05T10:00:00.000Z true']));
  });

  test('the mark of secrecy that the case has by then, also to the one who complained (OSL 5 kap. 5 §)', () => {
    const told = new Told().after((way) => way.passUntil('2026-03-12T12:00:00.000Z'));
    const said = () => [...told.now('reminder'), ...told.now('escalation')].map(({ secrecy }) => secrecy);
    expect(new Set(said())).toEqual(new Set([false]));
    told.after((way) => way.does(people.registrar, { type: 'Diarise', diaryNumber: 'SN2026-17', secrecy: true }));
    expect(new Set(said())).toEqual(new Set([true]));
  });

  test('an assignment while the person handles the case', () => {
    const assign = (person: keyof typeof people) => (way: Scenario) => way.does(people.registrar, { type: 'AssignCase', person: people[person].person });
    const told = new Told().after(assign('manager'));
    expect(told.now('assignment')).toHaveLength(1);
    told.after(assign('divisionHead'));
    expect(told.now('assignment').map(({ recipient }) => recipient)).toEqual([people.divisionHead.person]);
  });

  test('a message until somebody has answered it', () => {
    const told = new Told(new Scenario().report({ lawAreas: ['SoL'], answer: { by: 'code' } }));
    told.after((way) => way.when({ type: 'ReceiveMessage', text: 'x' } as never, people.anonymous));
    expect(told.now('message')).toHaveLength(1);
    told.after((way) => way.does(people.manager, { type: 'SendMessage', text: 'x' }));
    expect(told.now('message')).toEqual([]);
  });

  test('a suspicion while the first assessment says it', () => {
    const told = new Told().after((way) => way.does(people.operationsHead, { type: 'AnswerTriage', ...no, danger: 'unsure', reasons: 'x' }));
    expect(told.now('suspicion')).toHaveLength(1);
    told.after((way) => way.does(people.operationsHead, { type: 'AnswerTriage', ...no, reasons: 'x' }));
    expect(told.now('suspicion')).toEqual([]);
  });

  test('nobody who has since got a conflict of interest', () => {
    const told = new Told().after((way) => way.passUntil('2026-03-09T12:00:00.000Z'));
    expect(told.now('reminder').map(({ recipient }) => recipient)).toContain(people.manager.person);
    told.after((way) => way.does(people.manager, { type: 'AnswerConflict', answer: 'conflict', ground: 'ownActs', reasons: 'x' }));
    expect(told.now('reminder').map(({ recipient }) => recipient)).not.toContain(people.manager.person);
  });

  test('nothing of a case that has been cancelled', () => {
    const told = new Told().after((way) =>
      way.does(people.registrar, { type: 'AssignCase', person: people.manager.person }).passUntil('2026-03-09T12:00:00.000Z'),
    );
    told.after(cancelled);
    for (const kind of ['assignment', 'reminder'] as const) expect(told.now(kind)).toEqual([]);
  });

  test('a mail that did not arrive until the person has been reached in another way', () => {
    const told = new Told(new Scenario().report({ lawAreas: ['SoL'], answer: { by: 'email', to: 'x@exempel.se' } }));
    told.after((way) => way.does(people.manager, { type: 'SendMessage', text: 'x' }));
    const mail = told.way.case.contact.mails.at(-1)?.mail as string;
    told.after((way) => way.later(1).when({ type: 'RecordMail', mail, why: 'rejected' }, people.system));
    expect(told.now('undelivered')).toHaveLength(1);
    told.after((way) => way.later(1).does(people.manager, { type: 'GiveFeedback', what: 'interim', method: 'phone', text: 'x' }));
    expect(told.now('undelivered')).toEqual([]);
  });
});
