import { z } from 'zod';
import { handOverReceivers, reopenReasons } from '../../codes/case-codes.js';
import { cancelReasons, closeReasons } from '../../codes/closing.js';
import { dutyBases, dutyEndings, dutyTypes } from '../../codes/duties.js';
import { stages } from '../../codes/stages.js';
import { roles } from '../../org/roles.js';
import { count, flag, id, storedInstant as instant, key, maybe, oneOf, position } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';

/** Duties, what time does, and how a case ends. */
export const timeAndEndings = {
  DutyOpened: event(
    'En uppgift med frist uppstod',
    z.object({
      id: key,
      rule: key,
      ruleVersion: count,
      basis: oneOf(dutyBases),
      type: oneOf(dutyTypes),
      owner: key,
      subject: maybe(id),
      startedAt: instant,
      dueAt: maybe(instant),
      duePrecision: maybe(z.enum(['day', 'minute'])),
      targetAt: maybe(instant),
    }),
  ),
  DutyClosed: event('En uppgift blev klar', z.object({ id: key, as: oneOf(dutyEndings), reason: maybe(key) })),
  DeadlineRecalculated: event(
    'En frist räknades om',
    z.object({
      id: key,
      startedAt: maybe(instant),
      old: maybe(instant),
      new: maybe(instant),
      oldTarget: maybe(instant),
      newTarget: maybe(instant),
      why: z.enum(['calendar', 'law', 'start', 'pause', 'authority']),
      /** The wording that the duty rests on from now, where another one. */
      ruleVersion: maybe(count),
      basis: maybe(oneOf(dutyBases)),
      type: maybe(oneOf(dutyTypes)),
    }),
  ),
  ReceiptDue: event('Mottagningsbekräftelsen lämnades till utskick', z.object({ item: id, duty: key, level: count, toRole: maybe(oneOf(roles)) })),
  ReminderDue: event('En påminnelse gick ut', z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) })),
  EffectAsked: event('Frågan om åtgärdens effekt ställdes', z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) })),
  Escalated: event('Förseningen lyftes till nästa chef', z.object({ item: id, duty: key, level: count, toRole: oneOf(roles) })),
  CaseHandedOver: event('Ärendet lämnades över', z.object({ to: oneOf(handOverReceivers), told: flag }), sealed('recipient', 'reasons')),
  CaseClosed: event('Ärendet avslutades', z.object({ reason: oneOf(closeReasons), duplicateOf: maybe(id) }), sealed('text')),
  CaseReopened: event('Ärendet öppnades igen', z.object({ reason: oneOf(reopenReasons), to: oneOf(stages) }), sealed('text')),
  CaseCancelled: event('Ärendet makulerades', z.object({ reason: oneOf(cancelReasons), second: maybe(id) }), sealed('text')),
  SealedPartRemoved: event('Text gallrades', z.object({ position, part: key, ground: key })),
} as const;
