import { labelOf } from '../codes/code.js';
import { riskCloseReasons, riskStatuses } from '../codes/risk.js';
import { roles } from '../codes/roles.js';
import type { RecordType } from '../records/record-type.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { acceptRisk } from './commands/accept-risk.js';
import { assessRisk } from './commands/assess-risk.js';
import { closeRisk, reopenRisk } from './commands/close-risk.js';
import { describeRisk } from './commands/describe-risk.js';
import { identifyRisk } from './commands/identify-risk.js';
import { linkCase, unlinkCase } from './commands/link-case.js';
import { prioritiseRisk } from './commands/prioritise-risk.js';
import { assessmentInWords } from './events/assessment.schema.js';
import { caseLinked, caseUnlinked } from './events/case-linked.js';
import { riskAccepted } from './events/risk-accepted.js';
import { riskAssessed } from './events/risk-assessed.js';
import { riskClosed, riskReopened } from './events/risk-closed.js';
import { riskDescribed } from './events/risk-described.js';
import { riskIdentified } from './events/risk-identified.js';
import { riskPrioritised } from './events/risk-prioritised.js';
import { casesSinceAssessed, latest, type Risk } from './risk.js';
import { riskReaders } from './who.js';

export type { Risk } from './risk.js';

/** Risks of the operation: what may go wrong, how probable and how grave it is, and what is done about it (product D10; ). */
export const riskType: RecordType<Risk> = {
  family: 'risk',
  path: 'risks',
  page: 'risker',
  series: 'RIS',
  words: {
    the: 'risken',
    one: 'en risk',
    many: 'Risker',
    due: 'Bedöms igen',
    purpose: 'Det som kan gå fel: hur troligt, hur allvarligt, och vad som görs åt det.',
  },
  statuses: riskStatuses,
  abouts: [{ code: 'review', label: 'nästa bedömning' }],
  events: [riskIdentified, riskAssessed, riskDescribed, riskAccepted, caseLinked, caseUnlinked, riskPrioritised, riskClosed, riskReopened, stepTaken],
  creation: identifyRisk,
  commands: [assessRisk, acceptRisk, linkCase, prioritiseRisk, describeRisk, unlinkCase, closeRisk, reopenRisk, takeStep],
  readers: riskReaders,
  handedDown: true,
  ownerOf: () => null,
  agenda,
  facts(risk) {
    const { probability, consequence, value, level, at } = latest(risk);
    return {
      status: risk.closed === null ? (risk.accepted === null ? 'open' : 'accepted') : 'closed',
      due: risk.closed === null ? risk.nextReview : null,
      closed: risk.closed !== null,
      values: {
        probability: Number(probability),
        consequence: Number(consequence),
        value,
        level,
        identifiedAt: risk.identifiedAt,
        assessedAt: at,
        acceptedAt: risk.accepted?.at ?? null,
        cases: risk.cases.map(({ caseId }) => caseId),
        serves: risk.selfcheck === null ? [] : [risk.selfcheck],
        casesSince: casesSinceAssessed(risk).length,
        prioritised: risk.prioritised.map(String),
        closedAt: risk.closed?.at ?? null,
        closeReason: risk.closed?.reason ?? null,
      },
    };
  },
  standing: { subprocess: 'Delprocess', activity: 'Aktivitet', description: 'Risk' },
  heading: 'description',
  terms: (risk) => [
    { term: 'Riskvärde', text: assessmentInWords(latest(risk)) },
    { term: 'Svarar för bedömningen', text: labelOf(roles, risk.ownerRole) },
    ...(risk.accepted === null ? [] : [{ term: 'Godtagen', text: `vid riskvärde ${risk.accepted.value}` }]),
    ...(risk.prioritised.length === 0 ? [] : [{ term: 'Prioriterad för', text: risk.prioritised.join(', ') }]),
    ...(risk.closed === null ? [] : [{ term: 'Avslutad', text: labelOf(riskCloseReasons, risk.closed.reason) }]),
  ],
  casesOf: ({ cases }) => cases.map(({ caseId }) => caseId),
};
