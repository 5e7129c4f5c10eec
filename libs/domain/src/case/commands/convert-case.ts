import { codesOf } from '../../codes/code.js';
import { conversionReasons, conversionWays } from '../../codes/conversion.js';
import { deviationTypes } from '../../codes/deviation-types.js';
import { eventClasses } from '../../codes/event-classes.js';
import { kinds } from '../../codes/kinds.js';
import { lawAreas } from '../../codes/law-areas.js';
import { lexSarahKinds } from '../../codes/lex-sarah.js';
import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { instant, oneOf, several } from '../../shapes.schema.js';
import { type Decision, defineCaseCommand } from '../case-command.js';
import { byWhen, type Codes, socialLaws } from '../choices.js';
import { convert } from '../decide/convert.js';
import { ownMatter } from '../decide/guards.js';
import { mustBeOpen } from '../decide/situation.js';
import { alreadyBecame, conversionOf, conversions, natureOf } from '../processes/conversions.js';
import { isOneOf } from '../roles-in.js';
import { workersOrQuality } from '../who.js';
import { reasons } from './shared.js';

/**
 * Makes a case of another kind, or a sibling under another law (docs/law/conversions.md).
 */
export const convertCase = defineCaseCommand({
  name: 'ConvertCase',
  input: {
    to: oneOf(kinds),
    way: oneOf(conversionWays).default('convertedFrom'),
    why: oneOf(conversionReasons).default('raised'),
    lawAreas: several(oneOf(lawAreas)).nullable().default(null),
    knownAt: instant.nullable().default(null),
    eventClass: oneOf(eventClasses).nullable().default(null),
    deviationType: oneOf(deviationTypes).nullable().default(null),
    lexSarahKinds: several(oneOf(lexSarahKinds)).nullable().default(null),
    reasons,
  },
  // A lex Sarah that is put down is decided to be none.
  decidesMatter: ({ why }): boolean => why === 'downgraded',
  endsDuties: true,
  who: workersOrQuality,
  mustStand: (state, process, { actor, organisation, today }): void => {
    mustBeOpen(state);
    ownMatter(state, process, { actor, organisation, today });
    const from = natureOf(state.desc.kind, state.desc.lawAreas);
    const theirs = conversions.filter((row) => row.from === from && isOneOf(row.by, actor, state, organisation, today));
    if (theirs.length === 0) refuse('notYours');
    if (theirs.every((row) => alreadyBecame(state, row.to) !== null))
      refuse('incomplete', [{ field: 'ConvertCase.to', text: 'Ärendet har redan gett upphov till ett sådant ärende' }]);
  },
  alone: true,
  offered: [
    {
      stages: 'any',
      when: [
        ['complaint', 'ownMatter'],
        ['deviation', 'ownMatter'],
        ['lexSarah', 'ownMatter'],
        ['lexMaria', 'ownMatter'],
      ],
    },
  ],
  under: 'handOn',
  title: 'Gör till ett annat slags ärende',
  button: 'Skapa det nya ärendet',
  form: {
    to: {
      label: 'Vad ska det bli?',
      hint: 'Inget försvinner: det här ärendet finns kvar med sitt nummer, och den som hörde av sig får sitt svar här.',
      choices: (state): Codes => {
        const from = natureOf(state.desc.kind, state.desc.lawAreas);
        return kinds
          .map(({ code }) => code)
          .filter((to) =>
            [['SoL'], ['HSL']].map((laws) => natureOf(to, laws)).some((nature) => conversionOf(from, nature) !== null && alreadyBecame(state, nature) === null),
          );
      },
    },
    way: { label: 'Vad händer med det här ärendet?', asked: ['complaint', ['deviation', 'social']], choices: (): Codes => ['convertedFrom', 'raisedFrom'] },
    lawAreas: {
      label: 'Vilken lag gäller det nya ärendet?',
      hint: 'Lämna tomt om det är samma lag.',
      asked: ['complaint', 'deviation', 'lexSarah', 'lexMaria'],
      choices: byWhen([['complaint'], codesOf(lawAreas)], [[['deviation', 'social']], codesOf(lawAreas)], ['always', [...socialLaws, 'HSL']]),
    },
    knownAt: { label: 'Vilken dag blev uppgifterna kända?', hint: 'Lagens tid räknas från den dagen. Lämna tomt om det är i dag.' },
    reasons: { label: 'Vad har hänt, och varför ska det bli ett sådant ärende?', hint: 'Texten blir det nya ärendets beskrivning.' },
  },
  decide(state, command, context, process): Decision {
    const { events, born } = convert(new Lacking('ConvertCase'), state, command, process, context);
    return { events, born: [born] };
  },
});
