/** How another case stands to this one. The number follows. */
export const kinSentences: Readonly<Record<string, string>> = {
  'parent.convertedFrom': 'Kom från',
  'parent.raisedFrom': 'Väcktes ur',
  'parent.sibling': 'Samma händelse bedöms också i',
  'child.convertedFrom': 'Övergick till, och utreds i,',
  'child.raisedFrom': 'Gav upphov till',
  'child.sibling': 'Samma händelse bedöms också i',
  sibling: 'Samma händelse bedöms också i',
  diary: 'Delar diarienummer med',
  samePerson: 'Samma person i',
  sameEvent: 'Samma händelse i',
  duplicateOf: 'Dubblett: saken utreds och räknas i',
  hasDuplicate: 'Har en dubblett, vars sak utreds här:',
};

/** What passes between the municipality and IVO, a heading a step. */
export const ivoTexts = {
  never: 'Ärendet är inte anmält till IVO.',
  decided: 'Beslut',
  sent: 'Anmälan skickad',
  number: 'IVO:s nummer',
  investigation: 'Utredningen insänd',
  investigationOwed: 'Utredningen är inte insänd',
  request: 'IVO begärde komplettering',
  requirement: 'IVO krävde redovisning',
  answered: 'svarat',
  decision: 'IVO:s beslut',
  closed: 'IVO har avslutat ärendet',
  nothingWaits: 'Inget väntar på oss hos IVO just nu.',
} as const;

export const decisionTexts = {
  dissent: 'Reservation eller avvikande mening',
  title: 'Beslut om anmälan till IVO',
  summary: 'Sammanfattning',
  proposal: 'Bedömning och förslag',
  law: 'Vad lagen kräver',
  ground: 'Underlag',
  decision: 'Ditt beslut',
  toDecision: 'Till ditt beslut',
  afterwards: 'Efter beslutet',
  noProposal: 'Utredaren har inte lämnat något förslag ännu.',
  shall: 'Bedömningen ska anmälas till IVO. Det finns inget nej. Den som är av annan mening beslutar en annan bedömning, med skäl.',
  may: 'Bedömningen behöver inte anmälas. Skälen sparas också när saken inte anmäls.',
  undecided: 'Bedömningen är inte beslutad. De två allvarligaste av de fem ska anmälas; för dem finns inget nej.',
  ready: 'Allt finns på plats.',
  lacking: 'Det här saknas innan du kan besluta:',
  conflictFree: 'Du har svarat att du inte är jävig.',
  conflictAsked: 'Du har inte svarat på frågan om jäv.',
  investigated: 'Du har utrett ärendet och beslutar därför inte i det.',
  notYours: 'Du beslutar inte i det här ärendet. Det gör:',
  nobody: 'ingen person har rollen i dag. Nämnden eller dess utskott beslutar.',
} as const;
