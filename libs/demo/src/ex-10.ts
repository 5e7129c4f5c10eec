import { careWay, informed } from './care-way.js';
import { takenOn } from './deviation-way.js';
import { irregularityWay } from './irregularity-way.js';
import { type Story, takePosition } from './story.js';
import { assign, bornOf, converts, datesOf, does, findCauses, ownCase, planActions, sitting, tell } from './telling.js';

/**
 * EX-10 of the example cases: the wrong texture of food, a complaint by way of the patientnämnd. One event and four cases, each with its own
 * law, decision and number: complaint, deviation under HSL, lex Maria, lex Sarah. Days as in the text, in the last year for which they have been.
 */
export function ex10(firstStart: string): Story {
  const ago = datesOf(firstStart, '09-10');
  const day = (monthDay: string) => new Date(Date.parse(firstStart) - ago(monthDay) * 86_400_000).toISOString();
  const complaint = ownCase('ex-10', firstStart);
  const care = bornOf(complaint, 'care');
  const maria = bornOf(care, 'maria');
  const irregularity = bornOf(complaint, 'irregularity');
  const onTo = (daysAgo: number, to: 'investigating' | 'assessing' | 'ivoDecision' | 'followUp') =>
    does(complaint, daysAgo, 'ingrid', { type: 'AdvanceCase', to }, `on-to-${to}`);
  const causes = [
    { area: 'communication', text: 'Ordinationen om kost står i journalen men visas inte i köket.', serious: true },
    { area: 'routines', text: 'Den som serverar kontrollerar inte mot någon lista.' },
  ] as const;
  const actions = [
    {
      area: 'technology',
      what: 'Kostordination visas i planeringsverktyget.',
      howJudged: 'Alla boendes kost jämförs med ordinationen.',
      dueDaysAgo: ago('08-15'),
      effectDaysAgo: ago('09-05'),
    },
    {
      area: 'routines',
      what: 'Serveringsvärd kontrollerar mot lista.',
      howJudged: 'Tio måltider observeras.',
      dueDaysAgo: ago('08-01'),
      effectDaysAgo: ago('09-05'),
    },
  ] as const;
  const happened = 'Vanlig kost serverades i stället för timbalkost. Patienten satte i halsen och vårdades sex dygn på sjukhus. Dottern blev inte uppringd.';
  return {
    key: 'ex-10',
    by: 'registrator',
    registeredDaysAgo: ago('06-15'),
    receivedDaysAgo: ago('06-15'),
    report: {
      unit: 'afs-vardboende-linden',
      lawAreas: ['HSL', 'SoL'],
      opinionType: 'complaint',
      source: 'relative',
      channel: 'viaPatientsCommittee',
      area: 'elderlyCare',
      affects: 'individual',
      occurredAt: day('05-30'),
      noticedAt: day('05-30'),
      categories: ['serviceDelivery', 'information'],
      answer: { by: 'letter', to: 'Dottern, genom patientnämnden' },
      what: 'Patientnämnden översänder dotterns klagomål: hennes pappa serverades vanlig kost i stället för timbalkost, satte i halsen och fick aspirationspneumoni. Han vårdades sex dygn på sjukhus. Dottern undrar varför dietistens ordination inte följdes och varför ingen ringde henne.',
      immediateActions: 'Kostlista i köket rättad; alla specialkoster kontrollerade.',
    },
    steps: [
      ...sitting(
        complaint,
        ago('06-16'),
        'ingrid',
        'first',
        { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'yes', danger: 'no' },
        { type: 'GiveFeedback', what: 'confirmation', method: 'phone' },
      ),
      ...assign(complaint, ago('06-16'), 'ingrid', 'ingrid', 'enhetschef'),
      converts(complaint, ago('06-16'), 'ingrid', 'care', {
        type: 'ConvertCase',
        to: 'deviation',
        way: 'raisedFrom',
        lawAreas: ['HSL'],
        eventClass: 'adverseEvent',
        deviationType: 'other',
        reasons: 'Fel konsistens trots dietistens ordination. Ska utredas som avvikelse i vården.',
      }),
      converts(complaint, ago('06-17'), 'ingrid', 'irregularity', {
        type: 'ConvertCase',
        to: 'lexSarah',
        way: 'raisedFrom',
        lawAreas: ['SoL'],
        lexSarahKinds: ['deficientServiceDelivery'],
        reasons: 'Omsorgen om måltiden brast, och närstående informerades inte. Kan vara ett missförhållande.',
      }),
      // What it may be is made before the complaint itself goes on.
      onTo(ago('06-17'), 'investigating'),
      ...takenOn(care, ago('06-17'), { by: 'ingrid', risk: ['3', '3'], triage: { careInjury: 'yes', serious: 'yes', avoidable: 'yes' } }),
      ...informed(care, ago('06-17'), 'ingrid'),
      converts(care, ago('06-18'), 'mas', 'maria', {
        type: 'ConvertCase',
        to: 'lexMaria',
        reasons: 'Kvävningstillbud efter att en ordination inte följts. Hade kunnat medföra en allvarlig vårdskada.',
      }),
      // The complaint goes its own way: the daughter and the patientnämnd are answered here.
      ...sitting(complaint, ago('06-24'), 'ingrid', 'heard', { type: 'MakeEntry', nature: 'fact', by: 'staff', text: happened }),
      ...findCauses(complaint, ago('06-24'), 'ingrid', causes),
      ...sitting(complaint, ago('06-24'), 'ingrid', 'completed', { type: 'CompleteInvestigation' }),
      onTo(ago('06-24'), 'assessing'),
      ...sitting(complaint, ago('06-25'), 'ingrid', 'outcome', {
        type: 'DecideOutcome',
        complaintOutcome: 'deficiency',
        reasons: 'Ordinationen följdes inte, och ingen ringde.',
      }),
      ...planActions(
        complaint,
        ago('06-25'),
        'ingrid',
        [
          {
            area: 'information',
            what: 'Närstående rings samma dag vid sjukhusvård.',
            howJudged: 'Tio händelser granskas.',
            dueDaysAgo: ago('07-15'),
            effectDaysAgo: -12,
          },
        ],
        2,
      ),
      onTo(ago('06-25'), 'ivoDecision'),
      ...takePosition(ago('06-25'), 'ingrid', 'Vården och omsorgen bedöms i egna ärenden.').map((step, n) => ({ ...step, as: `own.position-${n}` })),
      ...sitting(complaint, ago('06-29'), 'ingrid', 'answered', {
        type: 'GiveFeedback',
        what: 'answer',
        method: 'letter',
        parts: ['explanation', 'actions', 'apology', 'whereToTurn'],
        text: 'Din pappa fick fel mat därför att köket inte såg ordinationen. Vi skulle ha ringt dig. Vi ber om ursäkt. Nu visas ordinationen i köket, och vi ringer samma dag.',
      }),
      ...tell(complaint, ago('07-09'), 'ingrid', 'patientsCommittee'),
      onTo(ago('07-09'), 'followUp'),
      ...careWay(maria, [ago('06-22'), ago('08-19'), ago('08-20'), ago('08-20'), ago('08-27')], {
        diary: 203,
        notifiedEarly: ago('06-22'),
        fact: happened,
        causes,
        actions,
        outcome: { hslOutcome: 'couldHaveCausedSeriousCareInjury', injury: false, serious: true, avoidable: 'yes' },
        reasons: 'Hade kunnat medföra en allvarlig vårdskada: kvävning.',
      }),
      // IVO has asked for more, and waits for it.
      does(
        maria,
        ago('09-09'),
        'registrator',
        {
          type: 'RecordIvoRequest',
          dueOn: new Date(Date.parse(firstStart) + 9 * 86_400_000).toISOString().slice(0, 10),
          text: 'IVO vill veta hur boendet följer upp ändrade ordinationer.',
        },
        'ivo-request',
      ),
      ...irregularityWay(irregularity, [ago('06-18'), ago('07-28'), ago('08-03'), ago('08-07'), ago('08-14'), ago('09-08')], {
        diary: 204,
        kinds: ['deficientServiceDelivery'],
        serious: 'no',
        heard: 'relative',
        happened,
        measures: 'Kostlista i köket rättad; alla specialkoster kontrollerade.',
        causes,
        actions,
        proposed: 'irregularity',
        reasons: 'Ett missförhållande i omsorgen om måltiden, men inte ett allvarligt: vården togs om hand genast.',
        told: ['reporter', 'relative', 'staffGroup', 'board'],
      }),
    ],
  };
}
