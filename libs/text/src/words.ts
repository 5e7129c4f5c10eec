/** Names of the sealed parts, as headings over a person's words. */
export const wordNames: Readonly<Record<string, string>> = {
  what: 'Vad hände',
  consequence: 'Vad det ledde till',
  immediateActions: 'Vad som gjordes direkt',
  where: 'Plats',
  reporter: 'Rapportör',
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

/** What somebody wrote, as one text: a part of a form may be several texts (a name, how to reach them), which stand beside each other. */
export const textOfWords = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.values((value ?? {}) as Record<string, unknown>)
        .filter((part) => typeof part === 'string')
        .join(', ');
