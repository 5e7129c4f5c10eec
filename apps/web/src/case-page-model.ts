import { z } from 'zod';
import type { OpenedCase } from '#case-service/case-reader';
import { sentenceOf } from '#case-view/agenda';
import { commandsFor } from '#case-view/commands-for';
import { historyView } from '#case-view/history';
import { nextStep } from '#case-view/next-step';
import type { Actor } from '#domain/case/actor';
import { agenda } from '#domain/case/agenda';
import { type ExistingCase, nextDuty, openDuties } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { labelOf } from '#domain/codes/code';
import { codeLists } from '#domain/codes/index';
import { stockholmDate } from '#domain/law/calendar';
import { holdersOf } from '#domain/org/holders';
import { roles } from '#domain/org/roles';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople, type Person } from '#organisation/people';
import type { Tx } from '#platform/database';
import { commandTexts } from '#text/commands';
import { inSentence } from '#text/in-sentence';
import { type CommandFormProps, fieldsOf, type ObjectSchema, type References } from '#ui/command-form';
import { longMoment, shortDay } from '#ui/deadline';
import type { Fault } from '#ui/error-summary';
import type { Option } from '#ui/field';
import { missingOf, offeredTo, schemaOf, stageSteps } from './case-model.js';
import { dutyLine, endingOf, ruleName, wordsOf } from './case-page-parts.js';
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
    const due = nextDuty(state);
    const allowed = commandsFor(actor, state, this.register.organisation, today);
    const history = historyView(opened, people, this.register.organisation).items;
    return {
      id: state.id,
      number: state.number,
      heading: `${label('opinionType', state.desc.opinionType) ?? 'Ärende'}, ${this.#unitName(state.desc.unit, today)}`,
      facts: this.#facts(state, people, today),
      steps: stageSteps(state),
      now,
      refused:
        tried === null
          ? null
          : { title: tried.title, faults: tried.faults.map((fault) => ({ ...fault, href: fault.href ?? hrefOf(fault.field, tried.command) })) },
      next:
        next === null
          ? null
          : {
              ...next,
              missing: missingOf(state),
              due: due === null ? null : { dueAt: due.dueAt, targetAt: due.targetAt, isLaw: due.basis === 'law' && due.dueAt !== null },
              mayAdvance: allowed.includes('AdvanceCase'),
            },
      ending: endingOf(state),
      mayRead: opened.mayRead,
      words: wordsOf(history),
      forms: offeredTo(state, allowed).map((name) => form(name, state, references, tried, newKey())),
      openForm: tried?.command ?? null,
      agenda: agenda(state, this.register.organisation.settings.ladder).map((item) => ({
        id: item.id,
        at: item.at,
        what: sentenceOf(item),
        why: ruleName(item.rule, state),
      })),
      duties: [...openDuties(state), ...state.duties.filter((duty) => duty.closed !== null)].map((duty) => dutyLine(duty, now)),
      // Duties have their own list beside; their bookkeeping would drown what people have done.
      history: history
        .filter((line) => line.type !== 'DutyOpened' && line.type !== 'DutyClosed')
        .map(({ version, at, text, by }) => ({ version, at, text, who: by }))
        .reverse(),
      version: state.version,
    };
  }

  #unitName(code: string | null, today: string): string {
    return code === null ? 'utan enhet' : (this.register.organisation.unit(code, today)?.name ?? code);
  }

  #references(state: ExistingCase, opened: OpenedCase, people: readonly Person[], today: string): References {
    const { organisation } = this.register;
    const answering = organisation.answering(state.desc.unit, today);
    const staff = people.filter((person) =>
      person.posts.some((post) =>
        answering.some(({ code }) => code === post.unit || (state.desc.unit === null && organisation.isWithin(post.unit, code, today))),
      ),
    );
    const chiefs = (['enhetschef', 'avdelningschef', 'socialchef'] as const).flatMap((role) => holdersOf(people, role, state.desc.unit, organisation, today));
    const asPeople = (list: readonly Person[]): Option[] => [
      ...new Map(list.map((person) => [person.id, { value: person.id, label: `${person.name}, ${roleOf(person)}` }])).values(),
    ];
    const causes = state.causes
      .filter((cause) => !cause.withdrawn)
      .map((cause) => ({
        value: cause.causeId,
        label: titleOf(opened, 'CauseFound', 'causeId', cause.causeId, 'text') ?? label('causeArea', cause.area) ?? cause.area,
      }));
    const division = this.register.divisionOf(state.desc.unit, today);
    return {
      person: asPeople(staff.filter((person) => !state.barred.includes(person.id))),
      second: asPeople(chiefs),
      unit: organisation.at(today).map((unit) => ({ value: unit.code, label: unit.name })),
      actionId: state.actions
        .filter((action) => action.status !== 'dropped')
        .map((action, n) => ({ value: action.actionId, label: titleOf(opened, 'ActionPlanned', 'actionId', action.actionId, 'what') ?? `Åtgärd ${n + 1}` })),
      causes,
      causeId: causes,
      categoryOther: this.register
        .entries()
        .filter((entry) => entry.list === 'categoryOther' && entry.division === division)
        .map((entry) => ({ value: entry.code, label: entry.label })),
    };
  }

  #facts(state: ExistingCase, people: readonly Person[], today: string): CasePageProps['facts'] {
    const { desc } = state;
    const handler = people.find((person) => person.id === state.handler?.person);
    const rows: readonly (readonly [string, string | null])[] = [
      ['Enhet', this.#unitName(desc.unit, today)],
      ['Från', desc.source === 'local' && desc.sourceName !== null ? this.register.labelOf('sourceName', desc.sourceName) : label('source', desc.source)],
      ['Hur det kom in', label('channel', desc.channel)],
      [
        'Gäller',
        (desc.categories ?? [])
          .map((code) =>
            code === 'other' && desc.categoryOther !== null
              ? `Annat: ${this.register.labelOf('categoryOther', desc.categoryOther) ?? ''}`
              : label('complaintCategory', code),
          )
          .join(', ') || null,
      ],
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
const roleOf = (person: Person): string => (person.posts[0] === undefined ? '' : inSentence(labelOf(roles, person.posts[0].role)));

function titleOf(opened: OpenedCase, type: string, idField: string, id: string, word: string): string | null {
  const event = opened.events.find((row) => row.type === type && row.open[idField] === id);
  const text = event === undefined ? undefined : opened.words.get(event.eventId)?.[word];
  return typeof text === 'string' ? text.slice(0, 80) : null;
}
