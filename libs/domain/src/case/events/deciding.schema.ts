import { z } from 'zod';
import { handOverReceivers } from '../../codes/case-codes.js';
import { complaintOutcomes } from '../../codes/complaint-outcomes.js';
import { dissents } from '../../codes/decisions.js';
import { hslOutcomes } from '../../codes/hsl.js';
import { ivoAnswerers, ivoMaterials, ivoNotify, ivoOutcomes, ivoWays } from '../../codes/ivo.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { roles } from '../../org/roles.js';
import { count, date, flag, id, storedInstant as instant, key, maybe, maybeFlag, maybeSeveral, oneOf, registryNumber, several } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';

/** By whom it was decided and in whose place, who took part without deciding ([] = inga), what was entered against it ([] = inget). */
const record = {
  byRole: oneOf(roles),
  insteadOf: maybe(id),
  body: maybe(key),
  delegationPoint: maybe(key),
  participants: maybeSeveral(id),
  dissents: maybeSeveral(oneOf(dissents)),
};

/** The files of the case that went along; `packageHash` is theirs together. */
const attachments = several(id).default([]);

/** Outcome, and the track of IVO beside the stages. */
export const deciding = {
  OutcomeDecided: event(
    'Bedömningen gjordes',
    z.object({
      outcome: maybe(oneOf(lexSarahOutcomes)),
      hslOutcome: maybe(oneOf(hslOutcomes)),
      complaintOutcome: maybe(oneOf(complaintOutcomes)),
      injury: maybeFlag,
      serious: maybeFlag,
      avoidable: maybeFlag,
      ...record,
    }),
    sealed('reasons', 'dissent'),
    2,
  ),
  IvoDecided: event(
    'Ställning togs till anmälan till IVO',
    z.object({
      notify: oneOf(ivoNotify),
      ...record,
      urgent: flag.default(false),
      presenter: maybe(id),
      reason: maybe(key),
      missing: several(key).default([]),
      /** Who is obliged instead, and when they were told. */
      other: maybe(oneOf(handOverReceivers)),
      toldAt: maybe(instant),
    }),
    sealed('reasons', 'dissent'),
    2,
  ),
  OutcomeProposed: event(
    'Utredaren föreslog en bedömning',
    z.object({
      outcome: maybe(oneOf(lexSarahOutcomes)),
      hslOutcome: maybe(oneOf(hslOutcomes)),
      complaintOutcome: maybe(oneOf(complaintOutcomes)),
      by: maybe(id),
    }),
    sealed('reasons'),
  ),
  IvoNotificationSent: event(
    'Anmälan skickades till IVO',
    z.object({ sentBy: oneOf(roles), way: oneOf(ivoWays), investigationAttached: flag, receiptHash: maybe(key), packageHash: maybe(key), attachments }),
    sealed('receipt'),
    2,
  ),
  IvoMaterialSent: event(
    'Mer material skickades till IVO',
    z.object({ what: oneOf(ivoMaterials), round: maybe(count), requirement: maybe(id), packageHash: maybe(key), attachments }),
    undefined,
    2,
  ),
  IvoAcknowledged: event('IVO bekräftade och gav sitt nummer', z.object({ ivoNumber: registryNumber })),
  IvoSupplementRequested: event(
    'IVO begärde komplettering',
    z.object({ id, round: count, dueOn: maybe(date), duePrecision: maybe(z.enum(['day', 'month'])), answeredBy: oneOf(ivoAnswerers) }),
    sealed('text'),
  ),
  IvoDecisionReceived: event(
    'Beslut från IVO kom',
    z.object({ ivoOutcome: oneOf(ivoOutcomes), requirements: several(z.object({ id, dueOn: maybe(date), duePrecision: maybe(z.enum(['day', 'month'])) })) }),
    sealed('text'),
  ),
  IvoClosed: event('Ärendet hos IVO avslutades', z.object({ ivoOutcome: maybe(oneOf(ivoOutcomes)) }), sealed('text')),
} as const;
