import { randomUUID } from 'node:crypto';
import type { Attaching, NotKept } from '#attachments/attaching';
import type { Sent as SentFile } from '#attachments/cleaned';
import type { CaseService } from '#case-service/case-service';
import { commandsFor } from '#case-view/commands-for';
import { offeredTo } from '#case-view/offered';
import { closedOf, type ExistingCase, nextDuty } from '#domain/case/case';
import type { ReportCase } from '#domain/case/commands.schema';
import { senderOf } from '#domain/case/decide/report';
import { labelOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { faultOfDay } from '#domain/days';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { managersOf } from '#domain/org/holders';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople, type Person } from '#organisation/people';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { commandTexts } from '#text/commands';
import { registrationTexts } from '#text/registration';
import { staffReportTexts as said } from '#text/staff-report';
import { takenInSentence } from '#text/taken-in';
import { clockTime } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import { keptOf } from '../attachments/kept-files.js';
import { longDay } from '../frame/days.js';
import { valuesOf } from '../frame/form-values.js';
import { type FormBody, textOf } from '../frame/request.js';
import { entryOptions, type Reported, sendReport, unitOptions } from './report-form.js';
import type { StaffReceiptProps } from './staff-receipt.page.js';
import { chosenAt, chosenUnit, isMomentUnclear, openedAt, reportOf } from './staff-report-body.js';
import { type AskedFields, type Door, type Lists, staffFields } from './staff-report-fields.js';
import { affectedFrom, answerFrom, formFieldOf } from './who-spoke.js';

/** What follows most often when something has been taken in. */
const follows: readonly string[] = ['LinkCase', 'ConvertCase', 'MoveToUnit', 'Diarise', 'AssignCase'];

interface Sender {
  readonly actor: Actor;
  readonly person: Person;
}
interface Files {
  readonly kept: readonly string[];
  readonly notKept: readonly NotKept[];
}
/** The receipt, or everything that stopped it. `isAgain`: the form has been sent before with other words. */
export type TakenIn = { readonly receipt: StaffReceiptProps; readonly faults?: undefined } | { readonly faults: readonly Fault[]; readonly isAgain: boolean };

/** Units shown as choices; a person who works at more places picks from the list. */
const MOST_OWN = 4;

/** The fields of the staff's form, and what is done with it when it is sent. */
export class StaffReporting {
  constructor(
    private readonly cases: CaseService,
    private readonly attaching: Attaching,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
    private readonly database: Tx,
  ) {}

  now(): string {
    return this.clock.now().toISOString();
  }

  /** The person's own workplaces come first. */
  lists(actor: Actor): Lists {
    const today = stockholmDate(this.now());
    const units = unitOptions(this.register, actor, today);
    const own = units.filter(({ value }) => actor.posts.some((post) => post.unit === value));
    return {
      units,
      own: own.length > MOST_OWN ? [] : own,
      entries: entryOptions(this.register, 'categoryOther', today),
      ownSources: entryOptions(this.register, 'sourceName', today),
    };
  }

  /** Sends the form: the receipt, or everything that stopped it. The same form twice is one report. */
  async send(door: Door, body: FormBody, who: Sender, files: readonly SentFile[]): Promise<TakenIn> {
    const { first, afterwards, more } = staffFields(door, this.lists(who.actor));
    const unsaid = [...unsaidIn([...first, ...afterwards], body), ...unclearIn(body, this.now())];
    if (unsaid.length > 0) return { faults: unsaid, isAgain: false };
    const typed = {
      unit: chosenUnit(body),
      ...valuesOf([...first, ...afterwards, ...more], body),
      ...(textOf(body, 'day') === '' ? {} : { day: textOf(body, 'day') }),
      ...(afterwards.length === 0 ? {} : spokenOf(body)),
    };
    const values = reportOf(door, typed, who.person.name, chosenAt(body, this.now()));
    const sent = await this.takeIn(values, textOf(body, '_key'), who, files);
    if (sent.faults === undefined) return sent;
    const named = ({ field, text }: Fault) => ({ field: field === 'occurredAt' && door !== 'klagomal' ? 'day' : formFieldOf(field, body), text });
    return { ...sent, faults: sent.faults.map(named) };
  }

