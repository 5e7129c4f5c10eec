import { z } from 'zod';
import { agenda, type AgendaItem, ownerRole } from '#domain/case/agenda';
import type { Actor } from '#domain/case/actor';
import { type ExistingCase, openDuties, type Duty } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { codeLists } from '#domain/codes/index';
import { historyOf, type OpenedCase } from '#case-service/case-reader';
import { stockholmDate } from '#domain/law/calendar';
import { ruleAt } from '#domain/law/regulation';
import { labelOf } from '#domain/codes/code';
import { roles } from '#domain/org/roles';
import { closeReasons, cancelReasons } from '#domain/codes/closing';
import { allPeople, holdersOf, type Person } from '#organisation/people';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Tx } from '#platform/database';
import { commandTexts } from '#text/commands';
import { wordNames } from '#text/words';
import { type CommandFormProps, fieldsOf, type ObjectSchema, type References } from '#ui/command-form';
import { dueText, longMoment, shortDay } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import type { Option } from '#ui/field';
import { isAllowed, nextStep, offeredTo, schemaOf, stageSteps } from './case-model.js';
import type { CasePageProps } from './pages/case.page.js';
import type { FormBody } from './request.js';

export interface Tried {
  readonly command: string;
  readonly body: FormBody;
  readonly title: string;
  readonly faults: readonly Fault[];
}

/** Everything that the case page shows, for one person. */
export class CasePageModel {
  constructor(
    private readonly database: Tx,
    private readonly register: OrganisationRegister,
  ) {}

  async of(opened: OpenedCase, actor: Actor, newKey: () => string, tried: Tried | null): Promise<CasePageProps> {
    const { state, now } = opened;
    const today = stockholmDate(now);
    const people = await allPeople(this.database, today);
    const references = this.#references(state, opened, people, today);
    const next = nextStep(state);
    return {
      id: state.id,
      number: state.number,
      heading: `${label('opinionType', state.desc.opinionType) ?? 'Ärende'}, ${this.#unitName(state.desc.unit, today)}`,
      facts: this.#facts(state, people, today),
      steps: stageSteps(state),
      now,
      refused: tried === null ? null : { title: tried.title, faults: tried.faults.map((fault) => ({ ...fault, href: fault.href ?? hrefOf(fault.field, tried.command) })) },
      next: next === null ? null : { ...next, due: next.due === null ? null : { dueAt: next.due.dueAt, targetAt: next.due.targetAt, isLaw: next.due.basis === 'law' }, mayAdvance: isAllowed(actor, 'AdvanceCase', state, this.register.organisation, today) },
      ending: endingOf(state),
      mayRead: opened.mayRead,
      words: wordsOf(opened),
      forms: offeredTo(actor, state, this.register.organisation, today).map((name) => form(name, state, references, tried, newKey())),
      openForm: tried?.command ?? null,
      agenda: agenda(state).map((item) => ({ id: item.id, at: item.at, what: whatOf(item), why: ruleName(item.rule, state) })),
      duties: [...openDuties(state), ...state.duties.filter((duty) => duty.closed !== null)].map((duty) => dutyLine(duty, now)),
      history: historyOf(opened).map((line) => ({ version: line.version, at: line.at, text: line.text, who: whoOf(line.actor, people) })).reverse(),
      key: newKey(),
      version: state.version,
    };
  }

