import fc from 'fast-check';
import { contactLine, contrastWithWhite, LEAST_CONTRAST } from './municipality.js';
import { settingSchemas } from './settings.schema.js';

const said = {
  name: 'Påhittade kommun',
  phone: '010-123 45 67',
  email: 'kontakt@kommun.example',
  address: null,
  dataProtection: null,
  statement: null,
  colour: null,
  crest: null,
};
const faultsOf = (more: object): readonly string[] =>
  (settingSchemas.municipality.safeParse({ ...said, ...more }).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('The colour under white text (WCAG 2.2, 1.4.3)', () => {
  test.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#14506f', 8.73],
  ])('white on %s has the contrast %d', (colour, contrast) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1);
  });

  test('what is below 4.5:1 is refused with its figure, and nothing else is', () => {
    expect(faultsOf({ colour: '#777777' })).toEqual(['colour: Vit text på färgen har kontrasten 4,4:1. Den ska vara minst 4,5:1. Välj en mörkare färg']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
        const colour = `#${n.toString(16).padStart(6, '0')}`;
        expect(faultsOf({ colour }).length).toBe(contrastWithWhite(colour) < LEAST_CONTRAST ? 1 : 0);
      }),
    );
  });

  test.each(['red', '#fff', '#14506F}', 'url(x)'])('%s is no colour', (colour) => {
    expect(faultsOf({ colour })).toEqual(['colour: Skriv färgen som # och sex tecken, till exempel #14506f']);
  });
});

describe('What is said of the municipality', () => {
  test.each([
    [{ name: '19121212-1212' }, 'name: Får inte innehålla personuppgifter'],
    [{ name: 'Rad\nsju' }, 'name: Skriv på en rad'],
    [{ phone: 'ring oss' }, 'phone: Skriv ett telefonnummer, till exempel 010-123 45 67'],
    [{ email: 'kontakt' }, 'email: Det ser inte ut som en e-postadress'],
    [{ statement: 'javascript:alert(1)' }, 'statement: Skriv en adress som börjar med https://'],
  ])('%j is refused at its field', (more, fault) => {
    expect(faultsOf(more)).toEqual([fault]);
  });

  test('the line that stands in mails has the name and the ways to reach it', () => {
    expect(contactLine(said)).toBe('Påhittade kommun, telefon 010-123 45 67, kontakt@kommun.example');
    expect(contactLine({ ...said, email: null })).toBe('Påhittade kommun, telefon 010-123 45 67');
  });
});
