import { type CareTale, careWay } from './care-way.js';
import { takenOn } from './deviation-way.js';
import type { Story } from './story.js';
import { bornOf, converts, does, ownCase, tell } from './telling.js';

interface CareStory {
  readonly key: string;
  readonly by: string;
  /** Manager who has the deviation, and the day it became a lex Maria. */
  readonly manager: string;
  readonly reported: number;
  readonly became: number;
  /** A day each for what leads the lex Maria to its next stage. */
  readonly days: readonly number[];
  readonly report: Omit<Story['report'], 'kind' | 'lawAreas' | 'eventClass'>;
  readonly why: string;
  readonly tale: CareTale;
}

/** A deviation under HSL that becomes a lex Maria by the MAS's hand (PSL 3 kap. 5 §). */
function careStory(firstStart: string, { key, by, manager, reported, became, days, report, why, tale }: CareStory): Story {
  const told = ownCase(key, firstStart);
  return {
    key,
    by,
    registeredDaysAgo: reported,
    report: { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent', area: 'municipalHealthCare', affects: 'individual', ...report },
    steps: [
      ...takenOn(told, became + 0.2, { by: manager, risk: ['4', '2'], triage: { careInjury: 'yes', serious: 'yes', avoidable: 'unsure' } }),
      converts(told, became, 'mas', 'maria', { type: 'ConvertCase', to: 'lexMaria', reasons: why }),
      // The deviation's own part is done when those who reported and were harmed know where it went.
      ...(days.length < 2
        ? []
        : [
            ...tell(told, became - 1, 'mas', 'reporter', 'relative', 'staffGroup'),
            does(told, became - 1, 'mas', { type: 'AdvanceCase', to: 'followUp' }, 'on-to-followUp'),
            does(told, became - 1, 'mas', { type: 'AdvanceCase', to: 'closed' }, 'on-to-closed'),
          ]),
      ...careWay(bornOf(told, 'maria'), days, tale),
    ],
  };
}

const serious = { hslOutcome: 'seriousCareInjury', injury: true, serious: true, avoidable: 'yes' } as const;
const unwritten: Pick<CareTale, 'fact' | 'causes' | 'actions' | 'outcome' | 'reasons'> = { fact: '', causes: [], actions: [], outcome: serious, reasons: '' };

/** Lex Maria at every stage that the example cases don't stand at. */
export const careStories = (firstStart: string): readonly Story[] => [
  careStory(firstStart, {
    key: 'lm-ny',
    by: 'nadia',
    manager: 'ingrid',
    reported: 2.3,
    became: 1.2,
    days: [],
    report: {
      unit: 'afs-vardboende-linden',
      deviationType: 'medication',
      deviationSubtype: 'wrongPatient',
      what: 'Två boende fick varandras morgonmediciner. Den ena blev medvetslös och kördes till sjukhus.',
      immediateActions: 'Ambulans och giftinformation. Båda familjerna uppringda.',
    },
    why: 'Förväxlingen ledde till sjukhusvård. Händelsen har medfört eller hade kunnat medföra en allvarlig vårdskada.',
    tale: { ...unwritten, diary: 312 },
  }),
  careStory(firstStart, {
    key: 'lm-trycksar',
    by: 'nadia',
    manager: 'ingrid',
    reported: 26.2,
    became: 24.1,
    days: [23.2],
    report: {
      unit: 'afs-vardboende-linden',
      deviationType: 'other',
      what: 'Trycksår grad fyra på hälen. Vändschemat är inte signerat på nio dagar.',
      immediateActions: 'Avlastande madrass, sårvård påbörjad.',
    },
    why: 'Ett trycksår av den graden hade gått att undvika och kräver operation.',
    tale: { ...unwritten, diary: 277, notifiedEarly: 23.1, reasons: 'Trycksår grad fyra efter nio dagar utan vändning. Det räcker för att anmäla nu.' },
  }),
  careStory(firstStart, {
    key: 'lm-blodfortunnande',
    by: 'emil',
    manager: 'maria',
    reported: 57.2,
    became: 54.1,
    days: [53, 10.2],
    report: {
      unit: 'afs-hemtjanst-norra',
      deviationType: 'medication',
      deviationSubtype: 'missedDose',
      what: 'Blodförtunnande medicin gavs inte på fyra dagar efter hemgång från sjukhus. Patienten fick en stroke.',
      immediateActions: 'Ambulans. Alla nya ordinationer kontrollerade.',
    },
    why: 'Utebliven behandling och därefter stroke. Sambandet ska utredas, och händelsen anmälas.',
    tale: {
      ...unwritten,
      diary: 252,
      notifiedEarly: 53,
      reasons: 'En stroke efter fyra dagar utan ordinerad behandling.',
      fact: 'Meddelandet från sjukhuset kom fredag 15.40. Den nya ordinationen lästes på tisdagen.',
      causes: [{ area: 'communication', level: 'organisation', serious: true, text: 'Utskrivningar på fredagar har ingen mottagare efter 15.' }],
    },
  }),
  careStory(firstStart, {
    // Decided what it was, and still not notified: late.
    key: 'lm-suicid',
    by: 'sofia',
    manager: 'sofia',
    reported: 49.2,
    became: 46.3,
    days: [45, 16.2, 3.2],
    report: {
      unit: 'afs-socialpsykiatri',
      deviationType: 'other',
      what: 'En patient tog en överdos av sparade tabletter. Delegerad personal hade inte sett att de svaldes.',
      immediateActions: 'Ambulans. Medicinerna låses in hos sjuksköterskan.',
    },
    why: 'En allvarlig händelse som hade kunnat undvikas om intaget setts.',
    tale: {
      diary: 258,
      fact: 'Tolv doser hade sparats under två månader. Delegeringen säger att intaget ska ses.',
      causes: [
        { area: 'competence', serious: true, text: 'Delegeringen går igenom vad, men inte varför intaget ska ses.' },
        { area: 'routines', text: 'Ingen kontroll av att intaget signeras som sett.' },
      ],
      actions: [
        { area: 'training', what: 'Delegeringssamtalet tar upp sparade doser.', howJudged: 'Alla delegeringar förnyade och samtalen kvitterade.' },
        { area: 'routines', what: 'Egen ruta för sett intag i signeringslistan.', howJudged: 'Tio listor granskas.' },
      ],
      outcome: { hslOutcome: 'couldHaveCausedSeriousCareInjury', injury: false, serious: true, avoidable: 'unsure' },
      reasons: 'Patienten klarade sig. Det hade kunnat sluta med döden.',
    },
  }),
  careStory(firstStart, {
    key: 'lm-kateter',
    by: 'nadia',
    manager: 'ingrid',
    reported: 72.2,
    became: 70.1,
    days: [69, 31.2, 24.2, 22.3],
    report: {
      unit: 'afs-vardboende-linden',
      deviationType: 'other',
      what: 'Katetern byttes inte på elva veckor. Patienten fick blodförgiftning.',
      immediateActions: 'Sjukhus, antibiotika. Alla katetrar på boendet kontrollerade.',
    },
    why: 'Blodförgiftning av en kateter som skulle ha bytts. Allvarlig vårdskada.',
    tale: {
      diary: 240,
      fact: 'Bytet stod i en kalender som slutade användas vid systembytet.',
      causes: [{ area: 'technology', level: 'organisation', serious: true, text: 'Återkommande åtgärder följde inte med till det nya systemet.' }],
      actions: [
        {
          area: 'technology',
          what: 'Alla återkommande åtgärder läggs in på nytt, av två.',
          howJudged: 'Samtliga patienters planer jämförs med ordinationerna.',
        },
      ],
      outcome: serious,
      reasons: 'Blodförgiftningen hade inte uppstått om katetern bytts i tid.',
    },
  }),
];
