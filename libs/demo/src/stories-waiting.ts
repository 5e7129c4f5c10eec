import type { Story } from './story.js';

/** Newly come, with much left to state; one of them far too late. */
export const waiting: readonly Story[] = [
  {
    key: 'besked',
    by: 'oskar',
    registeredDaysAgo: 1.2,
    report: {
      unit: 'iof-ekonomi',
      opinionType: 'complaint',
      source: 'serviceUserOrGuardian',
      channel: 'phone',
      categories: ['information', 'accessibility'],
      what: 'Jag har ringt på telefontiden varje dag i en vecka och kommer inte fram. Jag vet inte om ni har fått mina papper.',
      answer: { by: 'email', to: 'svar@example.org' },
    },
    steps: [],
  },
  {
    // Late, and with nearly everything missing: what the red of the lists looks like.
    key: 'forsenad',
    by: 'registrator',
    registeredDaysAgo: 27,
    receivedDaysAgo: 29,
    report: {
      unit: 'iof-vuxen',
      opinionType: 'complaint',
      source: 'relative',
      channel: 'letter',
      answer: { by: 'letter', to: 'Postlåda 12, Exempelby' },
      what: 'Min bror skulle få ett möte om behandling i förra månaden. Det ställdes in två gånger samma dag och ingen har hört av sig sedan dess.',
    },
    steps: [],
  },
  {
    key: 'utan-enhet',
    by: 'registrator',
    registeredDaysAgo: 2.1,
    receivedDaysAgo: 2.4,
    report: {
      unit: null,
      opinionType: 'opinion',
      source: 'resident',
      channel: 'email',
      answer: { by: 'email', to: 'granne@example.org' },
      what: 'Det går inte att ta sig fram med rullator till er reception sedan ni flyttade cykelstället. Jag vet inte vem jag ska säga det till.',
    },
    steps: [],
  },
  {
    key: 'forslag',
    by: 'petra',
    registeredDaysAgo: 4.3,
    report: {
      unit: 'smf-medborgarservice',
      opinionType: 'suggestion',
      source: 'resident',
      channel: 'spoken',
      categories: ['information'],
      what: 'Skriv ut väntetiden på en skärm vid dörren, så kan man gå och handla så länge.',
      answer: { by: 'none' },
    },
    steps: [],
  },
];
