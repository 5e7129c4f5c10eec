import {
  aspectVerdicts,
  changeAnalysisStatuses,
  changeAspects,
  changeDecisions,
  changeParticipants,
  changeResults,
  unionContacts,
} from '../codes/change-analyses.js';
import { labelOf } from '../codes/code.js';
import { inSentence } from '../codes/in-sentence.js';
import { dayInWords } from '../days.js';
import type { RecordType } from '../records/record-type.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { type ChangeAnalysis, isOpen, isToFollowUp } from './change-analysis.js';
import { judgeAspect, nameRisk, noteParticipation } from './commands/analyse.js';
import { beginAnalysis } from './commands/begin-analysis.js';
import { decideChange, endAnalysis, followUpChange } from './commands/decide-change.js';
import { analysisBegun } from './events/analysis-begun.js';
import { aspectJudged } from './events/aspect-judged.js';
import { analysisEnded, changeDecided, changeFollowedUp } from './events/change-decided.js';
import { participationNoted } from './events/participation-noted.js';
import { riskNamed } from './events/risk-named.js';
import { analysisReaders } from './who.js';

export type { ChangeAnalysis } from './change-analysis.js';

/** Analyses of planned changes (risk- och konsekvensanalys): four aspects, who took part, the decision and what came of it. */
export const changeAnalysisType: RecordType<ChangeAnalysis> = {
  family: 'changeanalysis',
  path: 'change-analyses',
  page: 'forandringar',
  series: 'FOR',
  words: {
    the: 'analysen',
    one: 'en analys av en förändring',
    many: 'Förändringar',
    due: 'Närmast',
    purpose: 'Det som kan gå fel när verksamheten ska förändras, bedömt före beslutet.',
  },
  statuses: changeAnalysisStatuses,
  abouts: [
    { code: 'decision', label: 'förändringen, som ska beslutas innan den börjar' },
    { code: 'followUp', label: 'förändringen, som ska följas upp' },
  ],
  events: [analysisBegun, aspectJudged, participationNoted, riskNamed, changeDecided, changeFollowedUp, analysisEnded, stepTaken],
  creation: beginAnalysis,
  commands: [judgeAspect, noteParticipation, nameRisk, decideChange, followUpChange, endAnalysis, takeStep],
  readers: analysisReaders,
  handedDown: true,
  ownerOf: () => null,
  agenda,
  facts(analysis) {
    const { startsOn, aspects, unions, risks, decision, followedUp, endedAt } = analysis;
    const status =
      endedAt !== null ? 'ended' : decision === null ? 'analysing' : decision.decision === 'stop' ? 'stopped' : followedUp === null ? 'decided' : 'followedUp';
    return {
      status,
      due: isOpen(analysis) ? startsOn : isToFollowUp(analysis) ? (decision?.followUpOn ?? null) : null,
      closed: !isOpen(analysis) && !isToFollowUp(analysis),
      values: {
        startsOn,
        aspects: aspects.map(({ aspect, verdict }) => `${aspect}:${verdict}`),
        unions,
        serves: risks,
        decision: decision?.decision ?? null,
        result: followedUp?.result ?? null,
      },
    };
  },
  standing: {
    what: 'Det som ska förändras',
    why: 'Varför',
    quality: 'Kvalitet',
    patientSafety: 'Patientsäkerhet',
    workEnvironment: 'Arbetsmiljö',
    economy: 'Ekonomi',
    who: 'Vilka som var med',
    reasons: 'Skäl till beslutet',
    came: 'Hur det blev',
    ending: 'Varför inget beslut behövdes',
  },
  heading: 'what',
  terms: ({ startsOn, aspects, participants, unions, decision, followedUp }) => [
    { term: 'Ska börja', text: dayInWords(startsOn) },
    ...changeAspects.map(({ code, label }) => {
      const judged = aspects.find(({ aspect }) => aspect === code);
      return { term: label, text: judged === undefined ? 'Inte bedömd än' : labelOf(aspectVerdicts, judged.verdict) };
    }),
    ...(participants.length === 0 ? [] : [{ term: 'Har varit med', text: participants.map((code) => labelOf(changeParticipants, code)).join(', ') }]),
    ...(unions === null ? [] : [{ term: 'Fackliga organisationer', text: labelOf(unionContacts, unions) }]),
    ...(decision === null ? [] : [{ term: 'Beslut', text: labelOf(changeDecisions, decision.decision) }]),
    ...(decision?.followUpOn == null ? [] : [{ term: 'Följs upp', text: dayInWords(decision.followUpOn) }]),
    ...(followedUp === null ? [] : [{ term: 'Resultat', text: inSentence(labelOf(changeResults, followedUp.result)) }]),
  ],
  casesOf: () => [],
};