  #unitName(code: string | null, today: string): string {
    return code === null ? 'utan enhet' : (this.register.organisation.unit(code, today)?.name ?? code);
  }

  #references(state: ExistingCase, opened: OpenedCase, people: readonly Person[], today: string): References {
    const { organisation } = this.register;
    const staff = people.filter((person) => person.posts.some((post) => state.desc.unit === null || organisation.isWithin(state.desc.unit, post.unit, today)));
    const chiefs = (['enhetschef', 'avdelningschef', 'socialchef'] as const).flatMap((role) => holdersOf(people, role, state.desc.unit, organisation, today));
    const asPeople = (list: readonly Person[]): Option[] => [...new Map(list.map((person) => [person.id, { value: person.id, label: `${person.name}, ${roleOf(person)}` }])).values()];
    const division = this.register.divisionOf(state.desc.unit, today);
    return {
      person: asPeople(staff.filter((person) => !state.barred.includes(person.id))),
      second: asPeople(chiefs),
      unit: organisation.at(today).map((unit) => ({ value: unit.code, label: unit.name })),
      actionId: state.actions.filter((action) => action.status !== 'dropped').map((action, n) => ({ value: action.actionId, label: titleOf(opened, 'ActionPlanned', 'actionId', action.actionId, 'what') ?? `Åtgärd ${n + 1}` })),
      causes: state.causes.filter((cause) => !cause.withdrawn).map((cause) => ({ value: cause.causeId, label: titleOf(opened, 'CauseFound', 'causeId', cause.causeId, 'text') ?? (label('causeArea', cause.area) ?? cause.area) })),
      causeId: state.causes.filter((cause) => !cause.withdrawn).map((cause) => ({ value: cause.causeId, label: titleOf(opened, 'CauseFound', 'causeId', cause.causeId, 'text') ?? (label('causeArea', cause.area) ?? cause.area) })),
      categoryOther: this.register.entries().filter((entry) => entry.list === 'categoryOther' && entry.division === division).map((entry) => ({ value: entry.code, label: entry.label })),
    };
  }

  #facts(state: ExistingCase, people: readonly Person[], today: string): CasePageProps['facts'] {
    const { desc } = state;
    const handler = people.find((person) => person.id === state.handler?.person);
    const rows: readonly (readonly [string, string | null])[] = [
      ['Enhet', this.#unitName(desc.unit, today)],
      ['Från', desc.source === 'local' && desc.sourceName !== null ? this.register.labelOf('sourceName', desc.sourceName) : label('source', desc.source)],
      ['Hur det kom in', label('channel', desc.channel)],
      ['Gäller', (desc.categories ?? []).map((code) => (code === 'other' && desc.categoryOther !== null ? `Annat: ${this.register.labelOf('categoryOther', desc.categoryOther) ?? ''}` : label('complaintCategory', code))).join(', ') || null],
      ['Lag', (desc.lawAreas ?? []).map((code) => label('lawArea', code)).join(', ') || null],
      ['Hände', desc.occurredAt === null ? null : shortDay(desc.occurredAt)],
      ['Togs emot', longMoment(desc.receivedAt)],
      ['Registrerades', longMoment(state.recordedAt)],
      ['Handläggs av', handler?.name ?? 'ingen ännu'],
      ['Diarienummer', state.diaryNumber],
    ];
    return rows.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]));
  }
}

const label = (list: string, code: string | null): string | null => (code === null ? null : (codeLists[list]?.find((row) => row.code === code)?.label ?? code));

function form(name: PublicCommand['type'], state: ExistingCase, references: References, tried: Tried | null, key: string): CommandFormProps {
  const text = commandTexts[name] ?? { title: name, button: 'Spara', fields: {} };
  const mine = tried?.command === name ? tried : null;
  return {
    action: `/arende/${state.id}`,
    command: name,
    title: text.title,
    fields: formFields(name, references),
    values: mine?.body ?? {},
    faults: Object.fromEntries((mine?.faults ?? []).map((fault) => [fault.field.split('.').at(-1) ?? '', fault.text])),
    button: text.button,
    idempotencyKey: key,
    version: state.version,
  };
}

/** The fields of a command's form, drawn from its schema. */
export function formFields(name: PublicCommand['type'], references: References = {}) {
  return fieldsOf(z.toJSONSchema(schemaOf(name), { io: 'input' }) as ObjectSchema, commandTexts[name]?.fields ?? {}, references);
}

const hrefOf = (field: string, command: string): string => (field.includes('.') || /^[A-Z]/.test(field) ? `#k-${field.split('.')[0]}` : `#k-${command}`);
const roleOf = (person: Person): string => (person.posts[0] === undefined ? '' : labelOf(roles, person.posts[0].role).toLowerCase());

