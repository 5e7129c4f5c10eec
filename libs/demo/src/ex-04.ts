import { deviationWay } from './deviation-way.js';
import type { Story } from './story.js';
import { datesOf, ownCase } from './telling.js';

/** EX-04 of the example cases: an evening dose of a blood thinner that was not given. Days as in the text, in the last year for which they have been. */
export function ex04(firstStart: string): Story {
  const ago = datesOf(firstStart, '05-20');
  return {
    key: 'ex-04',
    by: 'nadia',
    registeredDaysAgo: ago('02-11'),
    receivedDaysAgo: ago('02-11'),
    report: {
      kind: 'deviation',
      unit: 'afs-vardboende-linden',
      lawAreas: ['HSL'],
      channel: 'staffPhone',
      eventClass: 'adverseEvent',
      deviationType: 'medication',
      deviationSubtype: 'missedDose',
      area: 'municipalHealthCare',
      affects: 'individual',
      what: 'Vid signeringskontroll på morgonen upptäcktes att kvällsdosen inte var signerad och låg kvar i dosetten. Vikarie hade ansvar för två avdelningar. Sjuksköterska kontaktad kl. 07.40, läkare ordinerade att hoppa över dosen. Inga symtom.',
      immediateActions: 'Sjuksköterska och läkare kontaktade, närstående informerad på patientens begäran.',
    },
    steps: deviationWay(ownCase('ex-04', firstStart), [ago('02-13'), ago('02-25'), ago('02-27'), ago('03-02'), ago('03-03'), ago('05-19')], {
      by: 'ingrid',
      risk: ['2', '3'],
      riskAfter: ['2', '2'],
      fact: 'Vikarien hade två avdelningar och läkemedelsansvar på båda. Ansvaret stod inte på tavlan.',
      causes: [
        { area: 'environmentAndOrganisation', text: 'En vikarie hade ansvar för två avdelningar.' },
        { area: 'routines', text: 'Läkemedelsansvaret för passet skrivs inte upp.' },
      ],
      actions: [
        {
          area: 'routines',
          what: 'Läkemedelsansvar skrivs på planeringstavlan varje pass.',
          howJudged: 'Tavlan fotograferas dagligen i fyra veckor.',
          dueDaysAgo: ago('03-15'),
          effectDaysAgo: ago('05-19'),
        },
        {
          area: 'technology',
          what: 'Digital signeringspåminnelse kl. 21.',
          howJudged: 'Osignerade doser räknas i åtta veckor.',
          dueDaysAgo: ago('03-31'),
          effectDaysAgo: ago('05-19'),
        },
      ],
      care: { hslOutcome: 'couldHaveCausedCareInjury', injury: false, serious: false, avoidable: 'yes' },
      reasons: 'Hade kunnat medföra vårdskada; inte allvarlig. MAS kontaktad.',
      told: ['reporter', 'individual', 'staffGroup'],
      evidence: 'Inga osignerade doser på åtta veckor.',
    }),
  };
}
