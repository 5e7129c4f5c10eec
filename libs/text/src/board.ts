/** The page of those who sit on the board or its committee. */
export const boardTexts = {
  title: 'Nämnden',
  lead: 'Det som har anmälts till er, besluten om anmälan till IVO och siffrorna. Ni ser att ett ärende finns. Vad människor har skrivit läser ni när någon har beslutat att anmäla ärendet till er.',
  toDecide: 'Att besluta',
  toDecideLead: 'Beslutet om anmälan till IVO är inte delegerat i de här ärendena.',
  laid: 'Anmält till nämnden',
  laidNone: (from: string): string => `Inget ärende har anmälts till nämnden sedan ${from}.`,
  laidCount: (n: number, from: string): string => `${n === 1 ? 'Ett ärende' : `${n} ärenden`} sedan ${from}, det senast anmälda först.`,
  decisions: 'Beslut om anmälan till IVO',
  decisionsNone: (from: string): string => `Inget beslut sedan ${from}.`,
  decisionsCount: (n: number, from: string): string => `${n === 1 ? 'Ett beslut' : `${n} beslut`} sedan ${from}:`,
  decisionsAll: 'Se besluten dag för dag',
  figures: 'Siffror',
  figuresLead: 'Varje siffra är räknad på ärendena bakom. Små tal för en enskild enhet visas för er, så var varsam med dem.',
  report: 'Kvalitetsberättelsen',
  all: 'Alla frågor i statistiken',
  columns: { number: 'Ärende', what: 'Vad', unit: 'Enhet', stage: 'Skede', on: 'Anmält' },
} as const;
