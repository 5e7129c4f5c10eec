/** Names of the sealed parts, as headings over a person's words. */
export const wordNames: Readonly<Record<string, string>> = {
  what: 'Vad hände',
  consequence: 'Vad det ledde till',
  immediateActions: 'Vad som gjordes direkt',
  where: 'Plats',
  reporter: 'Den som det kommer från',
  affected: 'Den det gäller',
  answerTo: 'Svar önskas till',
  recipient: 'Mottagare',
  howJudged: 'Så ska effekten bedömas',
  evidence: 'Hur man vet det',
  journalRef: 'Var i journalen det står',
  receipt: 'Kvittens från IVO',
  name: 'Bilagans namn',
  externalId: 'Nummer i det gamla systemet',
};

/** How the one who spoke up wants the answer, as the handler reads it. */
export const answerWishes: Readonly<Record<string, string>> = {
  phone: 'Vill bli uppringd',
  email: 'Med e-post',
  letter: 'Med brev',
  code: 'Anonymt, med koden från kvittot',
  none: 'Vill inte ha svar',
};

/** What is said of the one it concerns, where that is the one it comes from. */
const SELF = 'Samma person som det kommer från';

/** What somebody wrote, as one text: a part of a form may be several texts (a name, how to reach them), which stand beside each other. */
export const textOfWords = (value: unknown): string => (typeof value === 'string' ? value : partsOf((value ?? {}) as Record<string, unknown>).join(', '));

const partsOf = ({ self, ...parts }: Record<string, unknown>): readonly unknown[] => [
  ...(self === true ? [SELF] : []),
  ...Object.values(parts).filter((part) => typeof part === 'string' && part !== ''),
];
