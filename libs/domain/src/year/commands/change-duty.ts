import { type YearDuty, yearDuties } from '../../codes/year-duties.js';
import { Lacking } from '../../lacks.js';
import { chiefs } from '../../records/who.js';
import { date, flag, maybe, maybeWords, oneOf, words } from '../../shapes.schema.js';
import { dutyMet, dutyReopened, dutyWaived, yearEnded } from '../events/duty-changed.js';
import { periodOf, plan } from '../plan.js';
import { doers } from '../who.js';
import { defineYearCommand, isOpen, waiting, type Year } from '../year.js';

const dutyForm = { label: 'Vilken uppgift?' };
const ofRecord = ({ duties }: Year, duty: YearDuty) => duties.find((one) => one.duty === duty);
const NOT_HERE = 'Uppgiften ingår inte i det här året';
const BY_ATTESTING = 'Statistiken intygas på sidan Intyg för perioden. Uppgiften blir klar av sig själv när perioden är intygad';

/** Says that a duty is done. What is attested is done by the attestation, and by nothing else. */
export const meetDuty = defineYearCommand({
  name: 'MeetDuty',
  input: { duty: oneOf(yearDuties), on: maybe(date), note: maybeWords },
  who: doers,
  title: 'Markera en uppgift som klar',
  button: 'Spara',
  form: {
    duty: dutyForm,
    on: { label: 'Vilken dag blev den klar, om inte i dag?', required: false },
    note: { label: 'Något att anteckna?', required: false },
  },
  offered: (year) => waiting(year).some(({ duty }) => plan[duty].attests === null),
  decide(year, { duty, on, note }, { today }) {
    const found = ofRecord(year, duty);
    new Lacking('MeetDuty')
      .need(found !== undefined, 'duty', NOT_HERE)
      .need(found?.state !== 'met' && found?.state !== 'waived', 'duty', 'Uppgiften väntar inte längre')
      .need(plan[duty].attests === null, 'duty', BY_ATTESTING)
      .need(found === undefined || found.opens <= today, 'duty', 'Uppgiften har inte öppnat än')
      .need(on === null || on <= today, 'on', 'Dagen har inte kommit än')
      .orRefuse();
    return [dutyMet.of({ duty, on: on ?? today }, note ? { note } : {})];
  },
});

/** Says, with the reason, that a duty does not apply to the unit. */
export const waiveDuty = defineYearCommand({
  name: 'WaiveDuty',
  input: { duty: oneOf(yearDuties), reasons: words },
  who: chiefs,
  title: 'En uppgift är inte aktuell',
  button: 'Spara',
  form: { duty: dutyForm, reasons: { label: 'Varför gäller den inte enheten?' } },
  offered: (year) => waiting(year).length > 0,
  decide(year, { duty, reasons }, { today }) {
    const found = ofRecord(year, duty);
    new Lacking('WaiveDuty')
      .need(found !== undefined, 'duty', NOT_HERE)
      .need(found === undefined || found.state === 'waiting', 'duty', 'Uppgiften väntar inte längre')
      .orRefuse();
    return [dutyWaived.of({ duty, on: today }, { reasons })];
  },
});

/** Takes back that a duty was done or did not apply. */
export const reopenDuty = defineYearCommand({
  name: 'ReopenDuty',
  input: { duty: oneOf(yearDuties), reasons: words },
  who: doers,
  title: 'Öppna en uppgift igen',
  button: 'Öppna igen',
  form: { duty: dutyForm, reasons: { label: 'Varför?' } },
  offered: (year) => isOpen(year) && year.duties.some(({ duty, state }) => state !== 'waiting' && (plan[duty].attests === null || state === 'waived')),
  decide(year, { duty, reasons }) {
    const found = ofRecord(year, duty);
    new Lacking('ReopenDuty')
      .need(found !== undefined, 'duty', NOT_HERE)
      .need(found === undefined || found.state !== 'waiting', 'duty', 'Uppgiften väntar redan')
      .need(found === undefined || found.state !== 'met' || plan[duty].attests === null, 'duty', 'Ett intyg tas tillbaka på sidan Intyg för perioden')
      .orRefuse();
    return [dutyReopened.of({ duty }, { reasons })];
  },
});

/** Follows the register of attestations: attested, the duty is done; taken back, it is waited for again. */
export const followAttestation = defineYearCommand({
  name: 'FollowAttestation',
  input: { duty: oneOf(yearDuties), attested: flag },
  who: ['system'],
  title: 'Följ intyget',
  button: 'Följ intyget',
  form: {},
  offered: isOpen,
  decide(year, { duty, attested }, { today }) {
    const found = ofRecord(year, duty);
    if (found === undefined || periodOf(duty, year.year) === null) return [];
    if (attested && found.state === 'waiting') return [dutyMet.of({ duty, on: today })];
    return !attested && found.state === 'met' ? [dutyReopened.of({ duty })] : [];
  },
});

/** The unit has ended: nothing more is waited for. */
export const endYear = defineYearCommand({
  name: 'EndYear',
  input: {},
  who: ['system'],
  title: 'Avsluta året',
  button: 'Avsluta året',
  form: {},
  offered: isOpen,
  decide: () => [yearEnded.of({})],
});
