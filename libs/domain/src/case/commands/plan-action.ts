import { actionAreas, actionHorizons, actionPlanes } from '../../codes/actions.js';
import { roles } from '../../codes/roles.js';
import { Lacking } from '../../lacks.js';
import { id, instant, oneOf, several, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { byWhen, type Codes } from '../choices.js';
import { lateStages, notComplaint } from '../conditions.js';
import { EFFECT, tooEarly, unknownCauses } from '../decide/actions.js';
import { newId } from '../decide/context.js';
import { dutyOpened } from '../decide/duties.js';
import { foldNew } from '../decide/foresee.js';
import { whileOpen } from '../decide/guards.js';
import { withDuties } from '../decide/reconsidered.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

const carers: Codes = ['mas', 'mar', 'verksamhetschefHsl'];

const owningChiefs: Codes = ['enhetschef', 'verksamhetschef', 'avdelningschef', 'socialchef', 'sas'];

/**
 * An action with owner, day and how its effect will be judged. The question of effect is a duty from the start, so that it can't be forgotten.
 */
export const planAction = defineCaseCommand({
  name: 'PlanAction',
  input: {
    area: oneOf(actionAreas),
    horizon: oneOf(actionHorizons),
    plane: oneOf(actionPlanes).nullable().default(null),
    causes: several(id).default([]),
    ownerRole: oneOf(roles).default('enhetschef'),
    dueAt: instant,
    effectDueAt: instant.nullable().default(null),
    what: words,
    howJudged: words,
  },

  urgentStep: 'planAction',
  who: workers,
  mustStand: whileOpen,
  offered: [{ stages: ['investigating', ...lateStages], when: 'always' }],
  title: 'Planera en åtgärd',
  button: 'Spara åtgärden',
  form: {
    what: { label: 'Vad ska göras?' },
    area: { label: 'Vad handlar åtgärden om?' },
    horizon: { label: 'På vilken sikt?' },
    causes: { label: 'Vilken orsak ska den ta bort?', asked: ['hasCauses'] },
    ownerRole: {
      label: 'Vem ansvarar?',
      hint: 'Lämnas det tomt ansvarar enhetschefen.',
      required: false,
      asked: notComplaint,
      choices: byWhen(
        [
          ['care', 'lexMaria'],
          ['enhetschef', ...carers, 'socialchef'],
        ],
        ['always', owningChiefs],
      ),
    },
    dueAt: { label: 'När ska den vara gjord?' },
    howJudged: { label: 'Hur ska effekten bedömas?' },
    effectDueAt: { label: 'När ska effekten bedömas?', hint: 'Lämnas det tomt gäller kommunens egen tid, räknad från när åtgärden ska vara gjord.' },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    new Lacking('PlanAction')
      .add(unknownCauses(state, command.causes, 'PlanAction.causes'), 'unknownReference')
      .add(tooEarly(command.effectDueAt, command.dueAt, 'PlanAction.effectDueAt'))
      .orRefuse();
    const actionId = newId(context, 'action');
    const { area, horizon, plane, causes, ownerRole, dueAt, effectDueAt, what, howJudged } = command;
    const planned: NewCaseEvent = {
      type: 'ActionPlanned',
      open: { actionId, area, horizon, plane, causes, owner: `${ownerRole}@${state.desc.unit ?? 'none'}`, dueAt, effectDueAt, streams: [] },
      sealed: { what, howJudged },
    };
    const then = foldNew(state, [planned], context.now);
    const asked = dutyOpened({ rule: EFFECT, owner: ownerRole }, then, dueAt, actionId, context, effectDueAt ?? undefined);
    return withDuties(state, [planned, asked], process, context);
  },
});
