import { answer, assess, investigate, type Story, takeOn, takePosition } from './story.js';

/** In work, one or two at every stage. */
export const underWay = (firstStart: string): readonly Story[] => [
  {
    // Told without a name on the public form: answered by its code.
    key: 'anonym-kod',
    by: null,
    registeredDaysAgo: 9.2,
    report: {
      unit: 'afs-vardboende-linden',
      opinionType: 'complaint',
      categories: ['treatment', 'serviceDelivery'],
      source: 'relative',
      answer: { by: 'code' },
      what: 'Personalen på kvällen pratar över huvudet på de boende och tar undan maten innan alla har ätit klart. Jag vill inte säga vem jag är, jag är rädd att det går ut över min anhörige.',
    },
    steps: takeOn(7.1, 'ingrid', { lawAreas: ['SoL'], confirm: null }),
  },
  {
    // A child; reported by the one who heard it.
    key: 'barn-fritid',
    by: 'hanna',
    registeredDaysAgo: 13.3,
    report: {
      unit: 'smf-ungdom',
      opinionType: 'complaint',
      source: 'serviceUserOrGuardian',
      channel: 'spoken',
      categories: ['treatment'],
      concernsChild: true,
      affectedAgeBand: '0-17',
      answer: { by: 'phone', to: 'Genom vårdnadshavaren' },
      what: 'En elvaåring berättar att ledaren skickade hem honom inför de andra för att han inte hade ombyte. Han vill inte komma tillbaka.',
    },
    steps: takeOn(11.2, 'ali', { lawAreas: ['SoL'], confirm: 'phone' }),
  },
  {
    // Registered two weeks after it came: the paper lay in a tray.
    key: 'daglig-verksamhet',
    by: 'registrator',
    registeredDaysAgo: 18.2,
    receivedDaysAgo: 32.2,
    report: {
      unit: 'afs-daglig-verksamhet',
      opinionType: 'complaint',
      source: 'serviceUserOrGuardian',
      channel: 'paperForm',
      categories: ['serviceDelivery', 'collaboration'],
      answer: { by: 'letter', to: 'Gruppbostaden, Exempelby' },
      what: 'Bussen till Verkstan har hämtat för sent tre måndagar och då missar jag fikat och genomgången.',
    },
    steps: [
      ...takeOn(17, 'jonas', { lawAreas: ['LSS'], confirm: 'letter' }),
      ...investigate(6.4, 'jonas', {
        fact: 'Turlistan ändrades utan att Verkstan fick veta det. Tre av fyra måndagar kom bussen 25 minuter sent.',
        area: 'communication',
        cause: 'Ingen tar emot besked om ändrade turer.',
      }),
    ],
  },
  {
    key: 'boendestod',
    by: 'registrator',
    registeredDaysAgo: 21,
    receivedDaysAgo: 22,
    report: {
      unit: 'afs-socialpsykiatri',
      opinionType: 'complaint',
      source: 'relative',
      channel: 'email',
      categories: ['caseHandling', 'information'],
      answer: { by: 'email', to: 'syster@example.org' },
      what: 'Min syster fick ny boendestödjare tre gånger i höst utan att någon förklarade varför. Hon släpper inte in nya personer.',
    },
    steps: [
      ...takeOn(20, 'sofia', { lawAreas: ['SoL'], confirm: 'email' }),
      ...investigate(9, 'sofia', {
        fact: 'Tre byten på elva veckor: en sjukskrivning, en uppsägning och ett schemabyte.',
        area: 'routines',
        cause: 'Det saknas en rutin för överlämning när stödjare byts.',
      }),
      ...assess(3, 'sofia', firstStart, {
        outcome: 'partly',
        reasons: 'Bytena gick inte att undvika, men informationen uteblev.',
        actions: [
          {
            area: 'routines',
            what: 'Överlämning med den gamla och den nya stödjaren på plats.',
            howJudged: 'Tre byten följs upp med brukaren.',
            dueDaysAgo: -14,
            effectDaysAgo: -75,
          },
        ],
      }),
    ],
  },
  {
    key: 'umgange',
    by: 'linnea',
    registeredDaysAgo: 30,
    receivedDaysAgo: 31,
    report: {
      unit: 'iof-barn-unga',
      opinionType: 'complaint',
      source: 'serviceUserOrGuardian',
      channel: 'email',
      categories: ['caseHandling', 'treatment'],
      concernsChild: true,
      answer: { by: 'email', to: 'foralder@example.org' },
      what: 'Handläggaren bytte tid för mötet utan att fråga och sa att det var jag som inte samarbetade. Mitt barn hörde det.',
    },
    steps: [
      ...takeOn(29, 'helena', { lawAreas: ['SoL'], confirm: 'phone' }),
      ...investigate(16, 'helena', {
        fact: 'Tiden ändrades i kalendern samma morgon. Båda säger att samtalet blev hetsigt.',
        area: 'communication',
        cause: 'Ändrade tider meddelas bara skriftligt.',
      }),
      ...assess(12, 'helena', firstStart, {
        outcome: 'deficiency',
        reasons: 'Barnet skulle inte ha varit med vid samtalet, och tiden skulle ha stämts av.',
        actions: [
          {
            area: 'training',
            what: 'Samtal i gruppen om hur svåra besked ges när barn är i närheten.',
            howJudged: 'Uppföljning på två gruppmöten.',
            dueDaysAgo: -5,
            effectDaysAgo: -60,
          },
        ],
      }),
      ...takePosition(5, 'helena', 'Bemötandet var bristfälligt men barnet har inte farit illa.'),
    ],
  },
  {
    // Care: the patient's and the relatives' right to an answer (PSL 3 kap. 8 b §). The effect should have been judged by now.
    key: 'omlaggning',
    by: 'nadia',
    registeredDaysAgo: 78,
    receivedDaysAgo: 78.2,
    report: {
      unit: 'afs-vardboende-linden',
      opinionType: 'complaint',
      source: 'relative',
      channel: 'spoken',
      categories: ['serviceDelivery', 'information'],
      area: 'municipalHealthCare',
      answer: { by: 'phone', to: 'Dottern, numret finns i omvårdnadspärmen' },
      what: 'Pappas sår skulle läggas om varannan dag men det var samma förband hela helgen. Sjuksköterskan visste inte om det när jag frågade.',
    },
    steps: [
      ...takeOn(77, 'ingrid', { lawAreas: ['HSL', 'SoL'], confirm: 'phone' }),
      ...investigate(66, 'ingrid', {
        fact: 'Omläggningen stod i planeringen för fredagen men inte för söndagen. Såret var utan tecken på infektion.',
        area: 'routines',
        cause: 'Helgens sjuksköterska får ingen lista över planerade omläggningar.',
      }),
      ...assess(63, 'ingrid', firstStart, {
        outcome: 'deficiency',
        reasons: 'En ordinerad omläggning uteblev.',
        actions: [
          {
            area: 'routines',
            what: 'Lista över helgens omläggningar lämnas varje fredag.',
            howJudged: 'Journalgranskning av tio omläggningar.',
            dueDaysAgo: 55,
            effectDaysAgo: 6,
          },
        ],
      }),
      ...takePosition(62, 'ingrid', 'Ingen vårdskada. MAS har fått veta.'),
      ...answer(60, 'ingrid', 'phone', 'Vi har förklarat vad som hände, bett om ursäkt och berättat om fredagslistan.'),
    ],
  },
];