function titleOf(opened: OpenedCase, type: string, idField: string, id: string, word: string): string | null {
  const event = opened.events.find((row) => row.type === type && row.open[idField] === id);
  const text = event === undefined ? undefined : opened.words.get(event.eventId)?.[word];
  return typeof text === 'string' ? text.slice(0, 80) : null;
}

function wordsOf(opened: OpenedCase): CasePageProps['words'] {
  return historyOf(opened).flatMap((line, n) => {
    const event = opened.events[n];
    const parts = event === undefined ? undefined : opened.words.get(event.eventId);
    return Object.entries(parts ?? {}).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value : Object.values((value ?? {}) as Record<string, unknown>).filter((part) => typeof part === 'string').join(', ');
      return text === '' ? [] : [{ heading: wordNames[name] ?? name, text, note: `${line.text}, ${longMoment(line.at)}` }];
    });
  });
}

function endingOf(state: ExistingCase): string | null {
  if (state.cancelled !== null) return `Makulerat ${longMoment(state.cancelled.at)}: ${labelOf(cancelReasons, state.cancelled.reason)}.`;
  if (state.closed !== null) return `Avslutat ${longMoment(state.closed.at)}: ${labelOf(closeReasons, state.closed.reason)}.`;
  return null;
}

const ruleOf = (id: string, state: ExistingCase) => ruleAt(id, stockholmDate(state.desc.receivedAt));
const ruleName = (id: string, state: ExistingCase): string => `${ruleOf(id, state).name} (${ruleOf(id, state).law})`;

const doing = { sendReceipt: 'Bekräftelse skickas', remind: 'Påminnelse till', escalate: 'Förseningen lyfts till', askEffect: 'Frågan om effekt ställs till' } as const;
const whatOf = (item: AgendaItem): string => (item.do === 'sendReceipt' ? doing.sendReceipt : `${doing[item.do]} ${labelOf(roles, item.toRole).toLowerCase()}`);

function dutyLine(duty: Duty, now: string): CasePageProps['duties'][number] {
  const rule = ruleAt(duty.rule, stockholmDate(duty.startedAt));
  const due = duty.dueAt ?? duty.targetAt;
  const start = `Tiden räknas från ${longMoment(duty.startedAt)}.`;
  const basis =
    duty.dueAt !== null
      ? `${rule.law === 'lokal regel' ? 'Kommunens egen regel' : rule.law} ger ${periodText(rule.period)}.`
      : rule.wording === null
        ? 'Det finns inget datum.'
        : `Lagen säger ”${rule.wording}” och ger inget tal. Datumet är kommunens eget mål.`;
  return {
    id: duty.id,
    name: rule.name,
    law: rule.law,
    due,
    isLaw: duty.basis === 'law' && duty.dueAt !== null,
    state: duty.closed === null ? '' : `${endings[duty.closed.as]} ${shortDay(duty.closed.at)}`,
    why: `${start} ${basis} Bara arbetsdagar räknas där det står arbetsdagar. Ansvarig: ${labelOf(roles, ownerRole(duty)).toLowerCase()}.${due === null ? '' : ` ${dueText(due, now)}.`}`,
  };
}

const endings = { met: 'Gjort', notApplicable: 'Ej tillämpligt', withdrawn: 'Upphörde' } as const;

/** "P10BD" as "tio arbetsdagar" would be grander; digits are plainer. */
function periodText(period: string | null): string {
  const [, n, unit] = /^P(\d+)(BD|D|W|M|Y)$/.exec(period ?? '') ?? [];
  const names: Record<string, string> = { BD: 'arbetsdagar', D: 'dagar', W: 'veckor', M: 'månader', Y: 'år' };
  return n === undefined || unit === undefined ? 'ett datum' : `${n} ${names[unit] ?? ''}`;
}

/** Who did it, for those who may see the case: a name for a colleague, a word for everybody else. */
export function whoOf(actor: string, people: readonly Person[]): string {
  const id = actor.startsWith('person:') ? actor.slice(7) : null;
  if (id !== null) return people.find((person) => person.id === id)?.name ?? 'en medarbetare';
  return actor === 'system' ? 'systemet' : actor === 'import' ? 'importen' : 'allmänheten';
}
