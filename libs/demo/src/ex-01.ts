import { deviationWay } from './deviation-way.js';
import { actionOf, answer, assess, daysBefore, investigate, judge, type Step, type Story, takeOn, takePosition } from './story.js';
import { bornOf, converts, ownCase } from './telling.js';

const DAY = 86_400_000;
const key = 'ex-01';
/** Place of the first PlanAction among the steps below. */
const FIRST_ACTION = 11;

/**
 * EX-01 of the example cases: late and missed evening visits. Its days are those of the text (7 September, answered on the 18th, effect to be
 * judged on 14 December), in the last year for which the answer has been given.
 */
export function ex01(firstStart: string): Story {
  const year = new Date(Date.parse(firstStart) - 14 * DAY);
  const received = year.getUTCFullYear() - (year.toISOString().slice(5, 10) < '09-07' ? 1 : 0);
  const ago = (monthDay: string) => (Date.parse(firstStart) - Date.parse(`${received}-${monthDay}T08:30:00.000Z`)) / DAY;
  const told = ownCase(key, firstStart);
  const steps: readonly Step[] = [
    ...takeOn(ago('09-08'), 'maria', { lawAreas: ['SoL'], confirm: 'phone' }),
    ...investigate(ago('09-11'), 'maria', {
      fact: 'Loggen över besök visar ankomst mellan 21.30 och 22.45 under tre veckor, och inget besök söndagen den 30 augusti. Gruppledaren ringde dottern samma dag som klagomålet kom och lade in en fast tid.',
      area: 'environmentAndOrganisation',
      cause: 'Kvällsrundan hade två vakanta pass, och ingen ringde vid förseningar.',
    }),
    ...assess(ago('09-14'), 'maria', firstStart, {
      outcome: 'deficiency',
      reasons: 'Insatsen gavs inte på beviljad tid och uteblev en kväll.',
      actions: [
        {
          area: 'staffing',
          what: 'Ny planering av kvällsrundan.',
          howJudged: 'Ankomsttider jämförs under fyra veckor.',
          dueDaysAgo: ago('09-14'),
          effectDaysAgo: ago('10-14'),
        },
        {
          area: 'routines',
          what: 'Rutin för att ringa vid försening över 30 minuter.',
          howJudged: 'Stickprov bland förseningarna, och samtal med fem brukare.',
          dueDaysAgo: ago('10-01'),
          effectDaysAgo: ago('12-14'),
        },
      ],
    }),
    ...takePosition(ago('09-15'), 'maria', 'Ett uteblivet besök utan fara. Kvällen utan besök rapporteras för sig som avvikelse.'),
    ...answer(
      ago('09-18'),
      'maria',
      'letter',
      'Du har rätt i att vi kom för sent och att besöket uteblev den 30 augusti. Din mamma har nu en fast tid klockan 20, och vi ringer om vi blir mer än 30 minuter sena. Vi ber om ursäkt.',
    ),
    ...(ago('10-14') > 0 ? judge(ago('10-14'), 'maria', actionOf(key, FIRST_ACTION), 'Alla besök mellan 19.45 och 20.20 under fyra veckor.') : []),
    // The evening without a visit is a deviation of its own, known when the complaint came.
    converts(told, ago('09-18'), 'maria', 'missed', {
      type: 'ConvertCase',
      to: 'deviation',
      way: 'raisedFrom',
      lawAreas: ['SoL'],
      eventClass: 'adverseEvent',
      deviationType: 'missedService',
      knownAt: daysBefore(firstStart, ago('09-07')),
      reasons: 'Besöket söndagen den 30 augusti uteblev.',
    }),
    ...deviationWay(bornOf(told, 'missed'), [ago('09-18'), ago('09-21')], {
      by: 'maria',
      risk: ['2', '2'],
      fact: 'Inget besök är registrerat söndagen den 30 augusti. Passet var vakant.',
      causes: [{ area: 'environmentAndOrganisation', text: 'Ett vakant pass fördelades inte om.' }],
      actions: [],
      reasons: '',
    }),
  ];
  return {
    key,
    by: 'registrator',
    registeredDaysAgo: ago('09-07'),
    receivedDaysAgo: ago('09-07'),
    report: {
      unit: 'afs-hemtjanst-norra',
      opinionType: 'complaint',
      source: 'relative',
      channel: 'web',
      area: 'elderlyCare',
      arose: 'delivery',
      categories: ['serviceDelivery', 'accessibility', 'information'],
      answer: { by: 'letter', to: 'Box 1, 100 00 Exempelstad' },
      what: 'Min mamma har insatser från hemtjänsten varje kväll klockan 20. De senaste tre veckorna har personalen kommit mellan 21.30 och 22.45, och söndagen den 30 augusti kom ingen alls. Ingen ringer och säger till. Mamma vågar inte lägga sig förrän de har varit där. Jag vill veta varför det blir så och vad ni tänker göra.',
      immediateActions: 'Gruppledaren ringde dottern samma dag och lade in fast tid i planeringen.',
    },
    steps,
  };
}
