import { Lacking } from '../../lacks.js';
import { chiefOf } from '../../org/chief-of.js';
import { defineCreation } from '../../records/record-command.js';
import { date, maybeWords, unitCode, words } from '../../shapes.schema.js';
import { analysisBegun } from '../events/analysis-begun.js';
import { analysts } from '../who.js';

/** Begins the analysis of a planned change, before it is made. */
export const beginAnalysis = defineCreation('changeanalysis', {
  name: 'BeginAnalysis',
  input: { unit: unitCode, what: words, why: maybeWords, startsOn: date },
  who: analysts,
  title: 'Analysera en planerad förändring',
  button: 'Spara och börja analysen',
  form: {
    unit: { label: 'Var ska förändringen göras?', hint: 'Välj den nivå där den bestäms. Alla enheter under den kan läsa analysen.', of: 'unit' },
    what: { label: 'Vad ska förändras?', hint: 'Till exempel ny organisation, nytt system eller nya lokaler. Skriv inget som pekar ut en person.' },
    why: { label: 'Varför?', required: false },
    startsOn: { label: 'Vilken dag ska förändringen börja?' },
  },
  unitOf: ({ unit }) => unit,
  decide(number, { unit, what, why, startsOn }, { organisation, today }) {
    new Lacking('BeginAnalysis').need(startsOn >= today, 'startsOn', 'Analysen görs innan förändringen börjar: ange en dag framåt i tiden').orRefuse();
    return [analysisBegun.of({ number, unit, ownerRole: chiefOf(unit, organisation, today), startsOn }, { what, ...(why ? { why } : {}) })];
  },
});
