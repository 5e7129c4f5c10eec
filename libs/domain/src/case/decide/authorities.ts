import { startOfDay, stockholmDate } from '../../law/calendar.js';
import { decidesApart } from '../../process/authorities.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { actingRole, decidingRole } from '../roles-in.js';
import { unknownFiles } from './attachments.js';
import { type Context, newId } from './context.js';
import { given, Lacking } from './lacks.js';
import { notPast } from './situation.js';

/** The letter of the patientnämnd or IVO; more than one may come. @throws Refusal */
export function recordAuthorityRequest(command: CommandOf<'RecordAuthorityRequest'>, context: Context): NewCaseEvent[] {
  const { from, letterOn, dueOn, theirNumber, text } = command;
  new Lacking('RecordAuthorityRequest')
    .need(letterOn <= context.today, 'letterOn', 'Brevets dag kan inte ligga i framtiden')
    .need(dueOn === null || dueOn >= letterOn, 'dueOn', 'Svarsdagen kan inte ligga före brevets dag')
    .orRefuse();
  return [
    { type: 'AuthorityAsked', open: { id: newId(context, 'authorityRequest'), from, letterOn, theirNumber, dueOn }, sealed: text ? { text } : undefined },
  ];
}

/** @throws Refusal where nothing is asked for */
export function answerAuthority(state: ExistingCase, command: CommandOf<'AnswerAuthority'>, context: Context): NewCaseEvent[] {
  const waiting = state.authorities.requests.filter((row) => row.sentAt === null);
  const request = command.request === null ? waiting[0] : waiting.find(({ id }) => id === command.request);
  const { attachments, text, at } = command;
  new Lacking('AnswerAuthority')
    .need(request !== undefined, 'request', 'Begäran finns inte, eller har redan besvarats')
    .add(notPast(at, 'AnswerAuthority.at', context, request === undefined ? undefined : startOfDay(request.letterOn)))
    .add(unknownFiles(state, attachments, 'AnswerAuthority.attachments'), 'unknownReference')
    .orRefuse();
  return [{ type: 'AuthorityAnswered', at, open: { request: given(request).id, attachments }, sealed: text ? { text } : undefined }];
}

/**
 * The municipality's own decision to notify a contracted provider (SoL 27 kap. 7 §, LSS 15 § 11), or a licensed person who may be a danger
 * to patients (PSL 3 kap. 7 §). Beside lex Sarah and lex Maria, never instead of them. @throws Refusal
 */
export function decideOwnNotification(state: ExistingCase, command: CommandOf<'DecideOwnNotification'>, context: Context): NewCaseEvent[] {
  const { about, notify, delegationPoint, reasons } = command;
  const first = about === 'providerShortcomings' ? '2026-01-01' : '2013-06-01';
  const known = state.authorities.own.find((row) => row.about === about);
  new Lacking('DecideOwnNotification')
    .need(decidesApart(state, about), 'about', 'Den anmälan hör till ett annat slag av ärende')
    .need(stockholmDate(context.now) >= first, 'about', 'Skyldigheten gäller inte ännu')
    .need(known?.sentAt == null, 'about', 'Anmälan är redan skickad')
    .orRefuse();
  if (known?.notify === notify) return [];
  const { actor, organisation, today } = context;
  const byRole = decidingRole(actor, state, organisation, today) ?? actingRole(actor, state, organisation, today);
  return [{ type: 'OwnNotificationDecided', open: { about, notify, byRole, delegationPoint }, sealed: { reasons } }];
}

/** @throws Refusal before it is decided */
export function sendOwnNotification(state: ExistingCase, command: CommandOf<'SendOwnNotification'>, context: Context): NewCaseEvent[] {
  const { about, theirNumber, at } = command;
  const decided = state.authorities.own.find((row) => row.about === about && row.notify);
  new Lacking('SendOwnNotification')
    .need(decided !== undefined, 'DecideOwnNotification.notify', 'Besluta först att saken ska anmälas')
    .need(decided?.sentAt == null, 'about', 'Anmälan är redan skickad')
    .add(notPast(at, 'SendOwnNotification.at', context, decided?.at))
    .orRefuse();
  return [{ type: 'OwnNotificationSent', at, open: { about, theirNumber } }];
}
