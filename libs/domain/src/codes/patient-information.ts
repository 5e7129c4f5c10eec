import type { Code, CodeOf } from './code.js';

/** The six things that a patient who has suffered a vårdskada shall be told (PSL 3 kap. 8 §). */
export const patientInformationPoints = [
  { code: 'whatHappened', label: 'Att händelsen har inträffat' },
  { code: 'measures', label: 'Vilka åtgärder som görs för att den inte ska hända igen' },
  { code: 'complaints', label: 'Att vårdgivaren är skyldig att ta emot klagomål' },
  { code: 'patientsCommittee', label: 'Att patientnämnden kan hjälpa till' },
  { code: 'ivo', label: 'Att det går att anmäla klagomål till IVO' },
  { code: 'compensation', label: 'Ersättning enligt patientskadelagen eller läkemedelsförsäkringen' },
] as const satisfies readonly Code[];
export type PatientInformationPoint = CodeOf<typeof patientInformationPoints>;
