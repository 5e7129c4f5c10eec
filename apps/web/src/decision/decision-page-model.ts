import type { OpenedCase } from '#case-service/case-reader';
import { commandsFor } from '#case-view/commands-for';
import { historyView } from '#case-view/history';
import { wordOf } from '#case-view/investigation';
import { hasDecisionPage, offeredTo } from '#case-view/offered';
import { type ExistingCase, isOpen } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { hasInvestigated } from '#domain/case/conflict';
import { groundOf as lawGroundOf } from '#domain/case/processes/ground';
import { decidersIn, decidingRole } from '#domain/case/roles-in';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { type Role, roles } from '#domain/codes/roles';
import { placeOf, refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { ruleAt } from '#domain/law/regulation';
import type { Actor } from '#domain/org/actor';
import { holdersOf } from '#domain/org/holders';
import { sameAs } from '#domain/org/settings';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople, type Person } from '#organisation/people';
import type { Tx } from '#platform/database';
import { decisionTexts } from '#text/sections';
import { longDate, longMoment } from '#ui/deadline';
import { titleOf } from '../case/case-facts.js';
import { changedSince } from '../case/case-history.js';
import { hrefOfLack } from '../case/case-model.js';
import { actionLines, causeLines, entryGroups } from '../case/case-sections.js';
import { dutyLine } from '../case/case-why.js';
import { ivoSection, shallSentence } from '../case/ivo-section.js';
import type { Look } from '../forms/case-look.js';
import { commandForm } from '../forms/command-forms.js';
import { referencesOf } from '../forms/references.js';
import type { Tried } from '../forms/sent-form.js';
import type { DecisionPageProps } from './decision.page.js';
import { groundOf } from './decision-ground.js';
import { decidedOf, exceptionLines, proposalOf, summaryOf } from './decision-told.js';
import { hasPackage, ivoPackage, packed } from './ivo-package.js';

const before: readonly PublicCommand['type'][] = ['AnswerConflict', 'DecideOutcome', 'DecideIvo'];
const after: readonly PublicCommand['type'][] = ['NotifyIvo', 'RecordIvoNumber', 'SendToIvo', 'RecordIvoRequest', 'RecordIvoDecision', 'CloseIvoMatter'];
const shown = /^(LS-|LM-ANMALAN|LM-UTREDNING|IVO-|LOK-LS-BESLUT|LOK-LM-BESLUT)/;

/** Everything on the page of the decision on notification, for one person. */
export class DecisionPageModel {
  constructor(
    private readonly database: Tx,
    private readonly register: OrganisationRegister,
  ) {}

  /** @throws Refusal notFound for a case that has no decision of its own */
  async of(opened: OpenedCase, { actor, newKey, tried, drafts, open, saved }: Look): Promise<DecisionPageProps> {
    const { state, now } = opened;
    if (!hasDecisionPage(state)) refuse('notFound');
    const today = stockholmDate(now);
    const people = await allPeople(this.database, today);
    const allowed = commandsFor(actor, state, this.register.organisation, today);
    const offered = offeredTo(state, allowed);
    const chosen = { attachments: packed(opened) };
    const forms = {
      state,
      references: referencesOf(opened, people, this.register, actor),
      person: actor.person,
      tried,
      newKey,
      drafts,
      now,
      from: 'beslut',
      chosen,
    };
    const decides = allowed.includes('DecideIvo');
    const free = actor.person !== null && state.conflict.free.includes(actor.person);
    const mayDecide = decides && actor.person !== null && !hasInvestigated(state, actor.person);
    const wanted = (name: PublicCommand['type']) => (name === 'AnswerConflict' ? !free : name === 'DecideIvo' ? state.ivo === null : true);
    return {
      id: state.id,
      number: state.number,
      secrecy: state.diary.secrecy,
      title: decisionTexts.title,
      heading: titleOf(state, this.register, today),
      now,
      refused:
        tried === null
          ? null
          : { title: tried.title, faults: tried.faults.map((fault) => ({ ...fault, href: fault.href ?? hrefOf(fault.field, tried, state) })) },
      summary: summaryOf(opened, this.register, today),
      mayRead: opened.mayRead,
      what: wordOf(opened, 'CaseReceived', 'what'),
      atOnce: wordOf(opened, 'CaseReceived', 'immediateActions'),
      entries: entryGroups(opened, people).map((group) => ({ ...group, lines: group.lines.filter((line) => !line.replaced) })),
      causes: causeLines(opened),
      actions: actionLines(opened),
      proposal: proposalOf(opened, people),
      conflict: !decides ? null : free ? decisionTexts.conflictFree : mayDecide ? decisionTexts.conflictAsked : decisionTexts.investigated,
      law: lawOf(state, today),
      shall: shallSentence(state),
      duties: state.duties.filter((duty) => shown.test(duty.rule) && duty.closed === null).map((duty) => dutyLine(duty, opened.events)),
      ground: groundOf(state, actor.person, decides),
      exceptions: exceptionLines(opened),
      mayDecide,
      asksLogInAgain: mayDecide && state.ivo === null && actor.loggedInLongAgo === true,
      instead: mayDecide ? this.#insteadOf(actor, state, people, today) : null,
      deciders: mayDecide ? [] : this.#deciders(state, people, today),
      saved,
      decided: decidedOf(opened, people),
      forms: isOpen(state) && mayDecide ? before.filter((name) => offered.includes(name) && wanted(name)).map((name) => onPage(commandForm(name, forms))) : [],
      afterForms: after.filter((name) => offered.includes(name)).map((name) => commandForm(name, forms)),
      openForm: tried?.command ?? open,
      changed:
        tried?.since === undefined
          ? null
          : { command: tried.command, lines: changedSince(historyView(opened, people, this.register.organisation).items, tried.since) },
      ivo: state.ivo === null ? null : ivoSection(opened),
      package: opened.mayRead && hasPackage(state, allowed) ? ivoPackage(opened, people, this.register) : null,
    };
  }

