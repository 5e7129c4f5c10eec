import { ivoMaterials } from '../../codes/ivo.js';
import type { Lack } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { doneOn } from '../../records/command-text.js';
import { count, id, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import type { Codes } from '../choices.js';
import { packed, unknownFiles } from '../decide/attachments.js';
import { given } from '../decide/given.js';
import { notified } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { at, filesSent } from './shared.js';

const UNFINISHED: Lack = { field: 'CompleteInvestigation', text: 'Utredningen är inte färdig' };

/** Records more material that was sent to IVO after the notification. */
export const sendToIvo = defineCaseCommand({
  name: 'SendToIvo',
  input: {
    what: oneOf(ivoMaterials),
    round: count.nullable().default(null),
    requirement: id.nullable().default(null),
    attachments: filesSent,
    at,
  },
  urgentStep: 'sendToIvo',
  who: [],
  mustStand: notified('SendToIvo'),
  offered: [{ stages: 'any', when: ['atIvo'] }],
  onDecisionPage: true,
  title: 'Något mer är skickat till IVO',
  button: 'Spara',
  form: {
    what: {
      label: 'Vad har skickats?',
      choices: ({ ivoTrack }): Codes => [
        ...(ivoTrack.investigationSentAt === null ? ['investigation'] : []),
        'supplement',
        ...(ivoTrack.requirements.some((row) => row.sentAt === null) ? ['requirementReport'] : []),
      ],
    },
    at: doneOn,
    attachments: { label: 'Vilka filer skickades?', asked: ['hasFiles'] },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { what, round, requirement } = command;
    const { sent, closedAt, investigationSentAt, supplements, requirements } = state.ivoTrack;
    const isWhole = what === 'investigation';
    const isReport = what === 'requirementReport';
    const isBefore = command.at !== undefined && state.investigation.completed !== null && command.at < state.investigation.completed.at;
    new Lacking('SendToIvo')
      // Judged lower after IVO has ended its matter: IVO is told all the same.
      .need(closedAt === null || what === 'supplement', '', 'IVO har avslutat sitt ärende')
      .add(notPast(command.at, 'SendToIvo.at', context, given(sent).at))
      .add(isWhole && investigationSentAt === null && state.investigation.completed === null ? [UNFINISHED] : [])
      .need(!isWhole || investigationSentAt !== null || !isBefore, 'at', 'Utredningen kan inte ha skickats innan den var färdig')
      .need(round === null || supplements.some((row) => row.round === round), 'round', 'IVO har inte begärt någon sådan komplettering', 'unknownReference')
      .need(!isReport || requirements.some((row) => row.sentAt === null), 'requirement', 'IVO har inget krav som väntar på redovisning', 'unknownReference')
      .need(requirement === null || requirements.some((row) => row.id === requirement), 'requirement', 'Kravet finns inte i ärendet', 'unknownReference')
      .add(unknownFiles(state, command.attachments, 'SendToIvo.attachments'), 'unknownReference')
      .orRefuse();
    if (isWhole && investigationSentAt !== null) return [];
    const waiting = supplements.find((row) => row.sentAt === null)?.round ?? null;
    const first = requirements.find((row) => row.sentAt === null)?.id ?? null;
    return [
      {
        type: 'IvoMaterialSent',
        at: command.at,
        open: {
          what,
          round: what === 'supplement' ? (round ?? waiting) : null,
          requirement: what === 'requirementReport' ? (requirement ?? first) : null,
          ...packed(state, command),
        },
      },
    ];
  },
});
