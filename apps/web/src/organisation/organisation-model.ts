import { labelOf } from '#domain/codes/code';
import { providers } from '#domain/codes/providers';
import type { Actor } from '#domain/org/actor';
import { administers } from '#domain/org/administration';
import { wholeTree } from '#domain/org/tree-order';
import type { Told } from '#organisation/administration';
import type { Person } from '#organisation/people';
import { organisationTexts as texts } from '#text/organisation';
import { longDate, longMoment } from '#ui/deadline';
import { type Known, postName } from './change-fields.js';
import { sentenceOf } from './change-words.js';
import type { HistoryRow, OrganisationPageProps, Waiting } from './organisation.page.js';
import type { PersonPageProps } from './people.page.js';
import type { UnitFactsProps } from './unit-facts.page.js';

const whoOf = (actor: string, { people }: Known): string => people.find(({ id }) => actor === `person:${id}`)?.name ?? texts.operator;
const dayOf = (day: string | null): string => (day === null ? '' : longDate(day));

/** A proposal with its changes, of which what they move is not known yet. */
type Proposed = Omit<Waiting, 'moves'> & Pick<Told, 'changes'>;

export function overviewOf(
  actor: Actor,
  history: readonly Told[],
  known: Known,
): Omit<OrganisationPageProps, 'message' | 'waiting'> & { readonly waiting: readonly Proposed[] } {
  const { organisation, today } = known;
  return {
    waiting: history
      .filter(({ type, proposal }) => type === 'OrganisationChangeProposed' && proposal?.state === 'open')
      .map((told) => waitingOf(told, actor, known)),
    units: wholeTree(organisation, today)
      .flatMap((each) => organisation.unit(each, today) ?? [])
      .map(({ code, name, level, provider, validFrom, validTo, successor }) => ({
        code,
        name,
        depth: organisation.ancestors(code, today).length,
        level: organisation.settings.levels[level],
        provider: labelOf(providers, provider),
        from: dayOf(validFrom),
        to: dayOf(validTo),
        successor: successor === null ? '' : organisation.nameOf(successor, today),
      })),
    mayChange: administers(actor),
  };
}

function waitingOf({ actor: by, at, why, changes, proposal }: Told, actor: Actor, known: Known): Proposed {
  const isOwn = by === actor.id;
  const isAbout = proposal?.persons.includes(actor.person ?? '') ?? false;
  return {
    id: proposal?.id ?? '',
    changes,
    sentences: changes.map((change) => sentenceOf(change, known)),
    why: why ?? texts.noReason,
    proposed: texts.proposedBy(whoOf(by, known), longMoment(at)),
    mayConfirm: !isOwn && !isAbout,
    isOwn,
    note: isOwn ? texts.own : isAbout ? texts.aboutYou : null,
  };
}

const verbs: Readonly<Record<string, string>> = {
  OrganisationChangeProposed: 'Föreslogs',
  OrganisationChangeRejected: 'Avslogs',
  OrganisationChanged: 'Ändrades',
};

/** The register's history in sentences, the last first; a confirmed change names both persons. */
export const historyOf = (history: readonly Told[], known: Known): readonly HistoryRow[] =>
  history
    .filter(({ type }) => type in verbs)
    .map(({ type, position, actor, at, rows, why, changes, proposal }) => {
      const made = history.find((told) => told.type === 'OrganisationChangeProposed' && told.proposal?.id === proposal?.id);
      const shown = changes.length > 0 ? changes : proposal === null ? [] : (made?.changes ?? []);
      const isAnswer = proposal !== null && type !== 'OrganisationChangeProposed';
      const both =
        isAnswer && type === 'OrganisationChanged'
          ? `Föreslogs av ${whoOf(proposal.by, known)}, bekräftades av ${whoOf(actor, known)}`
          : `${verbs[type]} av ${whoOf(actor, known)}`;
      return {
        position,
        when: longMoment(at),
        who: both,
        why: why ?? (isAnswer ? (made?.why ?? texts.noReason) : texts.noReason),
        sentences: shown.length > 0 ? shown.map((change) => sentenceOf(change, known)) : [texts.fileOf(rows)],
      };
    });

export function unitFactsOf(code: string, known: Known, mayChange: boolean): UnitFactsProps | null {
  const { organisation, people, today } = known;
  const unit = organisation.unit(code, today);
  if (unit === null) return null;
  return {
    code,
    name: unit.name,
    above: organisation.ancestors(code, today).map(({ name }) => name),
    level: organisation.settings.levels[unit.level],
    provider: labelOf(providers, unit.provider),
    from: dayOf(unit.validFrom),
    to: dayOf(unit.validTo),
    successor: unit.successor === null ? null : organisation.nameOf(unit.successor, today),
    posts: people.flatMap(({ id, name, posts }) =>
      posts
        .filter((post) => post.unit === code)
        .map(({ role, instead }) => ({ id, text: `${name}: ${postName(role, code, organisation, today).split(', ')[0]}${insteadOf(instead, people)}` })),
    ),
    mayChange,
    isBoard: unit.level === 'board',
  };
}

const insteadOf = (instead: string | undefined, people: readonly Person[]): string =>
  instead === undefined ? '' : `, i stället för ${people.find(({ id }) => id === instead)?.name ?? '…'}`;

export const personOf = ({ login, name, email, posts }: Person, known: Known, mayChange: boolean): PersonPageProps => ({
  login,
  name,
  email,
  posts: posts.map(({ role, unit, instead }) => `${postName(role, unit, known.organisation, known.today)}${insteadOf(instead, known.people)}`),
  mayChange,
});
