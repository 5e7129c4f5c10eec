import type { OpenedCase } from '#case-service/case-reader';
import { sentenceOf } from '#case-view/agenda';
import { commandsFor } from '#case-view/commands-for';
import { historyView } from '#case-view/history';
import { wordOf } from '#case-view/investigation';
import type { Relatives } from '#case-view/kin';
import { nextStep } from '#case-view/next-step';
import { hasDecisionPage, offeredTo } from '#case-view/offered';
import { agenda, ownerRole } from '#domain/case/agenda';
import { nextDuty, openDuties } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { maySeeOthersWords } from '#domain/case/policy';
import { rolesIn } from '#domain/case/roles-in';
import { exceptionOf, shutOut } from '#domain/case/seconds';
import { formNameOf, placeOf } from '#domain/errors';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { Organisation } from '#domain/org/units';
import { lastVisit } from '#event-store/access-log';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import type { Tx } from '#platform/database';
import type { Fault } from '#ui/error-summary';
import { attachmentsOf } from '../attachments/attachments.js';
import type { Look } from '../forms/case-look.js';
import { referencesOf } from '../forms/references.js';
import { STEP, type Tried } from '../forms/sent-form.js';
import type { CasePageProps } from './case.page.js';
import { factsOf, titleOf } from './case-facts.js';
import { caseForms } from './case-forms.js';
import { changedSince, historyOf, newsOf } from './case-history.js';
import { hrefOfField, hrefOfLack, missingOf, stageSteps } from './case-model.js';
import { addendaOf, dutyName, endingOf, mailsOf, saidOf, wordsOf } from './case-page-parts.js';
import { recordLines } from './case-records.js';
import { actionLines, causeLines, entryGroups, judgementTerms, kinLines, patientLines, toReporter } from './case-sections.js';
import { viewersOf } from './case-viewers.js';
import { dutyLine } from './case-why.js';
import { disclosedOf } from './disclosed.js';
import { elsewhereLines } from './elsewhere.js';
import { ivoSection } from './ivo-section.js';

type Name = PublicCommand['type'];

/** Everything that the case page shows, for one person. */
export class CasePageModel {
  constructor(
    private readonly database: Tx,
    private readonly register: OrganisationRegister,
    private readonly relatives: Relatives,
  ) {}

