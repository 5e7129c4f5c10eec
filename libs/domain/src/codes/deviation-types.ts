import type { Code, CodeOf } from './code.js';

export interface DeviationTypeCode extends Code {
  readonly subtypes: readonly Code[];
  /** The type itself says that it is a missförhållande, or a risk of one: somebody other than the reporter must decide that it is not. */
  readonly irregular?: true;
}

/** Types under HSL. Subtypes have codes that are unique across all types, so that one can be read alone. */
export const hslDeviationTypes = [
  {
    code: 'fall',
    label: 'Fall',
    subtypes: [
      { code: 'fallWithoutInjury', label: 'Fall utan skada' },
      { code: 'fallWithMinorInjury', label: 'Fall med lindrig skada' },
      { code: 'fallWithFracture', label: 'Fall med fraktur' },
      { code: 'fallWithHeadInjury', label: 'Fall med skallskada' },
      { code: 'repeatedFalls', label: 'Upprepade fall' },
    ],
  },
  {
    code: 'medication',
    label: 'Läkemedel',
    subtypes: [
      { code: 'missedDose', label: 'Utebliven dos' },
      { code: 'wrongDose', label: 'Fel dos' },
      { code: 'wrongMedicine', label: 'Fel läkemedel' },
      { code: 'wrongPatient', label: 'Fel patient' },
      { code: 'wrongTime', label: 'Fel tidpunkt' },
      { code: 'wrongFormOrAdministration', label: 'Fel beredningsform eller administrering' },
      { code: 'doubleDose', label: 'Dubbel dos' },
      { code: 'signatureMissing', label: 'Signering saknas' },
      { code: 'delegationMissing', label: 'Delegering saknas eller har gått ut' },
      { code: 'narcoticsLossOrTheft', label: 'Svinn eller stöld av narkotika' },
      { code: 'preparationOrPharmacy', label: 'Iordningställande eller apotek' },
      { code: 'medicineDispenser', label: 'Läkemedelsautomat' },
    ],
  },
  {
    code: 'informationTransfer',
    label: 'Informationsöverföring/samverkan',
    subtypes: [
      { code: 'admissionOrDischarge', label: 'In- eller utskrivning' },
      { code: 'betweenStaffGroups', label: 'Mellan personalgrupper' },
      { code: 'betweenCareProviders', label: 'Mellan vårdgivare' },
      { code: 'recordNotAccessible', label: 'Journal ej åtkomlig' },
    ],
  },
  {
    code: 'medicalDeviceOrAid',
    label: 'Medicinteknisk produkt/hjälpmedel',
    subtypes: [
      { code: 'deviceHandling', label: 'Handhavande' },
      { code: 'deviceFault', label: 'Tekniskt fel' },
      { code: 'deviceMissing', label: 'Saknas' },
      { code: 'deviceNotPrescribed', label: 'Ej ordinerad eller utprovad' },
    ],
  },
  {
    code: 'pressureUlcer',
    label: 'Trycksår',
    subtypes: [
      { code: 'pressureUlcerCategory1', label: 'Kategori 1' },
      { code: 'pressureUlcerCategory2', label: 'Kategori 2' },
      { code: 'pressureUlcerCategory3', label: 'Kategori 3' },
      { code: 'pressureUlcerCategory4', label: 'Kategori 4' },
    ],
  },
  {
    code: 'careRelatedInfection',
    label: 'Vårdrelaterad infektion',
    subtypes: [
      { code: 'urinaryTractInfection', label: 'Urinvägsinfektion (UVI)' },
      { code: 'woundInfection', label: 'Sårinfektion' },
      { code: 'respiratoryInfection', label: 'Luftvägar' },
      { code: 'skinInfection', label: 'Hud' },
      { code: 'otherInfection', label: 'Annan infektion' },
    ],
  },
  {
    code: 'hygiene',
    label: 'Vårdhygien',
    subtypes: [
      { code: 'basicHygieneRoutines', label: 'Basala hygienrutiner' },
      { code: 'dressRules', label: 'Klädregler' },
      { code: 'contagion', label: 'Smitta' },
    ],
  },
  {
    code: 'urinaryCatheter',
    label: 'KAD',
    subtypes: [
      { code: 'catheterCareMissed', label: 'Utebliven skötsel' },
      { code: 'catheterWronglyIndicated', label: 'Fel indikation' },
    ],
  },
  {
    code: 'nutrition',
    label: 'Nutrition',
    subtypes: [
      { code: 'weightLoss', label: 'Viktnedgång' },
      { code: 'wrongDietOrConsistency', label: 'Fel kost eller konsistens' },
      { code: 'nightFast', label: 'Nattfasta' },
      { code: 'aspiration', label: 'Aspiration' },
    ],
  },
  { code: 'oralHealth', label: 'Munhälsa', subtypes: [] },
  {
    code: 'rehabilitation',
    label: 'Rehabilitering',
    subtypes: [
      { code: 'trainingMissed', label: 'Utebliven träning' },
      { code: 'wrongTransfer', label: 'Fel förflyttning' },
      { code: 'rehabAssessmentMissed', label: 'Utebliven bedömning' },
    ],
  },
  {
    code: 'deficientCare',
    label: 'Bristande vård/behandling',
    subtypes: [
      { code: 'careMissed', label: 'Utebliven' },
      { code: 'careDelayed', label: 'Fördröjd' },
      { code: 'careWrong', label: 'Felaktig' },
      { code: 'nurseAssessmentMissing', label: 'Sjuksköterskas bedömning saknas' },
    ],
  },
  {
    code: 'palliativeCare',
    label: 'Palliativ vård',
    subtypes: [
      { code: 'symptomRelief', label: 'Symtomlindring' },
      { code: 'atDeath', label: 'Vid dödsfall' },
    ],
  },
  {
    code: 'protectiveOrRestrictiveMeasure',
    label: 'Skydds- och begränsningsåtgärd',
    irregular: true,
    subtypes: [
      { code: 'withoutConsent', label: 'Utan samtycke' },
      { code: 'withoutPrescription', label: 'Utan ordination' },
    ],
  },
  {
    code: 'insufficientResources',
    label: 'Otillräckliga resurser',
    subtypes: [
      { code: 'lackOfStaff', label: 'Bemanning' },
      { code: 'lackOfCompetence', label: 'Kompetens' },
    ],
  },
  { code: 'documentationOrSecrecy', label: 'Dokumentation/sekretess', subtypes: [] },
  {
    code: 'externalDeviation',
    label: 'Extern avvikelse',
    subtypes: [
      { code: 'sentToOther', label: 'Upprättad (till region m.fl.)' },
      { code: 'receivedFromOther', label: 'Inkommen' },
    ],
  },
  { code: 'other', label: 'Övrigt', subtypes: [] },
] as const satisfies readonly DeviationTypeCode[];

