import { Lacking } from '../../lacks.js';
import { addDuration, daysBefore } from '../../law/calendar.js';
import { hasCheckDigit, personalNumberOf } from '../../personal-data.js';
import { defineCreation } from '../../records/record-command.js';
import { date, maybeWords, sealedLine, unitCode } from '../../shapes.schema.js';
import { extractRequested } from '../events/extract-requested.js';
import { extractors } from '../who.js';

/** GDPR art. 12.3: without undue delay, and within one month of receipt. */
const TO_ANSWER = 'P1M';
/** A request is registered when it comes, or soon after: an older day is a slip. */
const OLDEST = 365;

/** Registers that a person has asked for what is held about them (GDPR art. 15). */
export const requestExtract = defineCreation('extract', {
  name: 'RequestExtract',
  input: { unit: unitCode, receivedOn: date, person: sealedLine, personalNumber: sealedLine.optional(), sought: maybeWords },
  who: extractors,
  title: 'Registrera en begäran om registerutdrag',
  button: 'Spara begäran',
  form: {
    unit: { label: 'Vilken nämnd gäller begäran?', of: 'unit' },
    receivedOn: { label: 'När kom begäran in?', hint: 'Från den dagen är det en månad att svara (dataskyddsförordningen art. 12.3).' },
    person: { label: 'Vem begär utdraget?', hint: 'Namn, och hur utdraget ska lämnas.' },
    personalNumber: {
      label: 'Personnummer eller samordningsnummer',
      hint: 'Hittas hur det än är skrivet: med tio eller tolv siffror, med eller utan bindestreck.',
      required: false,
    },
    sought: {
      label: 'Vilka ord ska också sökas?',
      hint: 'En sökning på varje rad: namnet, ett tidigare namn, adressen, telefonnumret. Alla ord på raden ska finnas i samma ärende.',
      required: false,
    },
  },
  unitOf: ({ unit }) => unit,
  decide(number, { unit, receivedOn, person, personalNumber, sought }, { today }) {
    const typed = personalNumber ? personalNumberOf(personalNumber) : null;
    new Lacking('RequestExtract')
      .need(receivedOn <= today, 'receivedOn', 'Dagen har inte kommit än')
      .need(receivedOn >= daysBefore(today, OLDEST), 'receivedOn', 'Dagen ligger mer än ett år tillbaka')
      .need(!personalNumber || typed !== null, 'personalNumber', 'Skriv ett personnummer med tio eller tolv siffror, till exempel 19121212-1212')
      .need(typed === null || hasCheckDigit(typed), 'personalNumber', 'Den sista siffran stämmer inte med de andra: kontrollera numret')
      .need(Boolean(personalNumber) || Boolean(sought), 'personalNumber', 'Skriv personnumret, eller minst ett ord att söka på')
      .orRefuse();
    const words = { person, ...(personalNumber ? { personalNumber } : {}), ...(sought ? { sought } : {}) };
    return [extractRequested.of({ number, unit, receivedOn, due: addDuration(receivedOn, TO_ANSWER) }, words)];
  },
});
