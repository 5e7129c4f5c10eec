import { investigationPoints } from '../../codes/investigation.js';
import { lack } from '../../errors.js';
import { type ExistingCase, mergedInto } from '../case.js';
import type { Gate } from './process.js';

/*
 * What the investigation of a deviation, a lex Sarah or a lex Maria must hold before it goes on. Each gate says what is
 * missing to the person who must supply it, and names the field of the command that does so.
 */

/** Whether any social law is stated: SoL, LSS, LVU, LVM or lag (2024:79). Lex Sarah is under these (docs/law/lex-sarah.md#law-areas). */
export const isSocial = (state: ExistingCase): boolean => (state.desc.lawAreas ?? []).some((law) => law !== 'HSL');
export const isCare = (state: ExistingCase): boolean => state.desc.kind === 'lexMaria' || (state.desc.lawAreas ?? []).includes('HSL');
/** Severity × probability as last assessed; null before the first assessment. */
export const riskOf = ({ assessment: { risk } }: ExistingCase): number | null => {
  const severity = risk.severityFinal ?? risk.severity;
  const probability = risk.probabilityFinal ?? risk.probability;
  return severity === null || probability === null ? null : severity * probability;
};
/**
 * Whether it is more than the unit's own manager may settle. Care: 8–16 or severity 3–4; social services: 8–16 (docs/law/deviations.md#risk).
 * The number decides who takes the case, never what the law calls serious.
 */
export const isGrave = (state: ExistingCase): boolean => {
  const risk = riskOf(state);
  return risk !== null && (risk >= 8 || (isCare(state) && (state.assessment.risk.severityFinal ?? state.assessment.risk.severity ?? 0) >= 3));
};
/** Whether the case is investigated in another, which it has become or is a duplicate of. */
export const hasMovedOn = (state: ExistingCase): boolean =>
  mergedInto(state) !== null || state.lineage.convertedTo.some((child) => child.link === 'convertedFrom');
export const becameA = (state: ExistingCase, kind: string): boolean => state.lineage.convertedTo.some((child) => child.to === kind);
/** How the unit's own manager closes it at once: 1–2 of 16, or not assessed yet (docs/law/deviations.md#social-services). */
export const riskIsSmall: Gate = (state) => lack((riskOf(state) ?? 1) <= 2, 'CloseAtOnce', 'Åtgärdat direkt går bara när risken är 1 eller 2. Utred ärendet');
const liveCauses = (state: ExistingCase) => state.investigation.causes.filter((cause) => !cause.withdrawn);

export const socialLawStated: Gate = (state) => lack(isSocial(state), 'ClassifyCase.lawAreas', 'Ange SoL, LSS eller annan lag som insatsen följer');
export const typeStated: Gate = (state) => lack(state.desc.deviationType !== null, 'ClassifyCase.deviationType', 'Ange vilken typ av avvikelse det är');
export const irregularityKindStated: Gate = (state) =>
  lack((state.desc.lexSarahKinds ?? []).length > 0, 'ClassifyCase.lexSarahKinds', 'Ange vilken sorts missförhållande det gäller');
export const affectedStated: Gate = (state) =>
  lack(
    state.desc.affects !== null || (state.desc.has ?? []).includes('affected'),
    'ClassifyCase.affects',
    'Ange vem som berörs: en enskild, en grupp, eller ingen enskild',
  );
/** What was done at once is recorded before any form is complete (SoL 27 kap. 5 §). */
export const remedied: Gate = (state) =>
  lack(
    (state.desc.has ?? []).includes('immediateActions') || hasEntry(state, 'measures') || state.remedy.actions.some((action) => action.horizon === 'immediate'),
    'MakeEntry.point',
    'För in vad som gjordes genast, under punkten Åtgärder',
  );
export const diarised: Gate = (state) => lack(state.diary.number !== null, 'Diarise.diaryNumber', 'Ge ärendet ett diarienummer (OSL 5 kap. 1 §)');
export const riskAssessed: Gate = (state) => lack(state.assessment.risk.severity !== null, 'AssessRisk.severity', 'Bedöm allvarlighet och sannolikhet');
export const riskReassessed: Gate = (state) =>
  lack(state.assessment.risk.severityFinal !== null, 'AssessRisk.severity', 'Bedöm allvarlighet och sannolikhet på nytt, nu när utredningen är klar');
/** An event that harmed somebody in care is investigated, never closed at once (PSL 3 kap. 3 §). */
export const nothingHappenedInCare: Gate = (state) =>
  lack(!isCare(state) || state.desc.eventClass !== 'adverseEvent', 'CloseAtOnce', 'En negativ händelse i vården ska utredas, och kan inte avslutas direkt');
