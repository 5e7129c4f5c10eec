import { reviewers, reviewKinds } from '../../codes/reviews.js';
import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { firstDayOf } from '../../rough-day.js';
import { roughDayHint, typedRoughDay } from '../../rough-day.schema.js';
import { oneOf, several, unitCode, words } from '../../shapes.schema.js';
import { reviewRegistered } from '../events/review-registered.js';
import { statementAsked } from '../events/statement-asked.js';
import { reviewKeepers } from '../who.js';

/** Writes down a review: who reviews, what kind it is, and what it is about. */
export const registerReview = defineCreation('review', {
  name: 'RegisterReview',
  input: {
    unit: unitCode,
    by: oneOf(reviewers),
    kinds: several(oneOf(reviewKinds)),
    what: words,
    on: typedRoughDay,
    due: typedRoughDay.nullable().default(null),
    units: several(unitCode).default([]),
  },
  who: reviewKeepers,
  title: 'Registrera en granskning',
  button: 'Spara granskningen',
  form: {
    unit: { label: 'Vilken enhet gäller den?', hint: 'Gäller den flera enheter: välj nivån över dem.', of: 'unit' },
    by: { label: 'Vem granskar?' },
    kinds: { label: 'Vad är det för slags granskning?', hint: 'Välj ett eller flera.' },
    what: { label: 'Vad granskas?', hint: 'Några ord, till exempel ”Läkemedelshantering i gruppbostäder LSS”. Skriv inget som pekar ut en person.' },
    on: { label: 'När gjordes den, eller när fick ni veta om den?', hint: roughDayHint },
    due: {
      label: 'Kvalitetsredovisning: när ska utföraren ha lämnat den?',
      hint: roughDayHint,
      required: false,
      folded: true,
    },
    units: {
      label: 'Vilka av enheterna under gäller den?',
      hint: 'Lämnas tomt när den gäller alla.',
      of: 'unit',
      required: false,
      folded: true,
    },
  },
  unitOf: ({ unit }) => unit,
  decide(number, { unit, by, kinds, what, on, due, units }, { organisation, today }) {
    const below = organisation.subtree(unit, today).map(({ code }) => code);
    const ofProvider = kinds.includes('qualityAccount');
    new Lacking('RegisterReview')
      .need(!ofProvider || organisation.unit(unit, today)?.provider !== 'own', 'unit', 'En kvalitetsredovisning begärs av en privat utförares enhet')
      .need(!ofProvider || due !== null, 'due', 'Ange när utföraren ska ha lämnat redovisningen')
      .need(ofProvider || due === null, 'due', 'Dagen anges bara för en utförares kvalitetsredovisning')
      .need(kinds.length > 0, 'kinds', 'Välj vad det är för slags granskning')
      .need(firstDayOf(on) <= today, 'on', 'Dagen kan inte ligga framåt i tiden')
      .need(
        units.every((one) => one !== unit && below.includes(one)),
        'units',
        'Välj enheter som hör till den enhet som granskningen gäller',
      )
      .orRefuse();
    const open = { number, unit, ownerRole: chiefOf(unit, organisation, today), by, kinds: [...new Set(kinds)], on, units: [...new Set(units)] };
    return [reviewRegistered.of(open, { what }), ...(due === null ? [] : [statementAsked.of({ by: 'provider', due })])];
  },
});
