import type { OpenedCase } from '#case-service/case-reader';
import { entriesOf, wordOf } from '#case-view/investigation';
import type { Kin } from '#case-view/kin';
import { ownerRole } from '#domain/case/agenda';
import { caseRelations } from '#domain/codes/case-relations';
import { inSentence } from '#domain/codes/in-sentence';
import { investigationPoints } from '#domain/codes/investigation';
import type { Person } from '#organisation/people';
import { kinSentences } from '#text/sections';
import { longMoment, shortDay } from '#ui/deadline';
import { label, yesNo } from '../frame/labels.js';
import type { ActionLine, CauseLine, EntryGroup, Term } from './sections.js';

/** Linked cases, each in a sentence. */
export const kinLines = (opened: OpenedCase, kin: readonly Kin[]) =>
  kin.map((other) => ({
    id: other.id,
    number: other.number,
    secrecy: other.secrecy,
    text: kinSentences[other.link === null ? other.relation : `${other.relation}.${other.link}`] ?? kinSentences['sibling'] ?? '',
    stage: inSentence(label('stage', other.stage) ?? ''),
    heading: other.heading,
    reasons: isLinked(other.relation) ? wordOf(opened, 'CaseLinked', 'reasons', (open) => open['caseId'] === other.id) : null,
  }));

const isLinked = (relation: string): boolean => caseRelations.some(({ code }) => code === relation);

/** The investigation's entries under their points, in the order of the law's list; a corrected entry is beside the one it replaces. */
export function entryGroups(opened: OpenedCase, people: readonly Person[]): readonly EntryGroup[] {
  const entries = entriesOf(opened, people);
  const points = [...new Set([...investigationPoints.map(({ code }) => code as string), ...entries.map(({ point }) => point)])];
  return points.flatMap((point) => {
    const mine = entries.filter((entry) => entry.point === point);
    if (mine.length === 0) return [];
    const lines = mine.map((entry) => ({
      id: entry.id,
      nature: label('entryNature', entry.nature) ?? '',
      text: entry.text,
      source: `Från: ${inSentence(label('party', entry.by) ?? '')}${entry.heardAt === null ? '' : `, ${shortDay(entry.heardAt)}`}. Infört av ${entry.writtenBy}${entry.byRole === null ? '' : ` (${inSentence(label('role', entry.byRole) ?? '')})`}, ${longMoment(entry.writtenAt)}.`,
      replaced: entry.replaced,
    }));
    return [{ point, title: label('investigationPoint', point) ?? point, lines }];
  });
}

export function causeLines(opened: OpenedCase): readonly CauseLine[] {
  const {
    investigation: { causes },
    remedy: { noAction },
  } = opened.state;
  return causes.flatMap((cause, n) =>
    cause.withdrawn
      ? []
      : [
          {
            id: cause.causeId,
            n: n + 1,
            area: label('causeArea', cause.area) ?? '',
            level: label('causeLevel', cause.level),
            serious: cause.serious === true,
            text: wordOf(opened, 'CauseFound', 'text', (open) => open['causeId'] === cause.causeId),
            noAction: noAction.some(({ causeId }) => causeId === cause.causeId),
          },
        ],
  );
}

export function actionLines(opened: OpenedCase): readonly ActionLine[] {
  const {
    remedy: { actions },
    investigation: { causes },
  } = opened.state;
  const word = (id: string, name: string) => wordOf(opened, 'ActionPlanned', name, (open) => open['actionId'] === id);
  return actions.map((action, n) => ({
    id: action.actionId,
    n: n + 1,
    what: word(action.actionId, 'what'),
    area: label('actionArea', action.area) ?? '',
    horizon: inSentence(label('actionHorizon', action.horizon) ?? ''),
    owner: inSentence(label('role', ownerRole(action)) ?? ''),
    status: label('actionStatus', action.status) ?? '',
    dropped: action.status === 'dropped',
    due: action.dueAt,
    causes: action.causes.flatMap((id) => {
      const at = causes.findIndex(({ causeId }) => causeId === id);
      return at === -1 ? [] : [at + 1];
    }),
    howJudged: word(action.actionId, 'howJudged'),
    effect:
      action.effect === null
        ? action.effectDueAt === null
          ? null
          : `Effekten bedöms ${shortDay(action.effectDueAt)}`
        : `${label('actionEffect', action.effect.effect) ?? ''}, bedömt ${shortDay(action.effect.at)}`,
  }));
}

