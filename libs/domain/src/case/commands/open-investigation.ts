import { investigationMethods } from '../../codes/investigation.js';
import { Lacking } from '../../lacks.js';
import { count, id, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { byWhen } from '../choices.js';
import { earlyStages } from '../conditions.js';
import { whyNotChosen } from '../conflict.js';
import { whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

/**
 * How it is investigated and by whom; the one who leads it is an investigator from then on.
 */
export const openInvestigation = defineCaseCommand({
  name: 'OpenInvestigation',
  input: {
    method: oneOf(investigationMethods),
    lead: id.nullable().default(null),
    team: count.nullable().default(null),
  },
  names: { lead: 'carrier' },
  who: workers,
  mustStand: whileOpen,
  offered: [{ stages: earlyStages, when: ['lexSarah', 'lexMaria', ['deviation', 'care']] }],
  under: 'correct',
  title: 'Hur ska det utredas?',
  button: 'Spara',
  form: {
    method: {
      label: 'Sätt att utreda',
      choices: byWhen([['lexSarah'], ['irregularity', 'incidentAnalysis']], [['lexMaria'], ['incidentAnalysis']], ['always', ['simple', 'incidentAnalysis']]),
    },
    lead: { label: 'Vem leder utredningen?', hint: 'Den som utreder beslutar inte i ärendet.' },
    team: { label: 'Hur många är med?' },
  },
  decide(state, command): readonly NewCaseEvent[] {
    new Lacking('OpenInvestigation')
      .add([command.lead === null ? null : whyNotChosen(state, command.lead, 'investigator', 'OpenInvestigation.lead')])
      .orRefuse();
    return [{ type: 'InvestigationOpened', open: { method: command.method, lead: command.lead, team: command.team } }];
  },
});
