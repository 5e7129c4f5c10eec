import { actionOf, also, answer, assess, close, investigate, judge, type Story, takeOn, takePosition } from './story.js';

/** Place of PlanAction where a story is told with confirmation, and without. */
const PLANNED = 11;
const PLANNED_UNCONFIRMED = 10;

/** Closed in the ways a case can close, and one that was opened again. */
export const endedStories = (firstStart: string): readonly Story[] => [
  {
    key: 'nyckel',
    by: 'registrator',
    registeredDaysAgo: 96,
    receivedDaysAgo: 97,
    report: {
      unit: 'afs-hemtjanst-sodra',
      opinionType: 'complaint',
      source: 'serviceUserOrGuardian',
      channel: 'phone',
      categories: ['serviceDelivery'],
      answer: { by: 'phone', to: 'Helst på förmiddagen' },
      what: 'Två gånger har dörren stått olåst när hemtjänsten gått. Jag hör dåligt och märker det inte.',
    },
    steps: [
      ...takeOn(95, 'goran', { lawAreas: ['SoL'] }),
      ...investigate(88, 'goran', {
        fact: 'Nyckelskåpets logg visar att nyckeln lämnades i låset en gång. Vikarien hade inte fått introduktion.',
        area: 'competence',
        cause: 'Introduktionen tar inte upp nycklar.',
      }),
      ...assess(86, 'goran', firstStart, {
        outcome: 'deficiency',
        reasons: 'Lägenheten lämnades olåst.',
        actions: [
          {
            area: 'training',
            what: 'Nyckelrutinen går in i introduktionen.',
            howJudged: 'Alla nya har kvitterat, inga olåsta dörrar på sex veckor.',
            dueDaysAgo: 70,
            effectDaysAgo: 30,
          },
        ],
      }),
      ...takePosition(85, 'goran', 'Ingen skada. Risken är åtgärdad.'),
      ...answer(84, 'goran', 'phone', 'Vi har pratat igenom vad som hände och vad som ändras.'),
      ...judge(29, 'goran', actionOf('nyckel', PLANNED), 'Elva nya medarbetare har kvitterat. Inga nya händelser.'),
      ...close(29, 'goran'),
    ],
  },
  {
    // EX-02 of the example cases: no name and no way back.
    key: 'ex-02',
    by: 'registrator',
    registeredDaysAgo: 70,
    receivedDaysAgo: 71,
    report: {
      unit: 'iof-ekonomi',
      opinionType: 'complaint',
      source: 'otherOrUnknown',
      anonymous: true,
      channel: 'letter',
      categories: ['treatment', 'information'],
      answer: { by: 'none' },
      what: 'Jag har varit på besök hos er tre gånger. Handläggaren suckar, tittar på klockan och säger att jag borde ha läst på bättre. Jag förstår inte besluten och vågar inte fråga. Jag vill vara anonym för jag är rädd att det påverkar min ansökan.',
    },
    steps: [
      ...takeOn(68, 'lena', { lawAreas: ['SoL'], confirm: null }),
      ...investigate(60, 'lena', {
        fact: 'Flera i mottagningsgruppen känner igen beskrivningen från stressade dagar.',
        area: 'competence',
        cause: 'Ingen har tränat samtal om avslag.',
      }),
      ...assess(58, 'lena', firstStart, {
        outcome: 'partly',
        reasons: 'Besluten är svåra att läsa, och bemötandet har brustit.',
        actions: [
          {
            area: 'training',
            what: 'Kollegial samtalsträning i mottagningsgruppen.',
            howJudged: 'Enkät till besökare i två veckor.',
            dueDaysAgo: 45,
            effectDaysAgo: 20,
          },
        ],
      }),
      ...takePosition(57, 'lena', 'Bemötandet är bristfälligt men inget missförhållande.'),
      also(57, 'lena', { type: 'ExplainNoFeedback', what: 'answer', reason: 'senderUnknown', reasons: 'Brevet saknar namn och adress.' }),
      also(57, 'lena', { type: 'AdvanceCase', to: 'followUp' }),
      ...judge(19, 'lena', actionOf('ex-02', PLANNED_UNCONFIRMED), 'Fler svarar att de förstod beslutet.'),
      ...close(19, 'lena'),
    ],
  },
  {
    // Closed, and opened again by the head of the division: it happened again.
    key: 'dusch',
    by: 'emil',
    registeredDaysAgo: 64,
    receivedDaysAgo: 64.2,
    report: {
      unit: 'afs-hemtjanst-norra',
      opinionType: 'complaint',
      source: 'serviceUserOrGuardian',
      channel: 'spoken',
      categories: ['serviceDelivery', 'treatment'],
      answer: { by: 'phone', to: 'Vid nästa besök' },
      what: 'Brukaren säger att duschen ställs in när det är ont om folk och att ingen frågar vilken dag som passar i stället.',
    },
    steps: [
      ...takeOn(63, 'maria', { lawAreas: ['SoL'] }),
      ...investigate(57, 'maria', {
        fact: 'Två av åtta duschar har ställts in utan ny tid.',
        area: 'routines',
        cause: 'En inställd insats får ingen ny tid i planeringen.',
      }),
      ...assess(55, 'maria', firstStart, {
        outcome: 'deficiency',
        reasons: 'Beviljade insatser uteblev.',
        actions: [
          {
            area: 'routines',
            what: 'En inställd dusch får ny tid samma dag.',
            howJudged: 'Inställda duschar räknas i tre veckor.',
            dueDaysAgo: 50,
            effectDaysAgo: 28,
          },
        ],
      }),
      ...takePosition(54, 'maria', 'Enstaka uteblivna insatser, rapporteras som avvikelse.'),
      ...answer(53, 'maria', 'phone', 'Vi har kommit överens om tisdagar och att vi ringer om något ändras.'),
      ...judge(27, 'maria', actionOf('dusch', PLANNED), 'Inga inställda duschar på tre veckor.'),
      ...close(27, 'maria'),
      also(4, 'fatima', { type: 'ReopenCase', to: 'investigating', reason: 'happenedAgain', text: 'Duschen ställdes in igen två veckor i rad.' }),
    ],
  },
  {
    key: 'region',
    by: 'registrator',
    registeredDaysAgo: 15,
    receivedDaysAgo: 15.4,
    report: {
      unit: 'afs-bestallare',
      opinionType: 'complaint',
      source: 'relative',
      channel: 'phone',
      categories: ['collaboration'],
      answer: { by: 'phone', to: 'Sonen, efter klockan 16' },
      what: 'Mamma skrevs ut från sjukhuset en fredag utan mediciner. Vem ansvarar för det?',
    },
    steps: [
      also(14, 'tomas', {
        type: 'HandOverCase',
        to: 'region',
        told: true,
        reasons: 'Utskrivningen är regionens ansvar. Sonen har fått namn och nummer till sjukhusets klagomålsansvariga.',
      }),
    ],
  },
  {
    // EX-03 of the example cases: praise, told on the spot, never counted as a complaint.
    key: 'ex-03',
    by: 'jonas',
    registeredDaysAgo: 40,
    receivedDaysAgo: 40.1,
    report: {
      unit: 'afs-daglig-verksamhet',
      opinionType: 'praise',
      source: 'serviceUserOrGuardian',
      channel: 'spoken',
      handledAtOnce: true,
      immediateActions: 'Delat på arbetsplatsträffen.',
      what: 'Vår son har för första gången velat följa med på utflykt. Personalen ritade bilder av dagen för honom i förväg. Tack!',
    },
    steps: [],
  },
  {
    key: 'direkt',
    by: 'petra',
    registeredDaysAgo: 8,
    receivedDaysAgo: 8.1,
    report: {
      unit: 'smf-medborgarservice',
      opinionType: 'opinion',
      source: 'resident',
      channel: 'spoken',
      categories: ['information'],
      handledAtOnce: true,
      immediateActions: 'Den gamla skylten togs ner medan besökaren väntade.',
      what: 'Det sitter två olika öppettider på dörren.',
    },
    steps: [],
  },
];
