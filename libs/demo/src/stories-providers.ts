import type { LooseCommand, Story } from './story.js';
import { daysBefore } from './story.js';
import { assign, diarise, does, onTheWay, ownCase, sitting, type Told, tell } from './telling.js';

/** The municipality's view of a provider's lex Sarah: informed, followed, the provider's own outcome and notification written down. */
function mirrorWay(
  told: Told,
  days: readonly number[],
  tale: { diary: number; fact: string; outcome: 'irregularity' | 'seriousIrregularity'; reasons: string },
) {
  const onTo = (daysAgo: number, to: 'investigating' | 'assessing' | 'ivoDecision' | 'feedback' | 'followUp') =>
    does(told, daysAgo, 'rolf', { type: 'AdvanceCase', to }, `on-to-${to}`);
  const entry: LooseCommand = { type: 'MakeEntry', nature: 'fact', by: 'provider', text: tale.fact };
  return onTheWay(days, [
    (d) => [diarise(told, d, tale.diary), ...assign(told, d, 'sas', 'rolf', 'avtal'), onTo(d, 'investigating')],
    (d) => [...sitting(told, d, 'rolf', 'heard', entry), onTo(d, 'assessing')],
    (d) => [...sitting(told, d, 'rolf', 'outcome', { type: 'DecideOutcome', outcome: tale.outcome, reasons: tale.reasons }), onTo(d, 'ivoDecision')],
    (d) => [
      ...sitting(told, d, 'rolf', 'position', {
        type: 'DecideIvo',
        notify: 'otherIsObliged',
        other: 'privateProvider',
        toldAt: daysBefore(told.firstStart, d + 0.1),
        reasons: 'Utföraren har själv beslutat om anmälan.',
      }),
      ...(tale.outcome === 'seriousIrregularity'
        ? [
            does(
              told,
              d,
              'karin',
              {
                type: 'DecideOwnNotification',
                about: 'providerShortcomings',
                notify: false,
                reasons: 'Utföraren har rättat bristen och anmält den. Inget tyder på att tillståndet kan ifrågasättas.',
              },
              'own-notification',
            ),
          ]
        : []),
      onTo(d, 'feedback'),
    ],
    (d) => [...tell(told, d, 'registrator', 'board'), onTo(d, 'followUp')],
  ]);
}

/** What private providers do for the municipality: its mirrors of their cases, and one that a provider keeps in its own tree. */
export const providerStories = (firstStart: string): readonly Story[] => [
  {
    key: 'spegel-sodra',
    by: 'rolf',
    registeredDaysAgo: 16.2,
    receivedDaysAgo: 16.4,
    report: {
      kind: 'lexSarah',
      unit: 'afs-hemtjanst-sodra',
      lawAreas: ['SoL'],
      area: 'elderlyCare',
      affects: 'individual',
      lexSarahKinds: ['deficientServiceDelivery'],
      what: 'Hemtjänst Södra informerar om en rapport enligt lex Sarah: två uteblivna besök samma helg.',
      immediateActions: 'Utföraren har satt in extra besök.',
    },
    steps: mirrorWay(ownCase('spegel-sodra', firstStart), [15.3], { diary: 290, fact: '', outcome: 'irregularity', reasons: '' }),
  },
  {
    key: 'spegel-glantan',
    by: 'registrator',
    registeredDaysAgo: 94.2,
    receivedDaysAgo: 95.1,
    report: {
      kind: 'lexSarah',
      unit: 'afs-vardboende-glantan',
      lawAreas: ['SoL'],
      area: 'elderlyCare',
      affects: 'individual',
      lexSarahKinds: ['deficientServiceDelivery'],
      what: 'Gläntan Omsorg AB informerar om en rapport: en boende lämnades ensam utomhus en timme.',
    },
    steps: mirrorWay(ownCase('spegel-glantan', firstStart), [92, 51, 45, 44, 32], {
      diary: 188,
      fact: 'Utföraren har lämnat sin utredning. Dörren till gården låste sig och ingen saknade den boende.',
      outcome: 'seriousIrregularity',
      reasons: 'Utförarens egen bedömning: allvarligt missförhållande. Utföraren har anmält till IVO.',
    }),
  },
  {
    // Gläntan's own case in its own tree: the municipality neither sees nor counts it.
    key: 'glantan-egen',
    by: 'omar',
    registeredDaysAgo: 5.2,
    report: {
      kind: 'lexSarah',
      unit: 'glantan-boende',
      lawAreas: ['SoL'],
      area: 'elderlyCare',
      affects: 'individual',
      what: 'Nattpersonalen sov under passet. Två tillsyner gjordes inte.',
      immediateActions: 'Tillsynerna gjordes när jag kom. Chefen väcktes.',
    },
    steps: [],
  },
];
