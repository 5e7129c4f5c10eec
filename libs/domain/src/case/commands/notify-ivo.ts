import { ivoWays } from '../../codes/ivo.js';
import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { stockholmDate } from '../../law/calendar.js';
import { flag, maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { packed, unknownFiles } from '../decide/attachments.js';
import { given } from '../decide/given.js';
import { mustBeOpen, notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { actingRole } from '../roles-in.js';
import { at, filesSent } from './shared.js';

/**
 * The notification is sent; a finished investigation shall go with it (SoL 27 kap. 6 §, LSS 24 f §).
 */
export const notifyIvo = defineCaseCommand({
  name: 'NotifyIvo',
  input: { way: oneOf(ivoWays), investigationAttached: flag.default(false), attachments: filesSent, receipt: maybeWords, at },
  urgentStep: 'notifyIvo',
  who: [],
  mustStand: (state): void => {
    mustBeOpen(state);
    if (state.ivo?.notify !== 'yes') refuse('incomplete', [{ field: 'DecideIvo.notify', text: 'Besluta först att saken ska anmälas' }]);
    if (state.ivoTrack.sent !== null) refuse('incomplete', [{ field: 'NotifyIvo', text: 'Anmälan är redan skickad. Sänd mer material i stället' }]);
  },
  offered: [{ stages: 'any', when: ['toBeSent'] }],
  onDecisionPage: true,
  title: 'Anmälan är skickad till IVO',
  button: 'Spara kvittensen',
  form: {
    at: { label: 'Vilken dag skickades den? (om inte i dag)' },
    way: { label: 'Hur skickades den?', hint: 'Aldrig med e-post. Det som skickats i e-tjänsten kan inte ändras efteråt, bara kompletteras.' },
    investigationAttached: { label: 'Följde den färdiga utredningen med?', hint: 'Är utredningen klar ska den följa med.' },
    attachments: { label: 'Vilka filer skickades med?', hint: 'De som du kryssar för sparas som det som skickades.', asked: ['hasFiles'] },
    receipt: { label: 'Kvittens', hint: 'Numret eller texten som du fick när du skickade.' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { at, investigationAttached: isAttached, attachments } = command;
    const isFinished = state.investigation.completed !== null && state.investigation.completed.at <= (at ?? context.now);
    new Lacking('NotifyIvo')
      .add(notPast(at, 'NotifyIvo.at', context, state.desc.receivedAt))
      .need(at === undefined || stockholmDate(at) >= stockholmDate(given(state.ivo).at), 'at', 'Anmälan kan inte ha skickats före beslutet')
      .need(!isFinished || isAttached, 'investigationAttached', 'Utredningen är färdig och ska bifogas anmälan')
      .need(isFinished || !isAttached, 'investigationAttached', 'Utredningen är inte färdig. Den sänds in när den är klar')
      .add(unknownFiles(state, attachments, 'NotifyIvo.attachments'), 'unknownReference')
      .orRefuse();
    const sentBy = actingRole(context.actor, state, context.organisation, context.today);
    return [
      {
        type: 'IvoNotificationSent',
        at: command.at,
        open: {
          sentBy,
          way: command.way,
          investigationAttached: command.investigationAttached,
          receiptHash: state.documents.attachments.filter(({ purpose }) => purpose === 'ivoReceipt').at(-1)?.sha256 ?? null,
          ...packed(state, command),
        },
        sealed: command.receipt ? { receipt: command.receipt } : undefined,
      },
    ];
  },
});
