import { z } from 'zod';
import { affectedAgeBands, affectedGenders, affects, hits } from '../../codes/affected.js';
import { areas } from '../../codes/areas.js';
import { arose } from '../../codes/arose.js';
import { aspects } from '../../codes/aspects.js';
import { answerWays } from '../../codes/case-codes.js';
import { channels } from '../../codes/channels.js';
import { complaintCategories } from '../../codes/complaint-categories.js';
import { eventClasses } from '../../codes/event-classes.js';
import { externals, involves } from '../../codes/involves.js';
import { kinds } from '../../codes/kinds.js';
import { lawAreas } from '../../codes/law-areas.js';
import { lexSarahKinds } from '../../codes/lex-sarah.js';
import { operations } from '../../codes/operations.js';
import { opinionTypes } from '../../codes/opinion-types.js';
import { precisions } from '../../codes/precision.js';
import { sources } from '../../codes/sources.js';
import { changes, count, flag, id, storedInstant as instant, key, maybe, nullables, oneOf, registryNumber, several } from '../../shapes.schema.js';

/** What may be stated of a case at receipt and corrected later; null where it was not stated (docs/contract.md#reporting-a-case). */
const stated = {
  unit: key,
  noticedAt: instant,
  occurredAt: instant,
  occurredTo: instant,
  occurredPrecision: oneOf(precisions),
  source: oneOf(sources),
  sourceName: key,
  senderBehind: oneOf(sources),
  channel: oneOf(channels),
  lawAreas: several(oneOf(lawAreas)),
  opinionType: oneOf(opinionTypes),
  categories: several(oneOf(complaintCategories)),
  categoryOther: key,
  eventClass: oneOf(eventClasses),
  deviationType: key,
  deviationSubtype: key,
  lexSarahKinds: several(oneOf(lexSarahKinds)),
  lexSarahKindOther: key,
  involves: several(oneOf(involves)),
  external: oneOf(externals),
  activity: key,
  area: oneOf(areas),
  operation: oneOf(operations),
  arose: oneOf(arose),
  affects: oneOf(affects),
  affectedCount: count,
  affectedGender: oneOf(affectedGenders),
  affectedAgeBand: oneOf(affectedAgeBands),
  concernsChild: z.boolean(),
  aspects: several(oneOf(aspects)),
  hit: several(oneOf(hits)),
  occasion: key,
  similarKnown: z.boolean(),
  masArea: key,
  outageId: id,
  paperNumber: registryNumber,
  diaryNumber: registryNumber,
  externalRef: registryNumber,
};

/** The described case. */
export const desc = z.object({
  kind: oneOf(kinds),
  process: key,
  incidentId: id,
  receivedAt: instant,
  anonymous: flag.default(false),
  answerBy: maybe(oneOf(answerWays)),
  has: several(key).default([]),
  ...nullables(stated),
});

/** Any part of it, set right later. */
export const corrections = z.object({ receivedAt: instant.optional(), ...changes(stated) });
