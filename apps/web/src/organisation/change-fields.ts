import { isValidAt, labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { localLists } from '#domain/codes/local-lists';
import { providers } from '#domain/codes/providers';
import { type Role, roles } from '#domain/codes/roles';
import { settableRules } from '#domain/law/own-period';
import { delegatedIn } from '#domain/org/delegations';
import type { IvoKind } from '#domain/org/settings';
import { wholeTree } from '#domain/org/tree-order';
import type { Organisation } from '#domain/org/units';
import { standInReasons } from '#organisation/change.schema';
import type { DatedEntry } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { type changeNames, organisationTexts as texts } from '#text/organisation';
import { type FieldModel, type Option, optionsOf } from '#ui/field';
import { type FormBody, textOf } from '../frame/request.js';
import { kindsOf } from './deadlines-model.js';
import { decisionOn, ivoKinds } from './delegations-model.js';

export type What = keyof typeof changeNames;

const levels: readonly Option[] = [
  { value: 'division', label: 'Avdelning' },
  { value: 'unit', label: 'Enhet' },
];
/** Of what a deadline is counted in. */
const countedIn: readonly Option[] = [
  { value: 'BD', label: 'Arbetsdagar' },
  { value: 'D', label: 'Dagar' },
  { value: 'W', label: 'Veckor' },
  { value: 'M', label: 'Månader' },
];
const reasons: Readonly<Record<(typeof standInReasons)[number], string>> = {
  absence: 'Frånvaro',
  vacancy: 'Tjänsten är ledig',
  conflict: 'Jäv',
  delegation: 'Delegation',
};

export interface Known {
  readonly organisation: Organisation;
  readonly people: readonly Person[];
  /** Of the divisions' own lists, of all days. */
  readonly entries: readonly DatedEntry[];
  readonly today: string;
}

/** The fields of each change; who and what it is about are chosen beforehand where the address says so. */
export function fieldsOf(what: What, { organisation, people, entries, today }: Known): readonly FieldModel[] {
  const units = unitOptions(organisation, today);
  const field = (name: string, label: string, as: FieldModel['as'], options: readonly Option[] = [], more: Partial<FieldModel> = {}): FieldModel => ({
    name,
    label,
    as,
    options,
    required: true,
    ...more,
  });
  const persons = people.map(({ login, name }) => ({ value: login, label: `${name} (${login})` }));
  const divisions = organisation.at(today).filter(({ level }) => level === 'division');
  const entry = field('entry', 'Vilken post?', 'choice', entryOptions(entries, organisation, today));
  const from = field('from', 'Från och med', 'date');
  const last = { hint: 'Dagen räknas inte med.' };
  const unit = field('unit', 'Vilken enhet?', 'choice', units);
  const person = field('login', 'Vem?', 'choice', persons);
  const role = field('role', 'Roll', 'choice', optionsOf(roles.filter(({ code }) => code !== 'system')));
  const fields: Readonly<Record<What, readonly FieldModel[]>> = {
    addUnit: [
      field('name', 'Namn', 'short'),
      field('code', 'Kod', 'short', [], { hint: 'Små bokstäver a–z, siffror och bindestreck. Koden kan inte ändras.' }),
      field('level', 'Nivå', 'choice', levels),
      field('parent', 'Ligger under', 'choice', units),
      field('provider', 'Vem driver den?', 'choice', optionsOf(providers)),
      field('validFrom', 'Gäller från och med', 'date'),
    ],
    renameUnit: [unit, field('name', 'Nytt namn', 'short'), from],
    moveUnit: [unit, field('to', 'Ska ligga under', 'choice', units), from],
    endUnit: [
      unit,
      field('successor', 'Vem tar över ärendena?', 'choice', units, { required: false, hint: 'Utan efterträdare blir de nämndens.' }),
      field('from', 'Finns inte längre från och med', 'date'),
    ],
    addPerson: [
      field('name', 'Namn', 'short'),
      field('login', 'Inloggning', 'short', [], { hint: 'Som i kommunens inloggning. Kan inte ändras.' }),
      field('email', 'E-post', 'short'),
    ],
    givePost: [person, role, unit, from, field('to', 'Till och inte med', 'date', [], { required: false, hint: 'Tomt: tills vidare.' })],
    endPost: [person, field('post', 'Vilket uppdrag?', 'choice', postOptions(people, organisation, today)), field('to', 'Slutar', 'date', [], last)],
    delegate: [
      field('delegation', 'Vad och till vem?', 'choice', decidersOf(organisation)),
      field('point', 'Punkt i delegationsordningen', 'short', [], { hint: 'Till exempel S4.7.' }),
      field('decision', 'Nämndens beslut', 'short', [], { hint: 'Diarienummer eller paragraf, till exempel SN 2026/77.' }),
      from,
    ],
    endDelegation: [field('delegation', 'Vilken delegation?', 'choice', delegatedTo(organisation, today)), field('to', 'Slutar', 'date', [], last)],
    setDeadline: [
      field(
        'rule',
        'Vilken frist?',
        'choice',
        settableRules.map((rule) => ({ value: rule.id, label: `${rule.name} (${inSentence(kindsOf(rule))})` })),
      ),
      field('count', 'Hur många?', 'number', [], { hint: 'Noll dagar är samma dag.' }),
      field('unit', 'Räknas i', 'choice', countedIn),
      field('from', 'Från och med', 'date', [], { hint: texts.deadlines.rule }),
    ],
    standIn: [
      field('instead', 'Vem är borta?', 'choice', persons),
      field('login', 'Vem ersätter?', 'choice', persons),
      from,
      field('to', 'Slutar', 'date', [], last),
      field(
        'because',
        'Av vilket slag?',
        'choice',
        standInReasons.map((code) => ({ value: code, label: reasons[code] })),
      ),
    ],
    addEntry: [
      field('list', 'I vilken lista?', 'choice', optionsOf(localLists)),
      field(
        'division',
        'Vilken avdelning?',
        'choice',
        divisions.map(({ code, name }) => ({ value: code, label: name })),
      ),
      field('label', 'Vad heter posten?', 'short', [], { hint: 'Visas i formulär och tabeller. Inga personuppgifter.' }),
      field('from', 'Gäller från och med', 'date', [], { hint: 'Kan väljas för ärenden som kom in den dagen eller senare.' }),
    ],
    renameEntry: [entry, field('label', 'Nytt namn', 'short')],
    endEntry: [entry, field('from', 'Kan inte väljas från och med', 'date', [], { hint: 'För ärenden som kommer in den dagen eller senare.' })],
  };
  return [...fields[what], field('reason', texts.why.label, 'words', [], { hint: texts.why.hint })];
}

const unitOptions = (organisation: Organisation, today: string): readonly Option[] =>
  wholeTree(organisation, today).map((code) => ({
    value: code,
    label: `${'\u2003'.repeat(organisation.ancestors(code, today).length)}${organisation.nameOf(code, today)}`,
  }));

const delegationOption = (kind: IvoKind, role: Role): Option => ({
  value: `${kind}@${role}`,
  label: `${decisionOn(kind)}: ${inSentence(labelOf(roles, role))}`,
});

/** The roles that decide on notification, by kind. */
const decidersOf = ({ settings }: Organisation): readonly Option[] =>
  ivoKinds.flatMap((kind) => settings.ivoDecider[kind].map((role) => delegationOption(kind, role)));

/** The registered delegations without an end. */
const delegatedTo = ({ settings }: Organisation, today: string): readonly Option[] =>
  delegatedIn(settings.delegations)
    .filter(({ to }) => to === null || to > today)
    .map(({ kind, role }) => delegationOption(kind, role));

/** The entries that have not ended, under their list and division. */
const entryOptions = (entries: readonly DatedEntry[], organisation: Organisation, today: string): readonly Option[] =>
  entries
    .filter((entry) => entry.validTo === null || isValidAt(entry, today))
    .map((entry) => ({
      value: entryKey(entry),
      label: entry.label,
      group: `${labelOf(localLists, entry.list)}, ${organisation.nameOf(entry.division, today)}`,
    }));

/** An entry in a field and in an address. */
export const entryKey = ({ list, division, code }: Pick<DatedEntry, 'list' | 'division' | 'code'>): string => `${list}@${division}@${code}`;

/** The posts that anybody holds in their own right, each once; the person is chosen in a field of its own. */
function postOptions(people: readonly Person[], organisation: Organisation, today: string): readonly Option[] {
  const held = people.flatMap(({ posts }) => posts.filter(({ instead }) => instead === undefined).map(({ role, unit }) => `${role}@${unit}`));
  return [...new Set(held)].map((value) => {
    const [role = '', unit = ''] = value.split('@');
    return { value, label: postName(role, unit, organisation, today) };
  });
}

export const postName = (role: string, unit: string, organisation: Organisation, today: string): string =>
  `${roles.find(({ code }) => code === role)?.label ?? role}, ${organisation.nameOf(unit, today)}`;

/** The body of the form as the change that it asks for; the schema says what is wrong with it. */
export function changeOf(what: What, body: FormBody): Record<string, unknown> {
  const text = (name: string) => textOf(body, name);
  const orNull = (name: string) => (text(name) === '' ? null : text(name));
  const [role, unit] = text('post').split('@');
  const [kind, delegate] = text('delegation').split('@');
  const [list = '', division = '', code = ''] = text('entry').split('@');
  switch (what) {
    case 'addUnit':
      return {
        do: what,
        unit: {
          code: text('code'),
          name: text('name'),
          level: text('level'),
          parent: orNull('parent'),
          provider: text('provider'),
          validFrom: text('validFrom'),
        },
      };
    case 'renameUnit':
      return { do: what, unit: text('unit'), name: text('name'), from: text('from') };
    case 'moveUnit':
      return { do: what, unit: text('unit'), to: text('to'), from: text('from') };
    case 'endUnit':
      return { do: what, unit: text('unit'), successor: orNull('successor'), from: text('from') };
    case 'addPerson':
      return { do: what, login: text('login'), name: text('name'), email: text('email') };
    case 'givePost':
      return { do: what, login: text('login'), role: text('role'), unit: text('unit'), from: text('from'), to: orNull('to') };
    case 'endPost':
      return { do: what, login: text('login'), role: role ?? '', unit: unit ?? '', to: text('to') };
    case 'delegate':
      return { do: what, kind, role: delegate, point: text('point'), decision: text('decision'), from: text('from') };
    case 'endDelegation':
      return { do: what, kind, role: delegate, to: text('to') };
    case 'setDeadline':
      return { do: what, rule: text('rule'), period: `P${text('count')}${text('unit')}`, from: text('from') };
    case 'standIn':
      return { do: what, login: text('login'), instead: text('instead'), from: text('from'), to: text('to'), why: text('because') };
    case 'addEntry':
      return { do: what, list: text('list'), division: text('division'), label: text('label'), from: text('from') };
    case 'renameEntry':
      return { do: what, list, division, code, label: text('label') };
    case 'endEntry':
      return { do: what, list, division, code, from: text('from') };
    default:
      return what satisfies never;
  }
}
