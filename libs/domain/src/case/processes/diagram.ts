import { notApplicableReasons } from '../../codes/case-codes.js';
import { labelOf } from '../../codes/code.js';
import { conversionWays } from '../../codes/conversion.js';
import { kinds } from '../../codes/kinds.js';
import { roles } from '../../codes/roles.js';
import { stages as stageCodes } from '../../codes/stages.js';
import { periodInWords } from '../../law/period-words.js';
import { type Rule, regulation } from '../../law/regulation.js';
import { conversions, type Nature } from './conversions.js';
import { dutyText, groundsOfKind } from './ground.js';
import { type By, type DutyRow, type Process, type StageRow, stageAfter } from './process.js';

/**
 * The process as Swedish Markdown made from its own table: a Mermaid picture, and the same as an ordered list for
 * screen readers. Staff can read the decided process as it runs (R-066).
 */
export function drawProcess(process: Process): string {
  return [
    `# ${labelOf(kinds, process.kind)}${process.mirrors ? ' hos utförare, sett från kommunen' : process.provider ? ' hos en privat utförare' : ''}, version ${process.id.split('@')[1]}`,
    '',
    'Ritad ur processens egen tabell (`libs/domain/src/case/processes`). Ändra där, inte här.',
    '',
    '```mermaid',
    ...picture(process),
    '```',
    '',
    '## Steg för steg',
    '',
    ...process.stages.flatMap((row, n) => step(process, row, n + 1)),
    ...(process.alongside.length === 0
      ? []
      : ['## Uppgifter som följer av vad som händer, i vilket skede som helst', '', ...process.alongside.map((row) => `- ${deadline(row, process.kind)}`), '']),
    ...conversionsOf(process),
    '## Andra vägar',
    '',
    ...otherWays(process),
    '',
  ].join('\n');
}

const stageName = (stage: string): string => labelOf(stageCodes, stage);
const whoSays = (by: readonly By[]): string =>
  listed(by.map((who) => notRoles[who] ?? labelOf(roles, who).replace(/^[A-ZÅÄÖ](?=[a-zåäö])/, (first) => first.toLowerCase())));
const notRoles: Readonly<Record<string, string>> = { handler: 'den som handlägger', decider: 'den som har rätt att besluta om anmälan' };
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`);

function picture(process: Process): readonly string[] {
  return [
    'stateDiagram-v2',
    ...[...process.stages.map((row) => row.stage), 'closed', 'cancelled'].map((stage) => `  state "${stageName(stage)}" as ${stage}`),
    `  [*] --> ${process.stages[0]?.stage}`,
    ...process.stages.map((row) => `  ${row.stage} --> ${stageAfter(process, row.stage)}: ${row.next}`),
    ...process.back.map((move) => `  ${move.from} --> ${move.to}: Skicka tillbaka`),
    ...(process.shortPath === null ? [] : ['  received --> closed: Åtgärdat direkt']),
    ...process.handOver.from.map((stage) => `  ${stage} --> closed: Lämna över`),
    ...process.reopen.to.map((stage) => `  closed --> ${stage}: Öppna igen`),
    '  closed --> [*]',
    '  cancelled --> [*]',
  ];
}

function step(process: Process, row: StageRow, n: number): readonly string[] {
  const skip = row.mayBeSkippedFor.map((reason) => `”${labelOf(notApplicableReasons, reason)}”`);
  return [
    `${n}. **${stageName(row.stage)}.** ${row.purpose} ${duties(row.duty, process.kind)}`,
    `   - Nästa steg: ”${row.next}”. Görs av ${whoSays(row.by)}.`,
    ...(row.whenGrave === undefined ? [] : [`   - När risken är hög görs det av ${whoSays(row.whenGrave.by)}.`]),
    ...process.duties.filter((duty) => duty.opens === row.stage).map((duty) => `   - ${deadline(duty, process.kind)}`),
    ...(skip.length === 0 ? [] : [`   - Får anges som ej aktuellt av skälet ${listed(skip)}.`]),
    '',
  ];
}

/** Its text under each law that it may be under, where they differ. */
function duties(text: StageRow['duty'], kind: Process['kind']): string {
  const grounds = groundsOfKind(kind);
  if (typeof text === 'string') return dutyText(text, grounds, TODAY);
  const apart = grounds.filter((ground) => text[ground] !== undefined);
  const others = grounds.filter((ground) => text[ground] === undefined);
  return [...apart.map((ground) => `${ground}: ${dutyText(text, [ground], TODAY)}`), `Annars: ${dutyText(text.other, others, TODAY)}`].join(' ');
}
/** A day under the law that the tables were last checked against. */
const TODAY = '2026-11-01';

/** What a case of this kind may become, and by whom (docs/law/conversions.md). */
function conversionsOf(process: Process): readonly string[] {
  const natures: readonly Nature[] = process.kind === 'deviation' ? ['social', 'care'] : [process.kind];
  const rows = process.mirrors === undefined ? conversions.filter((row) => natures.includes(row.from)) : [];
  if (rows.length === 0) return [];
  const line = (row: (typeof conversions)[number]) =>
    `- ${natures.length > 1 ? `${natureName[row.from]} → ` : ''}${natureName[row.to]}, ${listed(row.ways.map((way) => labelOf(conversionWays, way).split(':')[0]?.toLowerCase() ?? ''))}: ${whoSays(row.by)}.`;
  return ['## Kan bli, eller ge upphov till', '', ...rows.map(line), ''];
}
const natureName: Readonly<Record<Nature, string>> = {
  complaint: 'Klagomål',
  social: 'Avvikelse enligt SoL eller LSS',
  care: 'Avvikelse enligt HSL',
  lexSarah: 'Lex Sarah',
  lexMaria: 'Lex Maria',
};

function deadline({ rule: id, owner }: Pick<DutyRow, 'rule' | 'owner'>, kind: Process['kind']): string {
  const rule = regulation.filter((row) => row.id === id).at(-1) as Rule;
  const time =
    rule.period !== null
      ? periodInWords(rule.period)
      : rule.target !== null
        ? `inget tal i lagen, eget mål ${periodInWords(rule.target)}`
        : rule.type === 'setByAuthority'
          ? 'den dag som står i myndighetens brev'
          : 'ingen tid i lagen';
  return `${rule.name}: ${time} (${dutyText(`{${id}}`, groundsOfKind(kind), TODAY)}). Ägs av ${whoSays([owner])}.`;
}

function otherWays(process: Process): readonly string[] {
  const stages = (list: readonly string[]) => listed(list.map(stageName));
  return [
    process.shortPath === null
      ? '- **Åtgärdat direkt** finns inte: varje ärende av det här slaget utreds.'
      : `- **Åtgärdat direkt**, från ${stageName('received')}: ${whoSays(process.shortPath.by)}. Det som gjordes skrivs in, och den som hörde av sig får veta.`,
    ...(process.handOver.from.length === 0
      ? []
      : [`- **Lämna över** till den som ansvarar, från ${stages(process.handOver.from)}: ${whoSays(process.handOver.by)}.`]),
    ...process.back.map((move) => `- **Skicka tillbaka** från ${stageName(move.from)} till ${stageName(move.to)}, med skäl: ${whoSays(move.by)}.`),
    `- **Öppna igen** till ${stages(process.reopen.to)}, med skäl: ${whoSays(process.reopen.by)}.`,
    `- **Makulera**, med skäl: ${whoSays(process.cancel.by)} begär, och en andra person bekräftar med egen inloggning: ${whoSays(process.cancel.second)}. Numret finns kvar.`,
  ];
}
