/** What is said where a report was taken in as something else than it was called, by the kind it became. Never a refusal (docs/law/lex-sarah.md#reports-without-a-name). */
const sentences: Readonly<Record<string, string>> = {
  deviation:
    'Rapporten är mottagen som avvikelse. En rapport enligt lex Sarah lämnas i eget namn; utan namn tas den emot som avvikelse. Dina ord är kvar som du skrev dem, och redan i dag bedöms om det ska bli ett lex Sarah-ärende.',
};

export const takenInSentence = (kind: string): string =>
  sentences[kind] ?? 'Rapporten är mottagen som ett annat slags ärende. Dina ord är kvar som du skrev dem.';
