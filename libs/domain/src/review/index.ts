import { type Code, labelOf } from '../codes/code.js';
import { inSentence } from '../codes/in-sentence.js';
import { type AccountPart, accountParts, reviewers, reviewKinds, reviewStatuses, statementGivers } from '../codes/reviews.js';
import { dayInWords } from '../days.js';
import type { RecordType } from '../records/record-type.js';
import { firstDayOf, lastDayOf, roughDayInWords } from '../rough-day.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { answerCriticism, tieAction } from './commands/answer-criticism.js';
import { closeReview, noteDecision, reopenReview } from './commands/close-review.js';
import { linkCase, unlinkCase } from './commands/link-case.js';
import { noteCriticism, noteStrengths, stateNoFindings } from './commands/note-findings.js';
import { registerReview } from './commands/register-review.js';
import { askForStatement, giveStatement } from './commands/statement.js';
import { caseLinked, caseUnlinked } from './events/case-reviewed.js';
import { criticismAnswered, criticismNoted, noFindingsStated, strengthsNoted } from './events/findings-noted.js';
import { damagesInWords, reviewClosed, reviewDecided, reviewReopened } from './events/review-decided.js';
import { reviewRegistered } from './events/review-registered.js';
import { statementAsked, statementGiven } from './events/statement-asked.js';
import { awaited, isOpen, type Review, unanswered } from './review.js';
import { reviewReaders } from './who.js';

export type { Review } from './review.js';

/** “verksamhetsberättelse, saknas: patientsäkerhetsberättelse” */
function partsInWords(parts: readonly AccountPart[]): string {
  const named = (list: readonly Code[]) => list.map(({ label }) => inSentence(label)).join(', ');
  const missing = accountParts.filter(({ code }) => !parts.includes(code));
  return `${named(accountParts.filter(({ code }) => parts.includes(code)))}${missing.length === 0 ? '' : `, saknas: ${named(missing)}`}`;
}

/** Reviews and supervision (granskning och tillsyn): by authorities, the audit and the municipality itself, from the first letter until it is closed (R-184–R-199). */
export const reviewType: RecordType<Review> = {
  family: 'review',
  path: 'reviews',
  page: 'granskningar',
  series: 'GRA',
  words: {
    the: 'granskningen',
    one: 'en granskning',
    many: 'Granskningar',
    due: 'Lämnas senast',
    purpose: 'Det som IVO, revision och andra har granskat, deras kritik och vad som gjordes.',
  },
  statuses: reviewStatuses,
  abouts: [
    { code: 'statement', label: 'yttrandet eller redovisningen, som ska lämnas' },
    { code: 'criticism', label: 'kritiken, som varken har en åtgärd eller ett skäl' },
  ],
  events: [
    reviewRegistered,
    criticismNoted,
    noFindingsStated,
    criticismAnswered,
    strengthsNoted,
    statementAsked,
    statementGiven,
    reviewDecided,
    caseLinked,
    caseUnlinked,
    reviewClosed,
    reviewReopened,
    stepTaken,
  ],
  creation: registerReview,
  commands: [
    noteCriticism,
    stateNoFindings,
    answerCriticism,
    askForStatement,
    giveStatement,
    noteDecision,
    noteStrengths,
    linkCase,
    unlinkCase,
    closeReview,
    reopenReview,
    tieAction,
    takeStep,
  ],
  readers: reviewReaders,
  handedDown: true,
  ownerOf: () => null,
  agenda,
  facts(review) {
    const { by, kinds, on, units, cases, criticism, noFindings, decision, closedOn } = review;
    const statement = awaited(review);
    const left = unanswered(review).length;
    return {
      status: !isOpen(review) ? 'closed' : statement !== undefined ? 'statementDue' : left > 0 ? 'toAnswer' : decision !== null ? 'decided' : 'ongoing',
      due: !isOpen(review) || statement === undefined ? null : lastDayOf(statement.due),
      closed: !isOpen(review),
      values: {
        by,
        kinds,
        units,
        cases,
        on,
        // The days between which it went on, as widely as they are known: reports ask for those of a period.
        from: firstDayOf(on),
        until: closedOn === null ? null : lastDayOf(closedOn),
        points: criticism.length,
        generalPoints: criticism.filter(({ isGeneral }) => isGeneral).length,
        unanswered: left,
        noFindings,
        lastDue: review.statements.at(-1)?.due ?? null,
        statementBy: statement?.by ?? null,
        statementDue: statement?.due ?? null,
        statements: review.statements.length,
        statementsGiven: review.statements.length - (statement === undefined ? 0 : 1),
        decidedOn: decision?.on ?? null,
        damages: decision?.damages ?? null,
        amount: decision?.amount ?? null,
        closedOn,
        parts: review.statements.flatMap(({ parts }) => parts),
      },
    };
  },
  standing: {
    what: 'Vad som granskas',
    found: 'Granskaren säger',
    strengths: 'Styrkor',
    development: 'Utvecklingsområden',
    about: 'Yttrandet gäller',
    diary: 'Yttrandets diarienummer',
    content: 'Yttrandet i korthet',
    decision: 'Beslutet säger',
    closing: 'Skäl till att den avslutades',
  },
  heading: 'what',
  terms: (review) => [
    { term: 'Granskare', text: labelOf(reviewers, review.by) },
    { term: 'Slag', text: review.kinds.map((code) => labelOf(reviewKinds, code)).join(', ') },
    { term: 'När', text: roughDayInWords(review.on) },
    ...(review.noFindings ? [{ term: 'Brister', text: 'Inga brister framkom' }] : []),
    ...review.statements.map(({ by, due, givenOn, parts }) => ({
      term: by === 'provider' ? 'Redovisning' : 'Yttrande',
      text: `${labelOf(statementGivers, by)}, senast ${roughDayInWords(due)}${givenOn === null ? '' : `, ${by === 'provider' ? 'lämnad' : 'lämnat'} den ${dayInWords(givenOn)}`}${parts.length === 0 ? '' : ` (${partsInWords(parts)})`}`,
    })),
    ...(review.decision === null
      ? []
      : [
          { term: 'Beslut', text: roughDayInWords(review.decision.on) },
          ...(review.decision.damages === null ? [] : [{ term: 'Skadestånd', text: damagesInWords(review.decision) }]),
        ]),
    ...(review.closedOn === null ? [] : [{ term: 'Avslutad', text: roughDayInWords(review.closedOn) }]),
  ],
  casesOf: ({ cases }) => cases,
};