  async of(opened: OpenedCase, look: Look): Promise<CasePageProps> {
    const { state, now } = opened;
    const { register } = this;
    const { actor, tried, newKey, drafts } = look;
    const today = stockholmDate(now);
    const people = await allPeople(this.database, today);
    const next = nextStep(state, now);
    const due = nextDuty(state);
    const allowed = commandsFor(actor, state, register.organisation, today);
    const history = historyView(opened, people, register.organisation).items;
    // One who has only reported sees the progress; what others have to do, and by when, is not theirs to supply.
    const reportedOnly = state.receipt.reporter === actor.person && !maySeeOthersWords(actor, state, register.organisation, today, opened.became);
    const since = reportedOnly || actor.person === null ? null : await lastVisit(this.database, actor.person, caseStream(state.id));
    const context = { state, references: referencesOf(opened, people, register, actor), person: actor.person, tried, newKey, drafts, now, letter: look.letter };
    const offered = offeredTo(state, allowed).filter((name) => !(reportedOnly && name === 'AnswerConflict'));
    const { step, stepCommands, offers } = caseForms(context, reportedOnly ? [] : allowed, offered, next?.purpose ?? '');
    const entries = entryGroups(opened, people);
    const causes = causeLines(opened);
    const actions = actionLines(opened);
    const patient = patientLines(opened);
    const judgement = judgementTerms(opened);
    const said = saidOf(history);
    const ivo = state.ivo === null && !hasDecisionPage(state) ? null : ivoSection(opened);
    const shown = new Set(['#handelsen']);
    if (entries.length + causes.length + actions.length + patient.length > 0) shown.add('#utredning');
    if (judgement.length > 0) shown.add('#bedomning');
    if (said.length > 0) shown.add('#sagt');
    if (ivo !== null) shown.add('#ivo');
    const steps = stageSteps(opened, history);
    return {
      id: state.id,
      number: state.number,
      secrecy: state.diary.secrecy,
      heading: titleOf(state, register, today, opened.mayRead),
      title: opened.state.titledAt === null || reportedOnly ? null : wordOf(opened, 'CaseTitled', 'title'),
      titleHref: allowed.includes('TitleCase') && !reportedOnly ? `/arende/${state.id}/rubrik` : null,
      facts: factsOf(state, opened.mayRead ? people : [], register, today),
      steps: steps.map((step) => (step.href !== null && shown.has(step.href) ? step : { ...step, href: null })),
      stages: steps.map(({ label, purpose, duty }) => ({ label, purpose, duty })),
      now,
      refused:
        tried === null
          ? null
          : { title: tried.title, faults: tried.faults.map((fault) => ({ ...fault, href: fault.href ?? hrefOfFault(fault, tried, opened, stepCommands) })) },
      conflict: tried?.since === undefined ? null : { command: tried.command, lines: changedSince(history, tried.since) },
      next:
        next === null
          ? null
          : {
              ...next,
              missing: reportedOnly ? [] : missingOf(state, offered, stepCommands),
              due: due === null ? null : dutyLine(due, opened.events),
              mayAdvance: allowed.includes('AdvanceCase'),
              isMine: allowed.includes('AdvanceCase') && isMine(opened, actor, register.organisation),
            },
      decisionHref: hasDecisionPage(state) && state.end?.as !== 'cancelled' ? `/arende/${state.id}/beslut` : null,
      saved: look.saved,
      ending: endingOf(state),
      toReporter: reportedOnly ? toReporter(state) : null,
      reportedOnly,
      kin: kinLines(opened, await this.relatives.of(actor, state, now, 'GET /arende/{id}')),
      records: reportedOnly ? [] : await recordLines(this.database, { actor, organisation: register.organisation, today }, state.id),
      excepted: exceptionOf(state, actor.person) !== null,
      barred: shutOut(state).length,
      viewers: reportedOnly ? [] : viewersOf(opened, register, today),
      mayRead: opened.mayRead,
      words: wordsOf(history),
      addenda: addendaOf(history),
      attachments: opened.mayRead
        ? { at: `/arende/${state.id}/bilaga`, attachments: attachmentsOf(opened), mayAdd: state.end?.as !== 'cancelled' && allowed.length > 0 }
        : null,
      mails: reportedOnly ? [] : mailsOf(state),
      written: reportedOnly ? null : state.contact.written,
      said,
      entries,
      causes,
      actions,
      judgement,
      disclosed: disclosedOf(opened, actor, register, today),
      elsewhere: reportedOnly ? [] : elsewhereLines(state),
      judgementWords: [
        ['Skälen för förslaget', wordOf(opened, 'OutcomeProposed', 'reasons')],
        ['Skälen för bedömningen', wordOf(opened, 'OutcomeDecided', 'reasons')],
        ['Skälen för beslutet om IVO', wordOf(opened, 'IvoDecided', 'reasons')],
      ].flatMap(([heading, text]) => (heading == null || text == null ? [] : [{ heading, text }])),
      patient,
      ivo,
      step,
      offers,
      correctHref: allowed.includes('CorrectCase') && !reportedOnly ? `/arende/${state.id}/ratta` : null,
      openForm: tried?.command ?? offered.find((name) => name === look.open && !stepCommands.includes(name)) ?? null,
      agenda: agenda(state, register.organisation.settings).map((item) => ({
        id: item.id,
        at: item.at,
        what: sentenceOf(item),
        why: dutyName(item.duty, state),
      })),
      duties: [...openDuties(state), ...state.duties.filter((duty) => duty.closed !== null)].map((duty) => dutyLine(duty, opened.events)),
      news: newsOf(opened, history, actor.person, since),
      history: historyOf(opened, history, look.group),
      version: state.version,
    };
  }
}

/** Handled by the reader; where nobody handles it yet, the reader has the role whose date comes first. */
function isMine({ state, now }: OpenedCase, actor: Actor, organisation: Organisation): boolean {
  if (state.handler !== null) return state.handler.person === actor.person;
  const due = nextDuty(state);
  return due !== null && rolesIn(actor, state, organisation, stockholmDate(now)).includes(ownerRole(due));
}

/** The field where a fault is corrected: in this form, in that of another command, or in the form that was sent. */
function hrefOfFault(fault: Fault, tried: Tried, { state }: OpenedCase, stepCommands: readonly Name[]): string {
  const named = placeOf(fault).command;
  if (named === null && tried.command === STEP) return `#k-${STEP}`;
  const command = (named ?? tried.command) as Name;
  const isHere = command === tried.command || stepCommands.includes(command);
  return isHere ? hrefOfField(command, formNameOf(fault), state) : hrefOfLack(fault, state);
}