  /** The person in whose place the actor decides; null for one who decides by a post of their own. */
  #insteadOf(actor: Actor, state: ExistingCase, people: readonly Person[], today: string): string | null {
    const { organisation } = this.register;
    const role = decidingRole(actor, state, organisation, today);
    const posts = actor.posts.filter((post) => role !== null && sameAs(organisation.settings, post.role).includes(role));
    const away = posts.every(({ instead }) => instead !== undefined) ? people.find(({ id }) => id === posts[0]?.instead) : undefined;
    return away === undefined || role === null ? null : `Du beslutar i stället för ${away.name}, ${inSentence(labelOf(roles, role))}, som du ersätter i dag.`;
  }

  #deciders(state: ExistingCase, people: readonly Person[], today: string): readonly string[] {
    const { organisation } = this.register;
    const deciding = decidersIn(state, organisation);
    const holders = deciding.flatMap((role) => holdersOf(people, role, state.desc.unit, organisation, today).map((person) => ({ person, role })));
    const inPlace = (person: Person, role: Role) => {
      const post = person.posts.find((held) => sameAs(organisation.settings, held.role).includes(role));
      const away = people.find(({ id }) => id === post?.instead);
      return away === undefined ? '' : `, i stället för ${away.name}`;
    };
    return [...new Set(holders.map(({ person, role }) => `${person.name}, ${inSentence(labelOf(roles, role))}${inPlace(person, role)}`))];
  }
}

/** On this page people answer for themselves. */
const onPage = <F extends ReturnType<typeof commandForm>>(form: F): F =>
  form.command === 'AnswerConflict' ? { ...form, fields: form.fields.filter(({ name }) => name !== 'person' && name !== 'ground') } : form;

function hrefOf(field: string, tried: Tried, state: ExistingCase): string {
  const {
    command,
    path: [name],
  } = placeOf({ field });
  if (command === null) return `#f-${tried.command}-${field}`;
  if (command === tried.command) return name === undefined ? `#k-${command}` : `#f-${command}-${name}`;
  const href = hrefOfLack({ field }, state);
  if (command === 'AnswerConflict') return `#k-${command}`;
  return href.startsWith(`/arende/${state.id}/beslut`) ? href.slice(href.indexOf('#')) : href;
}

/** The law on the day that the notification is dated: the day it was sent, else today (docs/law/README.md#the-law-on-a-day). */
function lawOf(state: ExistingCase, today: string): DecisionPageProps['law'] {
  const sentAt = state.ivoTrack.sent?.at ?? null;
  const day = sentAt === null ? today : stockholmDate(sentAt);
  const id = state.desc.kind === 'lexMaria' ? 'LM-ANMALAN' : lawGroundOf(state) === 'LSS' ? 'LS-ANMALAN-LSS' : 'LS-ANMALAN-SOL';
  const { name, law, wording, version } = ruleAt(id, day);
  const then = state.assessment.seriousAt === null ? null : ruleAt(id, stockholmDate(state.assessment.seriousAt));
  const valid = `Lydelsen som ${sentAt === null ? 'gäller' : 'gällde när anmälan skickades'} ${longDate(day)}, version ${version}.`;
  const serious = state.assessment.seriousAt === null ? '' : ` Saken bedömdes som allvarlig ${longMoment(state.assessment.seriousAt)}.`;
  return { name, law, wording, note: `${valid}${serious}${then === null || then.version === version ? '' : ` Då gällde ${then.law}.`}` };
}