export const similarAnswered: Gate = (state) =>
  lack(typeof state.investigation.completed?.similarBefore === 'boolean', 'CompleteInvestigation.similarBefore', 'Svara på om något liknande har hänt förut');
export const causeFound: Gate = (state) => lack(liveCauses(state).length > 0, 'FindCause.area', 'Ange minst en orsak');
/** Every action is linked to a cause (RiR 2023:4: cases were closed although measures had no link to causes). */
export const actionsTied: Gate = (state) =>
  lack(
    liveCauses(state).length === 0 ||
      state.remedy.actions.every(
        (action) => action.status === 'dropped' || action.horizon === 'immediate' || liveCauses(state).some(({ causeId }) => action.causes.includes(causeId)),
      ),
    'ChangeAction.causes',
    'Ange vilken orsak varje åtgärd ska ta bort',
  );
/** Every serious cause has an action or a reason. */
export const seriousCausesAnswered: Gate = (state) =>
  lack(
    liveCauses(state)
      .filter((cause) => cause.serious === true)
      .every(
        (cause) =>
          state.remedy.noAction.some((decided) => decided.causeId === cause.causeId) ||
          state.remedy.actions.some((action) => action.status !== 'dropped' && action.causes.includes(cause.causeId)),
      ),
    'PlanAction.causes',
    'En allvarlig orsak saknar åtgärd. Planera en, eller motivera varför ingen behövs',
  );
/** An action for what was found, or why none is needed, by those who answer for it. In a case opened again, earlier actions do not count. */
export const actionOrReasonFound: Gate = (state) =>
  lack(
    state.investigation.completed?.noDeficiency === true ||
      state.remedy.noAction.some((decided) => decided.round === state.progress.reopenings.length) ||
      state.remedy.actions.some((action) => action.status !== 'dropped' && (action.round === state.progress.reopenings.length || action.effect === null)),
    'PlanAction',
    'Planera en åtgärd, eller motivera varför ingen behövs',
  );

const isAboutPerson = (state: ExistingCase): boolean => state.desc.affects === null || state.desc.affects === 'individual';
const asked = (state: ExistingCase, ...parties: readonly string[]): boolean => state.investigation.heard.some((row) => parties.includes(row.party));

/** The person concerned, or their representative, is informed and asked, or the reason why not is recorded. */
export const individualAsked: Gate = (state) =>
  lack(
    !isAboutPerson(state) || asked(state, 'individual', 'relative', 'patient'),
    'HearParty.party',
    'Informera och hör den enskilde eller den som företräder, eller ange varför det inte går',
  );
const concernsChild = ({ desc }: ExistingCase): boolean => desc.concernsChild === true || desc.affectedAgeBand === '0-17';
/** A child's own voice, or the reason why it could not be heard (SoL 3 kap. 1–3 §§). */
export const childHeard: Gate = (state) =>
  lack(
    !concernsChild(state) || state.investigation.heard.some((row) => row.party === 'individual' && (row.result === 'heard' || row.reason !== null)),
    'HearParty.reason',
    'Hör barnet självt, eller skriv varför det inte har gått',
  );
/** Patients and their relatives are offered to take part (PSL 3 kap. 4 §). */
export const patientInvited: Gate = (state) =>
  lack(
    state.desc.affects === 'notLinkedToPerson' || asked(state, 'patient', 'individual', 'relative'),
    'HearParty.party',
    'Ge patienten eller närstående möjlighet att delta',
  );
/** A grave event in care is analysed as an incident: assignment, leader, team (docs/law/deviations.md#health-care). */
export const analysedWhereGrave: Gate = (state) =>
  lack(
    !isCare(state) || !isGrave(state) || state.investigation.opened?.method === 'incidentAnalysis',
    'OpenInvestigation.method',
    'Gör en händelseanalys: risken är 8 eller mer, eller allvarligheten 3–4',
  );
export const incidentAnalysed: Gate = (state) =>
  lack(state.investigation.opened?.method === 'incidentAnalysis', 'OpenInvestigation.method', 'Utse analysledare och gör en händelseanalys');

const hasEntry = (state: ExistingCase, point: string): boolean => state.investigation.entries.some((entry) => entry.point === point && !entry.replaced);

/** The points that are entries; causes and the decision have commands of their own. */
const enteredPoints = investigationPoints.filter(({ code }) => code !== 'general' && code !== 'causes' && code !== 'decision');

/** The points of a lex Sarah investigation that are entries: one gate each, so that each is named. */
export const contentPoints: readonly Gate[] = enteredPoints.map(
  ({ code, label }) =>
    (state) =>
      lack(hasEntry(state, code), 'MakeEntry.point', `Utredningen saknar: ${label}`),
);
