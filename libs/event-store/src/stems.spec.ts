import fc from 'fast-check';
import { askedOf, stemsOf, textsIn, wordsAsked } from './stems.js';

/** Whether a text is found when a person asks so: each word by any of its forms. */
const found = (text: string, asked: string): boolean => {
  const stems = stemsOf(text);
  const words = askedOf(asked);
  return words.length > 0 && words.every(({ pieces }) => pieces.every((forms) => forms.some((form) => stems.has(form))));
};

describe('Words are found', () => {
  test.each([
    ['another form of the word', 'Brukaren föll i duschen.', 'dusch brukare'],
    ['a neuter with its article', 'Larmet fungerade inte.', 'larm'],
    ['a neuter without it', 'Hon tryckte på ett larm.', 'larmet'],
    ['a supine', 'Han hade fallit.', 'fallet'],
    ['a word that loses a vowel', 'Läkemedlet gavs inte.', 'läkemedel'],
    ['a plural of it', 'Nycklarna saknades.', 'nyckel'],
    ['upper case', 'MEDICINEN GLÖMDES', 'medicin'],
    ['upper case in what is asked', 'medicinen glömdes', 'MEDICINEN'],
    ['å, ä and ö as two characters each', 'Hon sa\u030Ag ha\u0308ndelsen i fo\u0308nstret', 'såg händelse fönster'],
    ['punctuation', '(Fönster) – trasigt!', '«fönster», trasig?'],
    ['the first part of a compound', 'En fallolycka på natten', 'fall'],
    ['the last part of a compound, with its article', 'Trygghetslarmet var trasigt', 'larm'],
    ['the first part of a compound with an s', 'Trygghetslarmet var trasigt', 'trygghet'],
    ['a compound written with a hyphen', 'Sjuksköterske-besök', 'besök'],
    ['a compound written in one, asked with a hyphen in the text', 'Det var ett trygghets-larm', 'trygghetslarm'],
    ['a number', 'Rum 14, två tabletter', '14'],
    ['a personnummer as it was written', 'Anna Ek, 19121212-7999, ringde', '19121212-7999'],
    ['a personnummer written without its century', 'Anna Ek, 121212-7999, ringde', '19121212 7999'],
    ['a personnummer among words', 'Anna Ek, 191212127999, ringde', 'ringde 121212-7999 Ek'],
    ['a samordningsnummer', 'Han har 701063-2391.', '197010632391'],
    ['a telephone number in other groups of figures', 'Nås på 070-174 06 10', '070 174 06 10'],
    ['a reference that has the figures of a personnummer in it', 'Se bilaga ord0207775340c74fb', 'ord0207775340c74fb'],
    ['a name', 'Zebedeja Kvastensson ringde', 'kvastensson zebedeja'],
    ['words in another order, and words that find nothing by themselves', 'Golvet i hallen var halt', 'i halt hall och golv'],
  ])('%s', (_, text, asked) => expect(found(text, asked)).toBe(true));

  test.each([
    ['one of the words is not there', 'Brukaren föll i duschen.', 'duschen trappan'],
    ['a word is part of another that is no compound of known words', 'Kommunikationen brast', 'unik'],
    ['nothing but common words is asked for', 'Det var hon som var där', 'hon var det'],
    ['nothing is asked for', 'Ord', ' – '],
    ['another personnummer of the same day is asked for', 'Anna Ek, 19121212-7999', '19121212-8005'],
  ])('not where %s', (_, text, asked) => expect(found(text, asked)).toBe(false));

  test('every word of a text finds it, as it is written there, alone or together with all others', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-zåäöA-ZÅÄÖé0-9]{1,20}$/),
      // Figures in the shape of a personnummer, within a longer word too: a reference, a file's name.
      fc.stringMatching(/^[a-f]{0,4}[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9])[0-9]{4}[a-f]{0,4}$/),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.constantFrom(' ', ', ', '\n', ' – '), (words, between) => {
        const text = words.join(between);
        for (const asked of [text, ...words].filter((one) => wordsAsked(one).length > 0)) expect([asked, found(text, asked)]).toEqual([asked, true]);
      }),
    );
  });

  test('in all texts of a sealed part, however deep', () => {
    expect(textsIn({ what: 'Ett', reporter: { name: 'Två', title: null }, list: ['Tre', { text: 'Fyra' }], n: 5 })).toEqual(['Ett', 'Två', 'Tre', 'Fyra']);
    expect(textsIn(undefined)).toEqual([]);
  });
});