/** Risk, first answers, proposal and decision: the assessment of the case, proposal beside decision. */
export function judgementTerms({ state }: OpenedCase): readonly Term[] {
  const {
    assessment: { risk, triage, outcome },
  } = state;
  const riskText = (severity: number | null, probability: number | null) =>
    severity === null || probability === null
      ? null
      : `${severity * probability} av 16: ${inSentence(label('severity', String(severity))?.slice(2) ?? '')}, ${inSentence(label('probability', String(probability))?.slice(2) ?? '')}`;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Risk, första bedömningen', riskText(risk.severity, risk.probability)],
    ['Risk, slutlig bedömning', riskText(risk.severityFinal, risk.probabilityFinal)],
    ['Kan vara ett missförhållande', label('triageAnswer', triage?.irregularity ?? null)],
    ['Kan vara en vårdskada', label('triageAnswer', triage?.careInjury ?? null)],
    ['Allvarligt, enligt första bedömningen', label('triageAnswer', triage?.serious ?? null)],
    ['Utredarens förslag', proposedText(state.assessment.proposed?.outcome ?? null)],
    ['Beslutad bedömning', decidedText(outcome)],
    ['Någon skadades', yesNo(outcome?.injury ?? null)],
    ['Hade kunnat undvikas', outcome?.hslOutcome == null ? null : (yesNo(outcome.avoidable) ?? 'Kan inte uteslutas')],
    ['Beslutat av', outcome === null ? null : (label('role', outcome.byRole) ?? '')],
  ];
  return terms(rows);
}

export const proposedText = (code: string | null): string | null =>
  code === null ? null : ([label('lexSarahOutcome', code), label('hslOutcome', code)].find((text) => text !== code) ?? code);
export const decidedText = (outcome: OpenedCase['state']['assessment']['outcome']): string | null =>
  label('lexSarahOutcome', outcome?.outcome ?? null) ??
  label('hslOutcome', outcome?.hslOutcome ?? null) ??
  label('complaintOutcome', outcome?.complaintOutcome ?? null);

export const terms = (rows: readonly (readonly [string, string | null])[]): readonly Term[] =>
  rows.flatMap(([term, text]) => (text === null || text === '' ? [] : [{ term, text }]));

/** What the patient has been told, and when. */
export const patientLines = ({ state }: OpenedCase): readonly string[] => [
  ...state.contact.patientInformed.map(({ to, at }) => `${label('feedbackRecipient', to) ?? ''} informerades om de sex punkterna ${longMoment(at)}.`),
  ...state.contact.feedback
    .filter((row) => row.to === 'patient' && !row.given)
    .map((row) => `Patienten har inte kunnat informeras: ${inSentence(label('noFeedbackReason', row.code) ?? '')} (${shortDay(row.at)}).`),
];

/** The result, for the one who reported: first whether they have been answered, then outcome and actions by code (AC-39). */
export function toReporter(state: OpenedCase['state']): string {
  const answer = state.contact.feedback.filter((row) => row.to === 'reporter' && row.what === 'answer').at(-1);
  const said =
    answer === undefined
      ? 'Du har inte fått något svar ännu.'
      : answer.given
        ? `Du fick svar ${shortDay(answer.at)}: ${inSentence(label('feedbackMethod', answer.code) ?? '')}.`
        : `Svar har inte kunnat lämnas: ${inSentence(label('noFeedbackReason', answer.code) ?? '')}.`;
  const outcome = decidedText(state.assessment.outcome);
  const actions = state.remedy.actions.filter((action) => action.status !== 'dropped').map((action) => inSentence(label('actionArea', action.area) ?? ''));
  return `${said}${outcome === null ? '' : ` Bedömning: ${inSentence(outcome)}.`}${actions.length === 0 ? '' : ` Åtgärder: ${[...new Set(actions)].join(', ')}.`}`;
}
