import type { Code } from './code.js';

/** How the one who spoke up wants the answer (docs/contract.md#reporting-a-case). A code is a way back, `none` is not. */
export const answerWays = [
  { code: 'none', label: 'Vill inte ha svar' },
  { code: 'email', label: 'E-post' },
  { code: 'phone', label: 'Telefon' },
  { code: 'letter', label: 'Brev' },
  { code: 'code', label: 'Med kod, utan namn' },
] as const satisfies readonly Code[];

export const triageAnswers = [
  { code: 'yes', label: 'Ja' },
  { code: 'no', label: 'Nej' },
  { code: 'unsure', label: 'Osäkert' },
] as const satisfies readonly Code[];

export const conflictAnswers = [
  { code: 'none', label: 'Ingen jävsgrund' },
  { code: 'conflict', label: 'Jäv' },
] as const satisfies readonly Code[];

export const entryNatures = [
  { code: 'fact', label: 'Faktauppgift' },
  { code: 'judgement', label: 'Bedömning' },
] as const satisfies readonly Code[];

/** Why a person has a conflict of interest (KL 6 kap. 28 §; `named`, `managerOfTheAct` and `investigated` may be computed). */
export const conflictGrounds = [
  { code: 'named', label: 'Är nämnd i saken' },
  { code: 'ownActs', label: 'Saken gäller det egna handlandet' },
  { code: 'managerOfTheAct', label: 'Är chef för det som saken gäller' },
  { code: 'investigated', label: 'Har utrett saken' },
  { code: 'relation', label: 'Är närstående eller vän till någon som berörs' },
  { code: 'ownSupervision', label: 'Skulle utöva tillsyn över egen verksamhet' },
  { code: 'other', label: 'Annan omständighet som rubbar förtroendet' },
] as const satisfies readonly Code[];

/** Whether the reporter got an answer to the report. */
export const replyAnswers = [
  { code: 'yes', label: 'Ja, jag har fått svar' },
  { code: 'partly', label: 'Delvis' },
  { code: 'no', label: 'Nej' },
] as const satisfies readonly Code[];

/** The source of an entry or an addendum. */
export const parties = [
  { code: 'complainant', label: 'Den som lämnade synpunkten' },
  { code: 'reporter', label: 'Den som rapporterade' },
  { code: 'individual', label: 'Den enskilde' },
  { code: 'relative', label: 'Närstående' },
  { code: 'staff', label: 'Medarbetare' },
  { code: 'unitManager', label: 'Enhetschef' },
  { code: 'provider', label: 'Utförare' },
  { code: 'investigator', label: 'Utredare' },
  { code: 'patient', label: 'Patienten' },
  { code: 'authority', label: 'Myndighet' },
  { code: 'document', label: 'Handling eller journal' },
] as const satisfies readonly Code[];

export const heardResults = [
  { code: 'heard', label: 'Hörd' },
  { code: 'declined', label: 'Avböjde' },
  { code: 'notPossible', label: 'Gick inte' },
] as const satisfies readonly Code[];

export const moveReasons = [
  { code: 'wrongUnit', label: 'Fel enhet från början' },
  { code: 'disputeSettled', label: 'Oenighet om ansvar avgjord' },
  { code: 'reorganisation', label: 'Omorganisation' },
  { code: 'takenOver', label: 'Övertaget' },
  { code: 'wrongFromStart', label: 'Uppgiften var fel' },
  { code: 'newFacts', label: 'Nya uppgifter' },
] as const satisfies readonly Code[];

export const handOverReceivers = [
  { code: 'otherMunicipality', label: 'Annan kommun' },
  { code: 'region', label: 'Regionen' },
  { code: 'otherCareProvider', label: 'Annan vårdgivare' },
  { code: 'privateProvider', label: 'Privat utförare' },
  { code: 'otherBoard', label: 'Annan nämnd' },
  { code: 'appealProcess', label: 'Överklagande av beslut' },
  { code: 'police', label: 'Polisen' },
  { code: 'otherAuthority', label: 'Annan myndighet' },
] as const satisfies readonly Code[];

/** Why a stage does not apply. The process says which of them a stage allows. */
export const notApplicableReasons = [
  { code: 'praise', label: 'Beröm utreds inte' },
  { code: 'handledAtOnce', label: 'Åtgärdat direkt' },
  { code: 'toldOnTheSpot', label: 'Besked gavs på plats' },
  { code: 'noGround', label: 'Ingen grund för anmälan' },
  { code: 'noActions', label: 'Inga åtgärder att följa upp' },
  { code: 'noWayBack', label: 'Det finns ingen väg att svara' },
  { code: 'elsewhere', label: 'Utreds i ett annat ärende' },
  { code: 'handedOver', label: 'Överlämnat till annan' },
  { code: 'providerInvestigates', label: 'Utföraren utreder och beslutar' },
] as const satisfies readonly Code[];

export const noFeedbackReasons = [
  { code: 'senderUnknown', label: 'Avsändaren är okänd' },
  { code: 'declined', label: 'Avsändaren vill inte ha svar' },
  { code: 'unreachable', label: 'Avsändaren har inte gått att nå' },
  { code: 'secrecy', label: 'Sekretess hindrar' },
  { code: 'deceased', label: 'Personen är avliden och närstående saknas' },
] as const satisfies readonly Code[];

export const reopenReasons = [
  { code: 'newFacts', label: 'Nya uppgifter' },
  { code: 'noEffect', label: 'Åtgärden hade ingen effekt' },
  { code: 'happenedAgain', label: 'Det hände igen' },
  { code: 'notSatisfied', label: 'Den som klagade är inte nöjd' },
  { code: 'closedByMistake', label: 'Avslutades av misstag' },
] as const satisfies readonly Code[];

/** The same, and what follows from taking back that a case is a duplicate. */
export const reopenGrounds = [...reopenReasons, { code: 'noDuplicate', label: 'Var ingen dubblett' }] as const satisfies readonly Code[];
