import { careWay, informed } from './care-way.js';
import { takenOn } from './deviation-way.js';
import type { Story } from './story.js';
import { bornOf, converts, datesOf, does, ownCase, sitting, tell } from './telling.js';

/**
 * EX-05 of the example cases: a fall at night with a broken hip. A deviation under HSL that became a lex Maria, notified before the
 * analysis was ready, and ended by IVO. Days as in the text, in the last year for which they have been.
 */
export function ex05(firstStart: string): Story {
  const ago = datesOf(firstStart, '08-26');
  const deviation = ownCase('ex-05', firstStart);
  const maria = bornOf(deviation, 'maria');
  const onTo = (daysAgo: number, to: 'followUp' | 'closed') => does(deviation, daysAgo, 'mas', { type: 'AdvanceCase', to }, `on-to-${to}`);
  const way = careWay(maria, [ago('03-20'), ago('05-05'), ago('05-06'), ago('05-06'), ago('05-11'), ago('08-25')], {
    diary: 118,
    notifiedEarly: ago('03-19'),
    informed: ago('03-16'),
    fact: 'Patienten hittades på golvet kl. 02.10. Larmmattan var urkopplad sedan städning. Två fall tidigare samma månad utan ny fallriskbedömning.',
    causes: [
      { area: 'routines', text: 'Ny fallriskbedömning görs inte efter ett fall.', serious: true },
      { area: 'technology', text: 'Larmmattan säger inte till när den är urkopplad.' },
      { area: 'communication', text: 'Den som städar vet inte att mattan ska in igen.' },
    ],
    actions: [
      {
        area: 'routines',
        what: 'Fallriskbedömning inom 24 timmar efter fall.',
        howJudged: 'Journalgranskning i juni.',
        dueDaysAgo: ago('05-20'),
        effectDaysAgo: ago('06-20'),
      },
      {
        area: 'technology',
        what: 'Larmmatta med egenlarm vid avbrott.',
        howJudged: 'Alla mattor provade.',
        dueDaysAgo: ago('06-15'),
        effectDaysAgo: ago('08-20'),
      },
      {
        area: 'routines',
        what: 'Checklista efter städning.',
        howJudged: 'Stickprov på tjugo rum.',
        dueDaysAgo: ago('05-15'),
        effectDaysAgo: ago('06-20'),
      },
    ],
    outcome: { hslOutcome: 'seriousCareInjury', injury: true, serious: true, avoidable: 'yes' },
    reasons: 'Allvarlig vårdskada: höftfraktur och bestående behov av rullstol. Presidium, förvaltningschef och verksamhetschef är informerade.',
    evidence: 'Alla granskade journaler har bedömning inom 24 timmar. Inga urkopplade mattor.',
  });
  const ending = way.filter(({ daysAgo }) => daysAgo === ago('08-25'));
  return {
    key: 'ex-05',
    by: 'nadia',
    registeredDaysAgo: ago('03-15'),
    receivedDaysAgo: ago('03-15'),
    report: {
      kind: 'deviation',
      unit: 'afs-vardboende-linden',
      lawAreas: ['HSL'],
      channel: 'staffPhone',
      eventClass: 'adverseEvent',
      deviationType: 'fall',
      deviationSubtype: 'fallWithFracture',
      area: 'municipalHealthCare',
      involves: ['medicalDevice'],
      affects: 'individual',
      what: 'Patienten hittades på golvet kl. 02.10. Larmmattan var urkopplad sedan städning. Två fall tidigare samma månad utan att ny fallriskbedömning gjorts. Ambulans kl. 02.45. Höftfraktur, opererad 15 mars. Har därefter bestående behov av rullstol.',
      immediateActions: 'Larmmattor kontrollerade på hela avdelningen samma natt; extra tillsyn.',
    },
    steps: [
      ...takenOn(deviation, ago('03-16'), {
        by: 'ingrid',
        risk: ['4', '3'],
        triage: { careInjury: 'yes', serious: 'yes', avoidable: 'yes' },
      }),
      ...informed(deviation, ago('03-16'), 'ingrid'),
      converts(deviation, ago('03-18'), 'mas', 'maria', {
        type: 'ConvertCase',
        to: 'lexMaria',
        reasons: 'Höftfraktur efter ett fall som hade kunnat undvikas. Allvarlig vårdskada som ska anmälas.',
        knownAt: new Date(Date.parse(firstStart) - ago('03-15') * 86_400_000).toISOString(),
      }),
      ...tell(deviation, ago('03-20'), 'mas', 'reporter', 'staffGroup'),
      onTo(ago('03-20'), 'followUp'),
      onTo(ago('03-20'), 'closed'),
      ...informed(maria, ago('03-18'), 'mas'),
      ...way.filter((step) => !ending.includes(step)),
      ...sitting(
        maria,
        ago('08-24'),
        'registrator',
        'ivo',
        { type: 'RecordIvoNumber', ivoNumber: '8.1.1-20512' },
        { type: 'RecordIvoDecision', ivoOutcome: 'closedWithoutAction', text: 'IVO bedömer att händelsen är utredd i tillräcklig omfattning.' },
        { type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' },
      ),
      ...ending,
    ],
  };
}