  /** Takes in what a form has become: the report, its files, and what its sender is told. The same key twice is one report. */
  async takeIn(values: Record<string, unknown>, key: string, who: Sender, files: readonly SentFile[]): Promise<TakenIn> {
    const sent = await sendReport(this.cases, who.actor, key || randomUUID(), values);
    if ('again' in sent) return { faults: [{ field: 'what', text: said.twice(sent.again.number, sent.again.at) }], isAgain: true };
    if ('faults' in sent) return { faults: sent.faults, isAgain: false };
    const { answer } = sent;
    // Attachments of an anonymous report have no sender either.
    const notKept = await this.attaching.add(
      senderOf(who.actor, values as Pick<ReportCase, 'anonymous' | 'kind'>),
      [answer.id, ...answer.siblings.map(({ id }) => id)],
      files,
    );
    return { receipt: await this.#receipt(who.actor, answer, values, { kept: keptOf(files, notKept), notKept }) };
  }

  async #receipt(actor: Actor, answer: Reported, values: Record<string, unknown>, { kept, notKept }: Files): Promise<StaffReceiptProps> {
    const state = await this.cases.load(answer.id);
    const closed = state.exists && closedOf(state) !== null;
    const pastChief = values['concernsChief'] === true;
    // Where a case of another kind was made with it, the work goes on there.
    const made = answer.born?.[0];
    const onto = made === undefined ? state : await this.cases.load(made.id);
    const due = onto.exists && !closed ? nextDuty(onto) : null;
    const isHandedOver = state.exists && state.desc.kind === 'complaint' && state.desc.answerBy === 'code';
    return {
      id: answer.id,
      number: answer.number,
      kind: state.exists ? labelOf(kinds, state.desc.kind) : '',
      takenIn: answer.takenInAs === undefined ? null : takenInSentence(answer.takenInAs),
      siblings: answer.siblings,
      goesTo: state.exists && !closed && made === undefined ? await this.#goesTo(state) : null,
      pastChief,
      closed,
      next: due === null ? null : this.#next(due.dueAt ?? due.targetAt ?? this.now()),
      code: values['anonymous'] === true || isHandedOver ? answer.receiptCode : null,
      isHandedOver,
      born: (answer.born ?? []).map(({ id, kind, number }) => ({ id, kind: labelOf(kinds, kind), number })),
      onward:
        made !== undefined
          ? [{ href: `/arende/${made.id}`, text: said.receipt.open(labelOf(kinds, made.kind)) }]
          : state.exists
            ? this.#onward(actor, state)
            : [],
      files: kept,
      notKept,
    };
  }

  /** A day that has passed, where something is registered long after it came, is said to have. */
  #next(dueAt: string): string {
    return (dueAt < this.now() ? registrationTexts.late : said.receipt.next)(longDay(dueAt));
  }

  /** What this person may do next with the case, of what most often follows. */
  #onward(actor: Actor, state: ExistingCase): StaffReceiptProps['onward'] {
    const allowed = commandsFor(actor, state, this.register.organisation, stockholmDate(this.now()));
    const offered: readonly string[] = offeredTo(state, allowed);
    return follows
      .filter((name) => offered.includes(name))
      .map((name) => ({ href: `/arende/${state.id}?gor=${name}#k-${name}`, text: commandTexts[name]?.title ?? name }));
  }

  /** Who has it now, by name: the nearest manager of the unit who may see it. */
  async #goesTo(state: ExistingCase): Promise<string | null> {
    const today = stockholmDate(this.now());
    const { organisation } = this.register;
    const unit = state.desc.unit === null ? null : organisation.unit(state.desc.unit, today);
    if (unit === null) return null;
    const free = this.register.holders(today).filter(({ id }) => !state.conflict.barred.includes(id));
    const names = (await allPeople(this.database, today)).filter(({ id }) => managersOf(free, unit.code, organisation, today).includes(id));
    return names.length === 0 ? unit.name : `${names.map(({ name }) => name).join(' och ')} (${unit.name})`;
  }
}

/** How the one who spoke wants the answer, and whom it concerns. */
function spokenOf(body: FormBody): Record<string, unknown> {
  const [answer, affected] = [answerFrom(body), affectedFrom(body)];
  return { ...(answer === undefined ? {} : { answer }), ...(affected === undefined ? {} : { affected }) };
}

/** Required fields that are empty, in their order. */
function unsaidIn(first: AskedFields['first'], body: FormBody): readonly Fault[] {
  const lack = (field: string, label: string): Fault => ({ field, text: said.lack(label) });
  const place = textOf(body, 'unit');
  const unplaced = place === 'other' ? lack('otherUnit', said.fields.otherUnit.label) : lack('unit', said.fields.unit.label);
  return [
    ...(chosenUnit(body) === '' ? [unplaced] : []),
    ...first.filter((field) => field.required && textOf(body, field.name) === '').map((field) => lack(field.name, field.label)),
    ...(textOf(body, 'when') === 'other' && textOf(body, 'day') === '' ? [lack('day', said.fields.day.label)] : []),
  ];
}

/** An invalid or future day; a time that occurs twice. */
function unclearIn(body: FormBody, now: string): readonly Fault[] {
  if (isMomentUnclear(body, now)) return [{ field: 'when', text: said.whenAgain(clockTime(openedAt(body, now))) }];
  const day = textOf(body, 'day');
  if (textOf(body, 'when') !== 'other' || day === '') return [];
  const fault = faultOfDay(day) ?? (day > stockholmDate(now) ? said.futureDay : null);
  return fault === null ? [] : [{ field: 'day', text: fault }];
}
