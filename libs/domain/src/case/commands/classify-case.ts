import { z } from 'zod';
import { affects, hits } from '../../codes/affected.js';
import { areas } from '../../codes/areas.js';
import { arose } from '../../codes/arose.js';
import { aspects } from '../../codes/aspects.js';
import { type Code, codesOf } from '../../codes/code.js';
import { complaintCategories } from '../../codes/complaint-categories.js';
import { deviationSubtypes, deviationTypes, hslDeviationTypes, solLssDeviationTypes } from '../../codes/deviation-types.js';
import { eventClasses } from '../../codes/event-classes.js';
import { lawAreas } from '../../codes/law-areas.js';
import { lexSarahKinds } from '../../codes/lex-sarah.js';
import { operations } from '../../codes/operations.js';
import { Lacking } from '../../lacks.js';
import { entry, oneOf, several, typedKey } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { byWhen, type Codes, socialLaws } from '../choices.js';
import { notComplaint } from '../conditions.js';
import { lacksInStated } from '../decide/described.js';
import { notCancelled } from '../decide/guards.js';
import { withDuties } from '../decide/reconsidered.js';
import { isSame } from '../decide/work.js';
import type { Desc, NewCaseEvent } from '../events.schema.js';
import { isCare, isSocial } from '../processes/investigation-gates.js';
import { desk } from '../who.js';

/** States what the case is about, by codes. */
export const classifyCase = defineCaseCommand({
  name: 'ClassifyCase',
  input: {
    categories: several(oneOf(complaintCategories)).nullable().default(null),
    categoryOther: entry.nullable().default(null),
    lexSarahKinds: several(oneOf(lexSarahKinds)).nullable().default(null),
    lexSarahKindOther: entry.nullable().default(null),
    affects: oneOf(affects).nullable().default(null),
    concernsChild: z.boolean().nullable().default(null),
    eventClass: oneOf(eventClasses).nullable().default(null),
    deviationType: oneOf(deviationTypes).nullable().default(null),
    deviationSubtype: oneOf(deviationSubtypes).nullable().default(null),
    lawAreas: several(oneOf(lawAreas)).nullable().default(null),
    activity: typedKey.nullable().default(null),
    area: oneOf(areas).nullable().default(null),
    operation: oneOf(operations).nullable().default(null),
    arose: oneOf(arose).nullable().default(null),
    aspects: several(oneOf(aspects)).nullable().default(null),
    hit: several(oneOf(hits)).nullable().default(null),
  },
  who: desk,
  mustStand: notCancelled,
  offered: [{ stages: ['received', 'investigating'], when: 'always' }],
  under: 'correct',
  title: 'Beskriv vad det gäller',
  button: 'Spara',
  form: {
    categories: { label: 'Vad gäller det?', hint: 'Du kan välja flera. I statistiken räknas både ärenden och kategorier.', asked: ['complaint'] },
    categoryOther: { label: 'Om du valde Annat: vad?', hint: 'Välj ur avdelningens lista.', asked: ['complaint'] },
    lexSarahKinds: { label: 'Vilken sorts missförhållande gäller det?', hint: 'Du kan välja flera.', asked: ['lexSarah', 'mirror'] },
    lexSarahKindOther: { label: 'Om du valde Annat: vad?', hint: 'Välj ur avdelningens lista.', asked: ['lexSarah', 'mirror'] },
    deviationType: {
      label: 'Vilken typ av avvikelse är det?',
      asked: ['deviation'],
      choices: (state): Codes => [
        ...(isCare(state) || !isSocial(state) ? codesOf(hslDeviationTypes as readonly Code[]) : []),
        ...(isSocial(state) || !isCare(state) ? codesOf(solLssDeviationTypes as readonly Code[]) : []),
      ],
    },
    eventClass: {
      label: 'Vad ledde det till?',
      hint: 'Risk: något kunde ha hänt. Tillbud: det hände, men ingen skadades. Negativ händelse: någon skadades.',
      asked: ['deviation', 'lexMaria'],
    },
    lawAreas: {
      label: 'Vilken lag gäller det?',
      asked: ['complaint', 'deviation', 'lexSarah', 'mirror'],
      choices: byWhen([['lexSarah', 'mirror'], socialLaws], ['always', codesOf(lawAreas)]),
    },
    affects: { label: 'Vem berörs?', asked: notComplaint },
    concernsChild: { label: 'Berörs ett barn?', asked: ['lexSarah', 'mirror', ['deviation', 'social']] },
    area: { label: 'Område' },
    arose: { label: 'Var uppstod det?', asked: ['complaint', 'lexSarah', 'mirror', ['deviation', 'social']] },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const { type: _, ...open } = command;
    const named = Object.keys(open).filter((name) => open[name as keyof typeof open] !== null);
    const stated = lacksInStated(
      { ...state.desc, ...Object.fromEntries(named.map((name) => [name, open[name as keyof typeof open]])) },
      named,
      'ClassifyCase.',
      context,
    );
    new Lacking('ClassifyCase').add(stated).orRefuse();
    if (named.every((name) => isSame(open[name as keyof typeof open], state.desc[name as keyof Desc]))) return [];
    return withDuties(state, [{ type: 'CaseClassified', open }], process, context);
  },
});
