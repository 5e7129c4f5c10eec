import { labelOf } from '../codes/code.js';
import { inSentence } from '../codes/in-sentence.js';
import { processHeadings } from '../codes/process-headings.js';
import { roles } from '../codes/roles.js';
import { checkMeasures, checkTriggers, checkVerdicts, checkWays, months, selfCheckStatuses } from '../codes/self-checks.js';
import { dayInWords } from '../days.js';
import type { RecordType } from '../records/record-type.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { describeSelfCheck, endSelfCheck, replanSelfCheck } from './commands/change-self-check.js';
import { answerQuestions, computeFigure, drawCases } from './commands/make-basis.js';
import { performSelfCheck } from './commands/perform-self-check.js';
import { planSelfCheck } from './commands/plan-self-check.js';
import { casesDrawn, figureComputed, questionsAnswered } from './events/basis-made.js';
import { selfCheckDescribed, selfCheckEnded, selfCheckReplanned } from './events/self-check-changed.js';
import { selfCheckPerformed } from './events/self-check-performed.js';
import { selfCheckPlanned } from './events/self-check-planned.js';
import { isOpen, latest, measuredInWords, type SelfCheck } from './selfcheck.js';
import { statedInWords } from './stated.js';
import { selfCheckReaders } from './who.js';

export type { SelfCheck } from './selfcheck.js';

/** The unit's self-checks (egenkontroll; SOSFS 2011:9, 5 kap. 2 §): one is a planned check with all its occasions. */
export const selfCheckType: RecordType<SelfCheck> = {
  family: 'selfcheck',
  path: 'self-checks',
  page: 'egenkontroller',
  series: 'EGK',
  words: {
    the: 'egenkontrollen',
    one: 'en egenkontroll',
    many: 'Egenkontroller',
    due: 'Görs senast',
    purpose: 'Det som enheten själv kontrollerar under året, och vad kontrollen visade.',
  },
  statuses: selfCheckStatuses,
  abouts: [{ code: 'due', label: 'egenkontrollen, som ska vara gjord' }],
  events: [
    selfCheckPlanned,
    casesDrawn,
    questionsAnswered,
    figureComputed,
    selfCheckPerformed,
    selfCheckReplanned,
    selfCheckDescribed,
    selfCheckEnded,
    stepTaken,
  ],
  creation: planSelfCheck,
  commands: [answerQuestions, performSelfCheck, replanSelfCheck, describeSelfCheck, endSelfCheck, drawCases, computeFigure, takeStep],
  readers: selfCheckReaders,
  handedDown: false,
  ownerOf: ({ owner }) => owner,
  agenda,
  facts(check) {
    const last = latest(check);
    return {
      status: isOpen(check) ? (last?.verdict ?? 'planned') : 'ended',
      due: isOpen(check) ? check.due : null,
      closed: !isOpen(check),
      values: {
        process: check.process,
        way: check.way,
        measure: check.measure,
        months: check.months,
        role: check.role,
        trigger: check.trigger,
        plannedAt: check.plannedAt,
        // The day of each occasion and what came of it: reports ask for those of a period.
        performed: check.performances.map(({ due, verdict }) => `${due} ${verdict}`),
        verdict: last?.verdict ?? null,
        on: last?.on ?? null,
        met: last?.measured?.met ?? null,
        of: last?.measured?.of ?? null,
        stated: last?.stated == null ? null : statedInWords(last.stated),
        serves: check.risk === null ? [] : [check.risk],
        cases: check.basis?.cases ?? [],
        endedAt: check.endedAt,
      },
    };
  },
  standing: { what: 'Egenkontroll', activity: 'Aktivitet', questions: 'Frågor' },
  heading: 'what',
  terms(check) {
    const last = latest(check);
    return [
      ...(last === undefined
        ? []
        : [
            { term: 'Senaste resultat', text: `${labelOf(checkVerdicts, last.verdict)}, ${dayInWords(last.on)}` },
            ...(last.measured === null ? [] : [{ term: 'Mätt', text: measuredInWords(last.measured) }]),
            ...(last.stated === null ? [] : [{ term: 'I lämnad rapport', text: statedInWords(last.stated) }]),
          ]),
      { term: 'Process', text: labelOf(processHeadings, check.process) },
      { term: 'Görs', text: check.months.map((code) => inSentence(labelOf(months, code))).join(', ') },
      { term: 'Så görs den', text: labelOf(checkWays, check.way) },
      ...(check.sample === 0 ? [] : [{ term: 'Ärenden som dras', text: String(check.sample) }]),
      ...(check.measure === null ? [] : [{ term: 'Räknas', text: labelOf(checkMeasures, check.measure) }]),
      { term: 'Svarar för kontrollen', text: labelOf(roles, check.role) },
      ...(check.trigger === null ? [] : [{ term: 'Skäl', text: labelOf(checkTriggers, check.trigger) }]),
    ];
  },
  casesOf: ({ basis }) => basis?.cases ?? [],
};
