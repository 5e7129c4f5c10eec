import { deviationWay } from './deviation-way.js';
import type { Story } from './story.js';
import { ownCase } from './telling.js';

/** Deviations that have come in or are being investigated, late and not. */
export const deviationStories = (firstStart: string): readonly Story[] => [
  {
    key: 'avv-larm',
    by: 'emil',
    registeredDaysAgo: 0.4,
    report: {
      kind: 'deviation',
      unit: 'afs-hemtjanst-norra',
      lawAreas: ['SoL'],
      eventClass: 'nearMiss',
      deviationType: 'environmentEquipmentOrTechnology',
      deviationSubtype: 'safetyAlarm',
      affects: 'individual',
      what: 'Trygghetslarmet gick inte fram när brukaren provlarmade. Batteriet visade fullt.',
      immediateActions: 'Nytt larm hämtades och provades samma kväll.',
    },
    steps: [],
  },
  {
    // Nobody has looked at it for more than five days.
    key: 'avv-beslut',
    by: 'linnea',
    registeredDaysAgo: 13.1,
    report: {
      kind: 'deviation',
      unit: 'iof-barn-unga',
      lawAreas: ['SoL'],
      eventClass: 'risk',
      deviationType: 'legalCertainty',
      deviationSubtype: 'decisionMissing',
      affects: 'group',
      what: 'Två familjer har kontaktperson sedan augusti, men besluten om förlängning är inte fattade.',
    },
    steps: [],
  },
  {
    key: 'avv-maltid',
    by: 'nadia',
    registeredDaysAgo: 15.2,
    report: {
      kind: 'deviation',
      unit: 'afs-vardboende-linden',
      lawAreas: ['SoL'],
      eventClass: 'adverseEvent',
      deviationType: 'missedService',
      deviationSubtype: 'missedMeal',
      area: 'elderlyCare',
      affects: 'individual',
      what: 'En boende fick ingen kvällsmat. Det upptäcktes när hon bad om smörgås klockan 22.',
      immediateActions: 'Hon fick smörgås och te. Anhörig informerad.',
    },
    steps: deviationWay(ownCase('avv-maltid', firstStart), [12.3], {
      by: 'ingrid',
      risk: ['2', '2'],
      fact: '',
      causes: [],
      actions: [],
      reasons: '',
    }),
  },
  {
    key: 'avv-genomforandeplan',
    by: 'sofia',
    registeredDaysAgo: 28.3,
    report: {
      kind: 'deviation',
      unit: 'afs-socialpsykiatri',
      lawAreas: ['SoL'],
      eventClass: 'risk',
      deviationType: 'documentation',
      deviationSubtype: 'implementationPlanMissing',
      affects: 'group',
      what: 'Fem av tjugo granskade genomförandeplaner är äldre än ett år.',
    },
    steps: deviationWay(ownCase('avv-genomforandeplan', firstStart), [25.1, 8.2], {
      by: 'sofia',
      risk: ['2', '1'],
      fact: 'Planerna skrevs av en medarbetare som har slutat. Ingen tog över hens brukare i planeringen.',
      causes: [{ area: 'routines', text: 'Det finns ingen överlämning av planer när någon slutar.' }],
      actions: [],
      reasons: '',
    }),
  },
];
