import { z } from 'zod';
import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { unitCode } from '../../shapes.schema.js';
import { yearOpened } from '../events/year-opened.js';
import { owed, stillAhead } from '../plan.js';

/** Opens a unit's year with what it owes from today on. Given by the platform, whose id of the command is made of unit and year: there is one and no more. */
export const openYear = defineCreation('year', {
  name: 'OpenYear',
  input: { unit: unitCode, year: z.int().min(2000).max(2200) },
  who: ['system'],
  title: 'Öppna året',
  button: 'Öppna året',
  form: {},
  unitOf: ({ unit }) => unit,
  decide(number, { unit, year }, { organisation, today }) {
    const level = organisation.unit(unit, today)?.level ?? 'unit';
    const duties = stillAhead(owed(level, chiefOf(unit, organisation, today), year, organisation.settings), today);
    new Lacking('OpenYear').need(duties.length > 0, 'year', 'Inget återstår av det året').orRefuse();
    return [yearOpened.of({ number, unit, year, duties: [...duties] })];
  },
});
