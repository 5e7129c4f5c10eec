import type { OpenedCase } from '#case-service/case-reader';
import { wordOf } from '#case-view/investigation';
import { type ExistingCase, mayGoAlong } from '#domain/case/case';
import { processOf } from '#domain/case/processes/index';
import { secondsAwaited } from '#domain/case/seconds';
import { carries, named } from '#domain/case/wall';
import { caseRelations } from '#domain/codes/case-relations';
import { causeAreas, causeLevels } from '#domain/codes/causes';
import { cancelReasons } from '#domain/codes/closing';
import { labelOf } from '#domain/codes/code';
import { NONE } from '#domain/codes/decisions';
import { inSentence } from '#domain/codes/in-sentence';
import { investigationPoints } from '#domain/codes/investigation';
import type { LocalList } from '#domain/codes/local-lists';
import { type Role, roles } from '#domain/codes/roles';
import { secondedDecisions, urgentSteps } from '#domain/codes/seconded';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { holdersOf } from '#domain/org/holders';
import { sideOf } from '#domain/org/trees';
import type { Organisation } from '#domain/org/units';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import type { References } from '#ui/command-form';
import { shortDay } from '#ui/deadline';
import type { Option } from '#ui/field';
import { attachmentsOf } from '../attachments/attachments.js';

const chiefs: readonly Role[] = ['enhetschef', 'verksamhetschef', 'avdelningschef', 'socialchef'];

export const roleOf = (person: Person): string => (person.posts[0] === undefined ? '' : inSentence(labelOf(roles, person.posts[0].role)));
const asOptions = (people: readonly Person[]): readonly Option[] => [
  ...new Map(people.map((person) => [person.id, { value: person.id, label: `${person.name}, ${roleOf(person)}` }])).values(),
];

/** Holders of posts over the case's unit by which cases are handled. */
function overIn({ desc }: ExistingCase, people: readonly Person[], organisation: Organisation, today: string): readonly Person[] {
  const answering = organisation.answering(desc.unit, today).map(({ code }) => code);
  const within = (unit: string) => answering.includes(unit) || (desc.unit === null && answering.some((code) => organisation.isWithin(unit, code, today)));
  return people.filter(({ posts }) => posts.some((post) => within(post.unit) && carries(post)));
}

/** Of these, those who may get the case: over its unit, and without a conflict of interest. */
export const ableIn = (state: ExistingCase, people: readonly Person[], organisation: Organisation, today: string): readonly Person[] =>
  overIn(state, people, organisation, today).filter(({ id }) => !state.conflict.barred.includes(id));

