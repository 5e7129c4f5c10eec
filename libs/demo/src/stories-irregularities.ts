import { takenOn } from './deviation-way.js';
import { type IrregularityTale, irregularityWay } from './irregularity-way.js';
import type { Story } from './story.js';
import { bornOf, converts, ownCase } from './telling.js';

const unwritten: Pick<IrregularityTale, 'happened' | 'measures' | 'causes' | 'actions' | 'proposed' | 'reasons'> = {
  happened: '',
  measures: '',
  causes: [],
  actions: [],
  proposed: 'irregularity',
  reasons: '',
};

/** Lex Sarah of the municipality's own, at every stage. */
export const irregularityStories = (firstStart: string): readonly Story[] => [
  {
    key: 'ls-ny',
    by: 'emil',
    registeredDaysAgo: 0.6,
    report: {
      kind: 'lexSarah',
      unit: 'afs-hemtjanst-norra',
      lawAreas: ['SoL'],
      area: 'elderlyCare',
      affects: 'individual',
      what: 'En kollega pratade hårt till brukaren och ryckte i hennes arm när hon inte ville gå upp. Hon var rädd när jag kom på kvällen.',
      immediateActions: 'Jag ringde jouren. Kollegan går inte till henne mer tills det är utrett.',
    },
    steps: [],
  },
  {
    // Two months have gone, and the investigation isn't ready.
    key: 'ls-forsenad',
    by: 'magnus',
    registeredDaysAgo: 80.2,
    report: {
      kind: 'lexSarah',
      unit: 'iof-vuxen',
      lawAreas: ['SoL', 'LVM'],
      area: 'adultsAndAddiction',
      affects: 'individual',
      what: 'En plats på behandlingshem beviljades i juni men beställdes inte. Personen har sökt akutvård två gånger sedan dess.',
      immediateActions: 'Platsen beställd samma dag.',
    },
    steps: irregularityWay(ownCase('ls-forsenad', firstStart), [78.3], { ...unwritten, diary: 231, kinds: ['deficientLegalCertainty'] }),
  },
  {
    key: 'ls-bedoms',
    by: 'jonas',
    registeredDaysAgo: 40.3,
    report: {
      kind: 'lexSarah',
      unit: 'afs-daglig-verksamhet',
      lawAreas: ['LSS'],
      area: 'disabilityLss',
      affects: 'individual',
      what: 'En deltagare lämnades ensam i minibussen i tjugo minuter. Dörren gick inte att öppna inifrån.',
      immediateActions: 'Deltagaren togs om hand. Bussen får inte lämnas olåst eller låst med någon i.',
    },
    steps: irregularityWay(ownCase('ls-bedoms', firstStart), [38.2, 6.3], {
      ...unwritten,
      diary: 266,
      kinds: ['deficientServiceDelivery'],
      serious: 'unsure',
      happened: 'Föraren räknade inte deltagarna vid avstigningen. Deltagaren satt längst bak och somnade.',
      measures: 'Deltagaren undersöktes och anhörig informerades samma dag.',
      causes: [{ area: 'routines', text: 'Avprickning görs när man kliver på, inte när man kliver av.', serious: true }],
    }),
  },
  {
    // Waits for the socialchef: nothing decided, nobody has asked her about conflict of interest, nobody named who presented it.
    key: 'ls-beslut-vantar',
    by: 'emil',
    registeredDaysAgo: 35.2,
    report: {
      kind: 'lexSarah',
      unit: 'afs-hemtjanst-norra',
      lawAreas: ['SoL'],
      area: 'elderlyCare',
      affects: 'individual',
      what: 'Nattpatrullen åkte inte på larmet. Mannen låg på golvet till klockan sju på morgonen.',
      immediateActions: 'Ambulans. Larmmottagningen kontaktad samma morgon.',
    },
    steps: irregularityWay(ownCase('ls-beslut-vantar', firstStart), [33.2, 9.2, 2.2], {
      ...unwritten,
      diary: 271,
      kinds: ['deficientServiceDelivery', 'deficientEnvironmentEquipmentOrTechnology'],
      serious: 'unsure',
      heard: 'relative',
      happened: 'Larmet kom 01.12 och kvitterades 01.14. Patrullen fick ett annat larm i bilen och trodde att det första var avklarat.',
      measures: 'Kvitterade larm ligger kvar på skärmen tills någon har rapporterat från platsen.',
      causes: [
        { area: 'technology', text: 'Ett kvitterat larm försvinner ur listan.', serious: true },
        { area: 'communication', text: 'Patrullen återrapporterar inte när larmet är åtgärdat.' },
      ],
      actions: [
        { area: 'technology', what: 'Larm ligger kvar tills besöket är återrapporterat.', howJudged: 'Loggen för 30 nätter granskas.' },
        { area: 'routines', what: 'Återrapport inom 30 minuter, annars ringer larmmottagningen.', howJudged: 'Stickprov på 50 larm.' },
      ],
      proposed: 'tangibleRiskOfSeriousIrregularity',
      reasons: 'Mannen hade kunnat dö. Att det gick väl beror inte på oss.',
    }),
  },
  {
    key: 'ls-besked',
    by: 'oskar',
    registeredDaysAgo: 60.2,
    report: {
      kind: 'lexSarah',
      unit: 'iof-ekonomi',
      lawAreas: ['SoL'],
      area: 'financialAssistance',
      affects: 'individual',
      what: 'En ansökan låg obehandlad i fem veckor. Familjen blev utan pengar till mat under tiden.',
      immediateActions: 'Nödbistånd betalades ut samma dag.',
    },
    steps: irregularityWay(ownCase('ls-besked', firstStart), [58.2, 30.1, 21.2, 6.1], {
      diary: 248,
      kinds: ['deficientLegalCertainty'],
      happened: 'Ansökan kom digitalt och fördelades till en handläggare som var föräldraledig.',
      measures: 'Alla ärenden hos frånvarande handläggare gicks igenom. Två till hittades.',
      causes: [{ area: 'routines', text: 'Fördelningen tar inte hänsyn till vem som är i tjänst.', serious: true }],
      actions: [{ area: 'routines', what: 'Fördelningslistan uppdateras varje fredag av gruppledaren.', howJudged: 'Ofördelade ärenden räknas varje måndag.' }],
      proposed: 'irregularity',
      reasons: 'Familjen var utan det som den hade rätt till i fem veckor.',
    }),
  },
  {
    key: 'ls-avslutad',
    by: 'nadia',
    registeredDaysAgo: 204.1,
    report: {
      kind: 'lexSarah',
      unit: 'afs-vardboende-linden',
      lawAreas: ['SoL'],
      area: 'elderlyCare',
      affects: 'individual',
      what: 'En boende fick inte hjälp på toaletten under tre timmar. Larmet var utom räckhåll.',
      immediateActions: 'Hjälp gavs. Larmet fästes vid handleden.',
    },
    steps: irregularityWay(ownCase('ls-avslutad', firstStart), [202, 166, 158, 152, 148, 81], {
      diary: 97,
      kinds: ['deficientServiceDelivery'],
      happened: 'Larmet hade lagts på byrån vid bäddningen. Ingen tillsyn var planerad mellan 13 och 16.',
      measures: 'Alla boendes larm kontrollerades samma eftermiddag.',
      causes: [{ area: 'routines', text: 'Bäddning görs utan kontroll av larmet.' }],
      actions: [{ area: 'routines', what: 'Larmets plats står i bäddningsrutinen.', howJudged: 'Tolv rum kontrolleras vid tre tillfällen.' }],
      // The decider found otherwise than the investigator: both stay in the case.
      proposed: 'irregularity',
      outcome: 'tangibleRiskOfIrregularity',
      reasons: 'Tre timmar är för länge, men den boende tog ingen skada och larmet brukar sitta på.',
      evidence: 'Alla 36 larm satt där de skulle.',
    }),
  },
  {
    // A complaint in which the unit saw more than a complaint: investigated as lex Sarah, answered as a complaint.
    key: 'klagomal-ls',
    by: 'registrator',
    registeredDaysAgo: 20.1,
    receivedDaysAgo: 20.4,
    report: {
      unit: 'afs-vardboende-linden',
      lawAreas: ['SoL'],
      opinionType: 'complaint',
      source: 'relative',
      channel: 'email',
      categories: ['treatment', 'serviceDelivery'],
      affects: 'individual',
      answer: { by: 'email', to: 'dotter@example.org' },
      what: 'Min pappa har blåmärken på båda armarna. Han säger att någon höll fast honom när han inte ville duscha.',
      immediateActions: 'Två går in tillsammans tills det är utrett.',
    },
    steps: [
      converts(ownCase('klagomal-ls', firstStart), 19.2, 'ingrid', 'irregularity', {
        type: 'ConvertCase',
        to: 'lexSarah',
        lexSarahKinds: ['physicalAbuse'],
        reasons: 'Dottern beskriver att hennes pappa har hållits fast. Det kan vara ett övergrepp och ska utredas som lex Sarah.',
      }),
      ...irregularityWay(bornOf(ownCase('klagomal-ls', firstStart), 'irregularity'), [18.3], {
        ...unwritten,
        diary: 284,
        kinds: ['physicalAbuse'],
        serious: 'unsure',
      }),
    ],
  },
  {
    // A deviation that could be a missförhållande: a lex Sarah the same day.
    key: 'avv-ls',
    by: 'emil',
    registeredDaysAgo: 11.2,
    report: {
      kind: 'deviation',
      unit: 'afs-hemtjanst-norra',
      lawAreas: ['SoL'],
      eventClass: 'adverseEvent',
      deviationType: 'financialAbuse',
      deviationSubtype: 'privateFunds',
      area: 'elderlyCare',
      affects: 'individual',
      what: 'Femhundra kronor saknas i brukarens kassa sedan veckan innan. Kvittona räcker inte.',
      immediateActions: 'Kassan räknad av två och låst.',
    },
    steps: [
      ...takenOn(ownCase('avv-ls', firstStart), 11.05, { by: 'maria', risk: ['3', '2'], triage: { irregularity: 'yes' } }),
      converts(ownCase('avv-ls', firstStart), 11.04, 'maria', 'irregularity', {
        type: 'ConvertCase',
        to: 'lexSarah',
        lexSarahKinds: ['financialAbuse'],
        reasons: 'Pengar saknas utan förklaring. Det kan vara ett ekonomiskt övergrepp.',
      }),
    ],
  },
];
