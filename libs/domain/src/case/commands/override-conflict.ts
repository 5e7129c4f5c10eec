import { conflictGrounds } from '../../codes/case-codes.js';
import { urgentSteps } from '../../codes/seconded.js';
import { Lacking } from '../../lacks.js';
import { reasonsText } from '../../records/command-text.js';
import { id, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { urgentStepsIn } from '../choices.js';
import { ask, mustBePossible } from '../decide/seconds.js';
import type { NewCaseEvent } from '../events.schema.js';
import { chiefs } from '../who.js';
import { reasons } from './shared.js';

/**
 * `step`: the one step that a person whom the matter concerns is let take (KL 6 kap. 30 §); null: one who has investigated decides.
 * One who has investigated decides all the same; or, with `step`, one whom the matter concerns takes that one step, which nobody else can
 * take without undue delay (KL 6 kap. 30 §).
 */
export const overrideConflict = defineCaseCommand({
  name: 'OverrideConflict',
  input: {
    person: id,
    step: oneOf(urgentSteps).nullable().default(null),
    ground: oneOf(conflictGrounds),
    second: id,
    reasons,
  },
  names: { person: 'person', second: 'carrier' },
  asksFor: ['override', 'except'],
  addedFields: ['step'],
  who: ['registrator', ...chiefs],
  mustStand: (state): void => mustBePossible(state, { of: 'override' }),
  offered: [{ stages: 'any', when: ['hasConflict'] }],
  under: 'correct',
  title: 'Låt någon delta trots jäv',
  button: 'Begär bekräftelse',
  form: {
    person: { label: 'Vem får delta?', hint: 'Den som har utrett saken kan få besluta i den. Den som saken rör får aldrig mer än ett enda steg.' },
    step: {
      label: 'Om saken rör personen: vilket enda steg kan ingen annan ta utan olägligt uppskov?',
      hint: 'Kommunallagen 6 kap. 30 §. Undantaget gäller en gång, och personen får inte läsa vad andra har skrivit. Det upphör när ärendet avslutas, eller när någon svarar på nytt om personens jäv. Välj inget för den som har utrett saken.',
      choices: urgentStepsIn,
    },
    ground: { label: 'Vilket jäv gäller det?' },
    second: {
      label: 'Vilken andra person ska bekräfta?',
      hint: 'En chef över enheten eller registratorn, och inte du. Det gäller först när den andra personen har bekräftat med egen inloggning.',
    },
    reasons: reasonsText,
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const { person, ground, second, step, reasons } = command;
    return new Lacking('OverrideConflict')
      .need(step === null || urgentStepsIn(state).includes(step), 'step', 'Åtgärden kan inte bli aktuell i ett ärende av det här slaget')
      .with(() =>
        ask(new Lacking('OverrideConflict'), state, { of: step === null ? 'override' : 'except', second, person, ground, step }, reasons, process, context),
      );
  },
});
