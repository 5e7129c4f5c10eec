import { labelOf } from '../../codes/code.js';
import { answeringLevels, processParts, processSeries } from '../../codes/processes.js';
import { Lacking } from '../../lacks.js';
import { date, maybe, oneOf, sealedLine, typedKey } from '../../shapes.schema.js';
import { partAdded, partEnded, partRenamed } from '../events/part-changed.js';
import { defineProcessCommand, holdsOn, isOpen, nextCode, type ProcessMap, partOf } from '../process-map.js';
import { processKeepers } from '../who.js';

const noSuch = 'Kartan har ingen del med den beteckningen';
const codeHint = 'Skriv beteckningen som den står i listan, till exempel H6 eller H6.1.';
const hasParts = (map: ProcessMap): boolean => isOpen(map) && map.parts.some(({ to }) => to === null);

/** Adds a process, a subprocess of one, or an activity of either. */
export const addPart = defineProcessCommand({
  name: 'AddPart',
  input: {
    kind: oneOf(processParts),
    name: sealedLine,
    series: maybe(oneOf(processSeries)),
    under: maybe(typedKey),
    answers: oneOf(answeringLevels),
    from: date,
  },
  who: processKeepers,
  title: 'Lägg till en process, delprocess eller aktivitet',
  button: 'Lägg till',
  form: {
    kind: { label: 'Vad ska läggas till?' },
    name: { label: 'Vad heter den?', hint: 'Utan nummer. Skriv inget som pekar ut en person.' },
    series: { label: 'Är det en huvudprocess eller en stödprocess?', hint: 'Behövs bara för en process.', required: false },
    under: { label: 'Vilken del hör den till?', hint: `Behövs för en delprocess eller aktivitet. ${codeHint}`, required: false },
    answers: { label: 'Vem svarar för den?' },
    from: { label: 'Från och med vilken dag gäller den?' },
  },
  offered: isOpen,
  decide(map, { kind, name, series, under, answers, from }) {
    const lacking = new Lacking('AddPart');
    if (kind === 'process') {
      lacking.need(under === null, 'under', 'En process hör inte till någon annan del: lämna fältet tomt');
      if (series === null) return lacking.need(false, 'series', 'Ange om det är en huvudprocess eller en stödprocess').refuse();
      lacking.orRefuse();
      return [partAdded.of({ part: nextCode(map, series, null), kind, series, under: null, answers, from }, { name })];
    }
    const above = under === null ? undefined : partOf(map, under);
    if (above === undefined) return lacking.need(false, 'under', under === null ? 'Ange vilken del den hör till' : noSuch).refuse();
    const fits = kind === 'subprocess' ? above.kind === 'process' : above.kind !== 'activity';
    lacking
      .need(
        fits,
        'under',
        `${above.code} är en ${labelOf(processParts, above.kind).toLowerCase()}: ${kind === 'subprocess' ? 'en delprocess hör till en process' : 'en aktivitet hör till en process eller delprocess'}`,
      )
      .need(holdsOn(above, from), 'from', `${above.code} gäller inte den dagen`)
      .need(above.to === null, 'under', `${above.code} har fått en sista dag`)
      .orRefuse();
    return [partAdded.of({ part: nextCode(map, above.series, above.code), kind, series: above.series, under: above.code, answers, from }, { name })];
  },
});

/** Gives a part a new name; it keeps its code, and the earlier name stays in the history. */
export const renamePart = defineProcessCommand({
  name: 'RenamePart',
  input: { part: typedKey, name: sealedLine },
  who: processKeepers,
  title: 'Byt namn på en del',
  button: 'Spara namnet',
  form: { part: { label: 'Vilken del?', hint: codeHint }, name: { label: 'Vad ska den heta?' } },
  offered: hasParts,
  decide(map, { part, name }) {
    const found = partOf(map, part);
    if (found === undefined) return new Lacking('RenamePart').need(false, 'part', noSuch).refuse();
    return [partRenamed.of({ part: found.code }, { name })];
  },
});

/** Sets the last day of a part. What is under it is ended first, so that no activity is left without its process. */
export const endPart = defineProcessCommand({
  name: 'EndPart',
  input: { part: typedKey, to: date },
  who: processKeepers,
  title: 'Avsluta en del',
  button: 'Spara sista dagen',
  form: { part: { label: 'Vilken del?', hint: codeHint }, to: { label: 'Till och med vilken dag gäller den?' } },
  offered: hasParts,
  decide(map, { part, to }) {
    const lacking = new Lacking('EndPart');
    const found = partOf(map, part);
    if (found === undefined) return lacking.need(false, 'part', noSuch).refuse();
    const later = map.parts.filter((one) => one.under === found.code && (one.to === null || one.to > to)).map(({ code }) => code);
    lacking
      .need(found.to === null, 'part', `${found.code} har redan en sista dag`)
      .need(to >= found.from, 'to', `${found.code} gäller först från en senare dag`)
      .need(later.length === 0, 'part', `Avsluta först det som hör till den: ${later.join(', ')}`)
      .orRefuse();
    return [partEnded.of({ part: found.code, to })];
  },
});
