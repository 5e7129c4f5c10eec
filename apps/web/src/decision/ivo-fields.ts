import type { OpenedCase } from '#case-service/case-reader';
import { type EntryView, entriesOf, wordOf } from '#case-view/investigation';
import type { Role } from '#domain/codes/roles';
import { stockholmDate } from '#domain/law/calendar';
import { holdersOf } from '#domain/org/holders';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { packageTexts as said, packageFields as term } from '#text/ivo-package';
import { longDate, longMoment } from '#ui/deadline';
import { decidedText, patientLines } from '../case/case-sections.js';
import { roleOf } from '../forms/references.js';
import { label } from '../frame/labels.js';
import { unitName } from '../frame/unit-name.js';

/** A field of the authority's form: what to copy into it, or where it is found instead. */
export interface IvoField {
  readonly term: string;
  readonly text: string | null;
  /** Shown where there is nothing to copy. */
  readonly lacking: string;
}
export interface IvoFieldGroup {
  readonly heading: string;
  /** The heading is our own: nobody has compared it with the authority's form. */
  readonly ours: boolean;
  readonly fields: readonly IvoField[];
}

type Row = readonly [term: string, text: string | null | undefined, lacking?: string];
const group = (heading: string, rows: readonly Row[], ours = false): IvoFieldGroup => ({
  heading,
  ours,
  fields: rows.map(([name, text, lacking]) => ({ term: name, text: text == null || text === '' ? null : text, lacking: lacking ?? said.lacking })),
});

/**
 * What a notification asks for, from the case, in the order of the form: for lex Sarah that of the annex to SOSFS 2011:5 as far as it has
 * been read (docs/law/supervision.md#what-a-notification-holds: the first groups; the rest is inferred); for lex Maria what is to be held ready (its form has not been read).
 */
export function ivoFields(opened: OpenedCase, people: readonly Person[], register: OrganisationRegister): readonly IvoFieldGroup[] {
  const { state } = opened;
  const { desc } = state;
  const today = stockholmDate(opened.now);
  const { organisation } = register;
  const entries = entriesOf(opened, people);
  const board = organisation.rootOf(desc.unit ?? '', today) ?? organisation.ownBoards(today)[0];
  const sender = organisation.settings.senders[board?.code ?? ''];
  const contact = people.find(({ id }) => id === state.handler?.person);
  const holder = (role: Role) => holdersOf(people, role, desc.unit, organisation, today)[0];
  const named = (role: Role) => holder(role)?.name;

  const senderRows: readonly Row[] = [
    [desc.kind === 'lexMaria' ? term.provider : term.board, board?.name],
    [term.organisationNumber, sender?.organisationNumber],
    [term.address, sender?.address],
  ];
  const contactRows: readonly Row[] = [
    [term.name, contact?.name],
    [term.post, contact === undefined ? null : roleOf(contact)],
    [term.phone, sender?.phone],
    [term.email, contact?.email],
  ];
  const where: readonly Row[] = [
    [term.operation, desc.unit === null ? null : unitName(register.organisation, desc.unit, today)],
    [term.operationAddress, null],
    [term.kind, label('operation', desc.operation)],
    [term.law, (desc.lawAreas ?? []).map((code) => label('lawArea', code)).join(', ')],
    [term.occurred, occurred(opened) ?? point(entries, 'occurred')],
    [term.noticed, desc.noticedAt === null ? point(entries, 'noticed') : longMoment(desc.noticedAt)],
  ];
  const investigation: Row = [term.investigation, state.investigation.completed === null ? said.later : said.enclosed];
  const further: readonly Row[] = [
    [term.atOnce, wordOf(opened, 'CaseReceived', 'immediateActions')],
    [term.before, before(opened, entries)],
  ];

  if (desc.kind === 'lexMaria')
    return [
      group(term.sender, [...senderRows, [term.operation, unitName(register.organisation, desc.unit, today)], [term.head, named('verksamhetschefHsl')]], true),
      group(
        term.notifier,
        [
          [term.name, named('anmalningsansvarig') ?? named('mas')],
          [term.phone, sender?.phone],
          [term.diaryNumber, state.diary.number],
        ],
        true,
      ),
      group(
        term.patient,
        [
          [term.patientFacts, null, said.inRecord],
          [term.informed, patientLines(opened).join('\n') || term.notInformed],
        ],
        true,
      ),
      group(term.where, [...where.filter(([name]) => name !== term.operation), [term.type, label('deviationType', desc.deviationType)]], true),
      group(
        term.event,
        [
          [term.event, happened(opened, entries)],
          [term.about, decidedText(state.assessment.outcome)],
        ],
        true,
      ),
      group(term.further, [investigation, ...further], true),
    ];
  return [
    group(term.diaryNumber, [[term.diaryNumber, state.diary.number]]),
    group(term.about, [[term.about, decidedText(state.assessment.outcome)]]),
    group(term.sender, senderRows),
    group(term.contact, contactRows),
    group(term.where, where),
    group(term.event, [[term.event, happened(opened, entries)]]),
    group(term.investigation, [investigation]),
    group(term.further, further, true),
  ];
}

function occurred({ state: { desc } }: OpenedCase): string | null {
  if (desc.occurredAt === null) return null;
  const from = longDate(desc.occurredAt);
  return desc.occurredTo === null ? from : `${from} – ${longDate(desc.occurredTo)}`;
}

const point = (entries: readonly EntryView[], code: string): string =>
  entries.flatMap((entry) => (entry.point === code && !entry.replaced && entry.text !== null ? [entry.text] : [])).join('\n\n');

/** The findings of the investigation; before there are any, what was reported. */
const happened = (opened: OpenedCase, entries: readonly EntryView[]): string | null => point(entries, 'whatHappened') || wordOf(opened, 'CaseReceived', 'what');

const before = (
  {
    state: {
      investigation: { completed },
    },
  }: OpenedCase,
  entries: readonly EntryView[],
): string | null => point(entries, 'happenedBefore') || (completed?.similarBefore == null ? null : completed.similarBefore ? 'Ja' : 'Nej');