/** Types under SoL, LSS and the laws beside them. */
export const solLssDeviationTypes = [
  {
    code: 'missedService',
    label: 'Utebliven insats',
    subtypes: [
      { code: 'missedVisit', label: 'Besök' },
      { code: 'missedShower', label: 'Dusch' },
      { code: 'missedMeal', label: 'Måltid' },
      { code: 'missedSupervisionOrAlarm', label: 'Tillsyn eller larm' },
      { code: 'missedEscort', label: 'Ledsagning' },
    ],
  },
  { code: 'delayedService', label: 'Försenad insats', subtypes: [] },
  { code: 'wronglyPerformedService', label: 'Fel utförd insats', subtypes: [] },
  {
    code: 'treatment',
    label: 'Bemötande',
    subtypes: [
      { code: 'tone', label: 'Ton' },
      { code: 'respect', label: 'Respekt' },
      { code: 'integrity', label: 'Integritet' },
      { code: 'language', label: 'Språk' },
    ],
  },
  {
    code: 'physicalAbuse',
    label: 'Fysiskt övergrepp/våld',
    irregular: true,
    subtypes: [
      { code: 'staffAgainstServiceUser', label: 'Personal mot brukare' },
      { code: 'serviceUserAgainstServiceUser', label: 'Brukare mot brukare' },
    ],
  },
  {
    code: 'psychologicalAbuse',
    label: 'Psykiskt övergrepp',
    irregular: true,
    subtypes: [
      { code: 'threat', label: 'Hot' },
      { code: 'violation', label: 'Kränkning' },
      { code: 'isolation', label: 'Isolering' },
    ],
  },
  { code: 'sexualAbuse', label: 'Sexuellt övergrepp', irregular: true, subtypes: [] },
  {
    code: 'financialAbuse',
    label: 'Ekonomiskt övergrepp',
    irregular: true,
    subtypes: [
      { code: 'theft', label: 'Stöld' },
      { code: 'privateFunds', label: 'Privata medel' },
      { code: 'improperGift', label: 'Otillbörlig gåva' },
    ],
  },
  {
    code: 'legalCertainty',
    label: 'Rättssäkerhet vid handläggning',
    subtypes: [
      { code: 'delayedInquiry', label: 'Fördröjd utredning' },
      { code: 'concernReportNotAssessedInTime', label: 'Orosanmälan ej bedömd i tid' },
      { code: 'decisionMissing', label: 'Saknat beslut' },
      { code: 'decisionNotExecuted', label: 'Ej verkställt beslut' },
      { code: 'wrongDecision', label: 'Fel beslut' },
      { code: 'communicationOfMaterial', label: 'Kommunicering' },
      { code: 'childParticipation', label: 'Barns delaktighet' },
    ],
  },
  {
    code: 'documentation',
    label: 'Dokumentation',
    subtypes: [
      { code: 'implementationPlanMissing', label: 'Genomförandeplan saknas' },
      { code: 'recordMissingOrWrong', label: 'Journal saknas eller är fel' },
    ],
  },
  { code: 'secrecyOrPersonalDataBreach', label: 'Sekretessbrott/personuppgiftsincident', subtypes: [] },
  { code: 'unsupportedRestriction', label: 'Tvångs- eller begränsningsåtgärd utan stöd', irregular: true, subtypes: [] },
  {
    code: 'environmentEquipmentOrTechnology',
    label: 'Fysisk miljö, utrustning, teknik',
    subtypes: [
      { code: 'safetyAlarm', label: 'Trygghetslarm' },
      { code: 'keyHandling', label: 'Nyckelhantering' },
      { code: 'fire', label: 'Brand' },
      { code: 'welfareTechnology', label: 'Välfärdsteknik' },
    ],
  },
  {
    code: 'collaboration',
    label: 'Samverkan',
    subtypes: [
      { code: 'internalCollaboration', label: 'Internt' },
      { code: 'externalCollaboration', label: 'Externt' },
    ],
  },
  { code: 'staffingOrCompetence', label: 'Bemanning/kompetens', subtypes: [] },
  { code: 'selfHarmOrMissing', label: 'Självskada/avvikande', subtypes: [{ code: 'missingServiceUser', label: 'Försvunnen brukare' }] },
  { code: 'other', label: 'Annat', subtypes: [] },
] as const satisfies readonly DeviationTypeCode[];

export type HslDeviationType = CodeOf<typeof hslDeviationTypes>;
export type SolLssDeviationType = CodeOf<typeof solLssDeviationTypes>;
export type DeviationType = HslDeviationType | SolLssDeviationType;

/** Both lists as one; `other`, which they share, once. */
export const deviationTypes: readonly (DeviationTypeCode & { readonly code: DeviationType })[] = [
  ...hslDeviationTypes,
  ...solLssDeviationTypes.filter(({ code }) => code !== 'other'),
];

type SubtypeOf<T extends readonly DeviationTypeCode[]> = T[number]['subtypes'][number]['code'];
export type DeviationSubtype = SubtypeOf<typeof hslDeviationTypes> | SubtypeOf<typeof solLssDeviationTypes>;

export const deviationSubtypes = deviationTypes.flatMap(({ subtypes }) => subtypes) as readonly (Code & { readonly code: DeviationSubtype })[];

/** Abuse, and force without legal support: a report of such a type is assessed before it may be closed, whatever else it says. */
export const isIrregularInItself = (type: string | null): boolean => deviationTypes.some((row) => row.code === type && row.irregular === true);
