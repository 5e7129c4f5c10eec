import { z } from 'zod';
import { askingAuthorities, ownNotifications } from '../../codes/authorities.js';
import { providerNews } from '../../codes/provider-news.js';
import { roles } from '../../org/roles.js';
import { date, flag, id, storedInstant as instant, key, maybe, oneOf, registryNumber, several } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';

/** What passes between the municipality and an authority beside a lex Sarah or a lex Maria. */
export const withAuthorities = {
  AuthorityAsked: event(
    'En myndighet begärde ett yttrande',
    z.object({ id, from: oneOf(askingAuthorities), letterOn: date, theirNumber: maybe(registryNumber), dueOn: maybe(date) }),
    sealed('text'),
  ),
  AuthorityAnswered: event('Yttrandet skickades', z.object({ request: id, attachments: several(id).default([]) }), sealed('text')),
  OwnNotificationDecided: event(
    'Kommunens egen anmälan till IVO beslutades',
    z.object({ about: oneOf(ownNotifications), notify: flag, byRole: oneOf(roles), delegationPoint: maybe(key) }),
    sealed('reasons'),
  ),
  OwnNotificationSent: event('Kommunens egen anmälan skickades till IVO', z.object({ about: oneOf(ownNotifications), theirNumber: maybe(registryNumber) })),
  /** What a private provider tells the board of its own lex Sarah, on the municipality's mirror; `source` is the provider's case. */
  ProviderInformed: event('Utföraren informerade nämnden', z.object({ about: oneOf(providerNews), source: id, toldAt: instant, notifiedAt: maybe(instant) })),
} as const;
