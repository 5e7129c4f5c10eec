import type { OpenedCase } from '#case-service/case-reader';
import { sentenceOf } from '#case-view/agenda';
import { commandsFor } from '#case-view/commands-for';
import { historyView } from '#case-view/history';
import { wordOf } from '#case-view/investigation';
import type { Relatives } from '#case-view/kin';
import { nextStep } from '#case-view/next-step';
import { commandOf, decisionCommands, hasDecisionPage, offeredTo } from '#case-view/offered';
import type { Actor } from '#domain/case/actor';
import { agenda } from '#domain/case/agenda';
import { nextDuty, openDuties } from '#domain/case/case';
import { maySeeOthersWords } from '#domain/case/policy';
import { stockholmDate } from '#domain/law/calendar';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import type { Tx } from '#platform/database';
import type { Fault } from '#ui/error-summary';
import { factsOf, titleOf } from './case-facts.js';
import { hrefOfLack, missingOf, stageSteps } from './case-model.js';
import { dutyLine, endingOf, isOwnTarget, ruleName, saidOf, wordsOf } from './case-page-parts.js';
import { actionLines, causeLines, entryGroups, judgementTerms, kinLines, patientLines, toReporter } from './case-sections.js';
import type { Tried } from './command-door.js';
import { commandForm } from './command-forms.js';
import { ivoSection } from './ivo-section.js';
import type { CasePageProps } from './pages/case.page.js';
import { referencesOf } from './references.js';

/** Bookkeeping of duties has a list beside; it would drown what people have done. */
const bookkeeping: readonly string[] = ['DutyOpened', 'DutyClosed', 'DeadlineRecalculated'];

/** Everything that the case page shows, for one person. */
export class CasePageModel {
  constructor(
    private readonly database: Tx,
    private readonly register: OrganisationRegister,
    private readonly relatives: Relatives,
  ) {}

  async of(opened: OpenedCase, actor: Actor, newKey: () => string, tried: Tried | null): Promise<CasePageProps> {
    const { state, now } = opened;
    const { register } = this;
    const today = stockholmDate(now);
    const people = await allPeople(this.database, today);
    const next = nextStep(state);
    const due = nextDuty(state);
    const allowed = commandsFor(actor, state, register.organisation, today);
    const history = historyView(opened, people, register.organisation).items;
    const onDecisionPage = hasDecisionPage(state) ? decisionCommands : [];
    // One who has only reported reads how it goes; what others have to do, and by when, is not theirs to mend.
    const reportedOnly = state.reporter === actor.person && !maySeeOthersWords(actor, state, register.organisation, today);
    const forms = { state, references: referencesOf(opened, people, register, actor), tried, newKey };
    return {
      id: state.id,
      number: state.number,
      heading: titleOf(state, register, today),
      facts: factsOf(state, people, register, today),
      steps: stageSteps(state),
      now,
      refused:
        tried === null
          ? null
          : { title: tried.title, faults: tried.faults.map((fault) => ({ ...fault, href: fault.href ?? hrefOfFault(fault, tried, opened) })) },
      next:
        next === null
          ? null
          : {
              ...next,
              missing: reportedOnly ? [] : missingOf(state),
              due:
                due === null
                  ? null
                  : { dueAt: due.dueAt, targetAt: due.targetAt, isLaw: due.basis === 'law' && due.dueAt !== null, ownTarget: isOwnTarget(due) },
              mayAdvance: allowed.includes('AdvanceCase'),
            },
      decisionHref: hasDecisionPage(state) && state.cancelled === null ? `/arende/${state.id}/beslut` : null,
      ending: endingOf(state),
      toReporter: state.reporter === actor.person ? toReporter(state) : null,
      reportedOnly,
      kin: kinLines(await this.relatives.of(actor, state, now, 'GET /arende/{id}')),
      barred: state.conflicts.filter((row) => !row.overridden).length,
      mayRead: opened.mayRead,
      words: wordsOf(history),
      said: saidOf(history),
      entries: entryGroups(opened, people),
      causes: causeLines(opened),
      actions: actionLines(opened),
      judgement: judgementTerms(opened),
      judgementWords: [
        ['Skälen för förslaget', wordOf(opened, 'OutcomeProposed', 'reasons')],
        ['Skälen för bedömningen', wordOf(opened, 'OutcomeDecided', 'reasons')],
        ['Skälen för beslutet om IVO', wordOf(opened, 'IvoDecided', 'reasons')],
      ].flatMap(([heading, text]) => (heading == null || text == null ? [] : [{ heading, text }])),
      patient: patientLines(opened),
      ivo: state.ivo === null && !hasDecisionPage(state) ? null : ivoSection(state, now),
      forms: offeredTo(state, allowed)
        .filter((name) => !onDecisionPage.includes(name) && !(reportedOnly && name === 'AnswerConflict'))
        .map((name) => commandForm(name, forms)),
      openForm: tried?.command ?? null,
      agenda: agenda(state, register.organisation.settings.ladder).map((item) => ({
        id: item.id,
        at: item.at,
        what: sentenceOf(item),
        why: ruleName(item.rule, state),
      })),
      duties: [...openDuties(state), ...state.duties.filter((duty) => duty.closed !== null)].map((duty) => dutyLine(duty, now)),
      history: history
        .filter((line) => !bookkeeping.includes(line.type))
        .map(({ version, at, text, by }) => ({ version, at, text, who: by }))
        .reverse(),
      version: state.version,
    };
  }
}

/** A fault is mended in its own field where the form has it, in the form of another command, or in the form that was sent. */
function hrefOfFault(fault: Fault, tried: Tried, { state }: OpenedCase): string {
  if (/^[A-Z]/.test(fault.field)) return commandOf(fault) === tried.command ? `#k-${tried.command}` : hrefOfLack(fault, state);
  return `#k-${tried.command}`;
}
