import { askingAuthorities, ownNotifications } from '../../codes/authorities.js';
import { date, flag, id, maybeWords, oneOf, several, typedKey, typedNumber } from '../shapes.schema.js';
import { at, command, reasons } from './command.schema.js';

/** What passes between the municipality and an authority beside a lex Sarah or a lex Maria. */
export const withAuthorities = {
  /** The patientnämnd or IVO wants a statement on a complaint: the day and the number of its letter, and the day it names, if any. */
  RecordAuthorityRequest: command('RecordAuthorityRequest', {
    from: oneOf(askingAuthorities),
    letterOn: date,
    theirNumber: typedNumber.nullable().default(null),
    dueOn: date.nullable().default(null),
    text: maybeWords,
  }),
  /** The statement is sent; to the request that has waited longest where none is named. */
  AnswerAuthority: command('AnswerAuthority', { request: id.nullable().default(null), attachments: several(id).default([]), text: maybeWords, at }),
  DecideOwnNotification: command('DecideOwnNotification', {
    about: oneOf(ownNotifications),
    notify: flag,
    delegationPoint: typedKey.nullable().default(null),
    reasons,
  }),
  SendOwnNotification: command('SendOwnNotification', { about: oneOf(ownNotifications), theirNumber: typedNumber.nullable().default(null), at }),
} as const;
