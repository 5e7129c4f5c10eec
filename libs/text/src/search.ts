/** Swedish of the search. */
export const searchTexts = {
  title: 'Sök',
  label: 'Sök ärenden',
  button: 'Sök',
  lead: 'Sök på nummer, diarienummer, enhet, slag, skede, kategori och på ord i texterna. Alla ord ska finnas. Du hittar det du får se, och ord bara i texter du får läsa.',
  hint: 'Ord hittas i alla böjningar: ”dusch” hittar ”duschen”. Namn hittas bara så som de är skrivna. Ord i bilagor söks inte, bara deras filnamn.',
  asked: (text: string) => `Sökte efter: ${text}`,
  cases: (n: number, more: boolean) =>
    more ? `Fler än ${n.toLocaleString('sv-SE')} ärenden` : n === 0 ? 'Inga ärenden' : n === 1 ? '1 ärende' : `${n} ärenden`,
  records: (n: number) => (n === 1 ? '1 annan post: risk, åtgärd eller kontroll' : `${n} andra poster: risker, åtgärder och kontroller`),
  none: 'Inget hittades bland det du får se. Pröva färre ord, eller ett ord i en annan form.',
  narrow: 'De senaste visas. Skriv ett ord till för att hitta rätt.',
  noWord: 'Skriv ett nummer eller minst ett ord som säger något. ”Och”, ”det” och ”som” finns överallt.',
  tooLong: 'Skriv högst 200 tecken.',
  faults: 'Det gick inte att söka',
  filling: 'Sökregistret byggs just nu. Ord i äldre ärenden kan saknas en stund.',
  notForYou: 'Sökningen är till för den som arbetar med ärenden.',
  where: 'I texten',
  columns: { number: 'Ärende', what: 'Vad', unit: 'Enhet', stage: 'Skede', received: 'Togs emot', status: 'Läge' },
  page: (page: number, pages: number) => `Sida ${page} av ${pages}`,
  previous: 'Föregående',
  next: 'Nästa',
} as const;
