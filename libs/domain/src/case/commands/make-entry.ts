import { entryNatures, parties } from '../../codes/case-codes.js';
import { codesOf } from '../../codes/code.js';
import { investigationPoints } from '../../codes/investigation.js';
import { Lacking } from '../../lacks.js';
import { id, instant, oneOf, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { byWhen } from '../choices.js';
import { newId } from '../decide/context.js';
import { whileOpen } from '../decide/guards.js';
import { roleOf } from '../decide/work.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

const entryPoints = codesOf(investigationPoints).filter((point) => point !== 'causes' && point !== 'decision');

/** Enters a fact or a judgement in the investigation; a mended entry stands beside the one it replaces. */
export const makeEntry = defineCaseCommand({
  name: 'MakeEntry',
  input: {
    point: oneOf(investigationPoints).default('general'),
    nature: oneOf(entryNatures),
    by: oneOf(parties),
    heardAt: instant.nullable().default(null),
    replaces: id.nullable().default(null),
    text: words,
  },
  who: workers,
  mustStand: whileOpen,
  offered: [{ stages: ['received', 'investigating'], when: 'always' }],
  title: 'För in en uppgift i utredningen',
  button: 'Spara uppgiften',
  form: {
    point: { label: 'Vilken punkt i utredningen?', required: true, asked: ['lexSarah', 'lexMaria'], choices: byWhen(['always', entryPoints]) },
    nature: {
      label: 'Är det en faktauppgift eller en bedömning?',
      initial: ({ investigation: { entries } }): string | null => (entries.length === 0 ? 'fact' : null),
    },
    by: { label: 'Från vem kommer den?' },
    heardAt: { label: 'När lämnades den?' },
    text: { label: 'Uppgiften' },
    replaces: { label: 'Ersätter den en tidigare uppgift?', hint: 'Den tidigare finns kvar och visas som ersatt.', asked: ['hasEntries'] },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const isKnown = command.replaces === null || state.investigation.entries.some((entry) => entry.id === command.replaces);
    new Lacking('MakeEntry').need(isKnown, 'replaces', 'Uppgiften som ska ersättas finns inte', 'unknownReference').orRefuse();
    const { type: _, text, ...open } = command;
    return [{ type: 'EntryMade', open: { entry: newId(context, 'entry'), has: ['text'], byRole: roleOf(state, context), ...open }, sealed: { text } }];
  },
});
