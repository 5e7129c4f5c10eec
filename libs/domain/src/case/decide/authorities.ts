import { refuse } from '../../errors.js';
import { startOfDay, stockholmDate } from '../../law/calendar.js';
import { decidesApart } from '../../process/authorities.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { actingRole, decidingRole } from '../policy.js';
import { type Context, newId } from './context.js';
import { mustBeOpen, mustBePast } from './situation.js';

/** The letter of the patientnämnd or IVO; more than one may come. @throws Refusal */
export function recordAuthorityRequest(state: ExistingCase, command: CommandOf<'RecordAuthorityRequest'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const { from, letterOn, dueOn, theirNumber, text } = command;
  if (letterOn > context.today) refuse('incomplete', [{ field: 'RecordAuthorityRequest.letterOn', text: 'Brevets dag kan inte ligga i framtiden' }]);
  if (dueOn !== null && dueOn < letterOn) refuse('incomplete', [{ field: 'RecordAuthorityRequest.dueOn', text: 'Svarsdagen kan inte ligga före brevets dag' }]);
  return [
    { type: 'AuthorityAsked', open: { id: newId(context, 'authorityRequest'), from, letterOn, theirNumber, dueOn }, sealed: text ? { text } : undefined },
  ];
}

/** @throws Refusal where nothing is asked for */
export function answerAuthority(state: ExistingCase, command: CommandOf<'AnswerAuthority'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const waiting = state.authorities.requests.filter((row) => row.sentAt === null);
  const request = command.request === null ? waiting[0] : waiting.find(({ id }) => id === command.request);
  if (request === undefined)
    refuse('incomplete', [{ field: 'RecordAuthorityRequest.from', text: 'Det finns ingen begäran som väntar på yttrande. Anteckna brevet först' }]);
  mustBePast(command.at, 'AnswerAuthority.at', context, startOfDay(request.letterOn));
  if (command.attachments.some((id) => state.attachments.every((kept) => kept.id !== id)))
    refuse('unknownReference', [{ field: 'AnswerAuthority.attachments', text: 'Filen finns inte i ärendet' }]);
  const { attachments, text, at } = command;
  return [{ type: 'AuthorityAnswered', at, open: { request: request.id, attachments }, sealed: text ? { text } : undefined }];
}

/**
 * The municipality's own decision to notify a contracted provider (SoL 27 kap. 7 §, LSS 15 § 11), or a licensed person who may be a danger
 * to patients (PSL 3 kap. 7 §). Beside lex Sarah and lex Maria, never instead of them. @throws Refusal
 */
export function decideOwnNotification(state: ExistingCase, command: CommandOf<'DecideOwnNotification'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const { about, notify, delegationPoint, reasons } = command;
  if (!decidesApart(state, about)) refuse('incomplete', [{ field: 'DecideOwnNotification.about', text: 'Den anmälan hör till ett annat slag av ärende' }]);
  const first = about === 'providerShortcomings' ? '2026-01-01' : '2013-06-01';
  if (stockholmDate(context.now) < first) refuse('incomplete', [{ field: 'DecideOwnNotification.about', text: 'Skyldigheten gäller inte ännu' }]);
  const known = state.authorities.own.find((row) => row.about === about);
  if (known?.sentAt != null) refuse('incomplete', [{ field: 'DecideOwnNotification.about', text: 'Anmälan är redan skickad' }]);
  if (known?.notify === notify) return [];
  const { actor, organisation, today } = context;
  const byRole = decidingRole(actor, state, organisation, today) ?? actingRole(actor, state, organisation, today);
  return [{ type: 'OwnNotificationDecided', open: { about, notify, byRole, delegationPoint }, sealed: { reasons } }];
}

/** @throws Refusal before it is decided */
export function sendOwnNotification(state: ExistingCase, command: CommandOf<'SendOwnNotification'>, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const { about, theirNumber, at } = command;
  const decided = state.authorities.own.find((row) => row.about === about && row.notify);
  if (decided === undefined) refuse('incomplete', [{ field: 'DecideOwnNotification.notify', text: 'Besluta först att saken ska anmälas' }]);
  if (decided.sentAt !== null) refuse('incomplete', [{ field: 'SendOwnNotification', text: 'Anmälan är redan skickad' }]);
  mustBePast(at, 'SendOwnNotification.at', context, decided.at);
  return [{ type: 'OwnNotificationSent', at, open: { about, theirNumber } }];
}