/** What the fields of a case's forms can refer to: persons, its own causes, actions and entries, units. By name, since pages are for people. */
export function referencesOf(opened: OpenedCase, people: readonly Person[], register: OrganisationRegister, actor: Actor): References {
  const { state } = opened;
  const today = stockholmDate(opened.now);
  const { organisation } = register;
  const over = overIn(state, people, organisation, today);
  const able = ableIn(state, people, organisation, today);
  const persons = (ids: readonly string[]) => asOptions(people.filter(({ id }) => ids.includes(id)));
  const holders = (list: readonly Role[]) =>
    asOptions(
      list
        .flatMap((role) => holdersOf(people, role, state.desc.unit, organisation, today))
        .filter(({ id }) => id !== actor.person && !state.conflict.barred.includes(id)),
    );
  const causes = state.investigation.causes.flatMap((cause, n) => (cause.withdrawn ? [] : [{ value: cause.causeId, label: causeLabel(opened, cause, n) }]));
  const requests = (own: boolean) =>
    secondsAwaited(state)
      .filter(({ by }) => own || by !== actor.person)
      .map((row) => ({ value: row.request, label: requestLabel(row, people) }));
  const side = sideOf(state.desc.unit, organisation, today);
  const division = register.divisionOf(state.desc.unit, today);
  const entries = (list: LocalList) =>
    register.entriesOn(list, stockholmDate(state.desc.receivedAt), state.desc[list]).filter((entry) => entry.division === division);
  return {
    person: asOptions(able),
    lead: asOptions(able),
    presenter: asOptions(able.filter(({ id }) => id !== actor.person)),
    participants: [{ value: NONE, label: 'Inga' }, ...asOptions(able.filter(({ id }) => id !== actor.person))],
    second: holders([...chiefs, 'registrator']),
    'CancelCase.second': holders(processOf(state.desc.process).cancel.second),
    'AnswerConflict.person': asOptions(over),
    'OverrideConflict.person': persons([
      ...state.conflict.found.filter((row) => !row.overridden).map(({ person }) => person),
      ...state.investigation.investigators,
    ]),
    unit: organisation
      .at(today)
      .filter((unit) => sideOf(unit.code, organisation, today) === side)
      .map((unit) => ({ value: unit.code, label: unit.name })),
    causes,
    'ConfirmSecond.request': requests(false),
    'RefuseSecond.request': requests(true),
    causeId: causes,
    actionId: state.remedy.actions.flatMap((action, n) =>
      action.status === 'dropped'
        ? []
        : [
            {
              value: action.actionId,
              label: `Åtgärd ${n + 1}: ${short(wordOf(opened, 'ActionPlanned', 'what', (open) => open['actionId'] === action.actionId)) ?? 'utan text'}`,
            },
          ],
    ),
    replaces: state.investigation.entries.flatMap((entry, n) =>
      entry.replaced
        ? []
        : [
            {
              value: entry.id,
              label: `Uppgift ${n + 1}, ${inSentence(labelOf(investigationPoints, entry.point as (typeof investigationPoints)[number]['code']))}: ${short(wordOf(opened, 'EntryMade', 'text', (open) => open['entry'] === entry.id)) ?? ''}`,
            },
          ],
    ),
    attachments: attachmentsOf(opened)
      .filter(mayGoAlong)
      .map(({ id, name, what }) => ({ value: id, label: `${name} (${what})` })),
    ...linkedCases(opened),
    categoryOther: entries('categoryOther').map(({ code, label }) => ({ value: code, label })),
    lexSarahKindOther: entries('lexSarahKindOther').map(({ code, label }) => ({ value: code, label })),
  };
}

/** The cases that this one is linked with, of those that the person sees, in the fields that choose among them. */
function linkedCases({ state, numbers }: OpenedCase): References {
  const options = state.links.flatMap(({ caseId, relation }) => {
    const number = numbers.get(caseId);
    return number === undefined ? [] : [{ value: caseId, label: `${number} (${inSentence(labelOf(caseRelations, relation).split(':')[0] ?? '')})` }];
  });
  return Object.fromEntries(Object.entries(named).flatMap(([field, what]) => (what === 'linkedCase' ? [[field, options]] : [])));
}

/** "Makulering: Felregistrerad, begärd av Britta Berg 3 mars". */
function requestLabel({ of, reason, person, step, by, at }: ReturnType<typeof secondsAwaited>[number], people: readonly Person[]): string {
  const name = (id: string) => people.find((one) => one.id === id)?.name ?? 'en medarbetare';
  const what = [
    reason === null ? null : labelOf(cancelReasons, reason),
    person === null ? null : name(person),
    step === null ? null : inSentence(labelOf(urgentSteps, step)),
  ];
  return `${labelOf(secondedDecisions, of)}: ${what.filter((each) => each !== null).join(', ')}, begärd av ${name(by)} ${shortDay(at)}`;
}

/** "Orsak 2: Kommunikation och information (enhet), allvarlig: ingen ringde …" */
export function causeLabel(opened: OpenedCase, cause: OpenedCase['state']['investigation']['causes'][number], n: number): string {
  const text = short(wordOf(opened, 'CauseFound', 'text', (open) => open['causeId'] === cause.causeId));
  const level = cause.level === null ? '' : ` (${inSentence(labelOf(causeLevels, cause.level))})`;
  return `Orsak ${n + 1}: ${labelOf(causeAreas, cause.area)}${level}${cause.serious === true ? ', allvarlig' : ''}${text === null ? '' : `: ${text}`}`;
}

const short = (text: string | null): string | null => (text === null || text.length <= 80 ? text : `${text.slice(0, 79)}…`);
