import { z } from 'zod';
import { affectedAgeBands, affectedGenders, affects, hits } from '../../codes/affected.js';
import { areas } from '../../codes/areas.js';
import { arose } from '../../codes/arose.js';
import { aspects } from '../../codes/aspects.js';
import { channels } from '../../codes/channels.js';
import { complaintCategories } from '../../codes/complaint-categories.js';
import { deviationSubtypes, deviationTypes } from '../../codes/deviation-types.js';
import { eventClasses } from '../../codes/event-classes.js';
import { externals, involves } from '../../codes/involves.js';
import { lawAreas } from '../../codes/law-areas.js';
import { lexSarahKinds } from '../../codes/lex-sarah.js';
import { operations } from '../../codes/operations.js';
import { opinionTypes } from '../../codes/opinion-types.js';
import { precisions } from '../../codes/precision.js';
import { sources } from '../../codes/sources.js';
import { count, entry, id, instant, oneOf, several, typedKey, typedNumber } from '../../shapes.schema.js';

/** Fields that describe a case; all optional in a command, null = not stated. */
export const described = {
  noticedAt: instant,
  occurredAt: instant,
  occurredTo: instant,
  occurredPrecision: oneOf(precisions),
  source: oneOf(sources),
  sourceName: entry,
  senderBehind: oneOf(sources),
  channel: oneOf(channels),
  lawAreas: several(oneOf(lawAreas)),
  opinionType: oneOf(opinionTypes),
  categories: several(oneOf(complaintCategories)),
  categoryOther: entry,
  eventClass: oneOf(eventClasses),
  deviationType: oneOf(deviationTypes),
  deviationSubtype: oneOf(deviationSubtypes),
  lexSarahKinds: several(oneOf(lexSarahKinds)),
  lexSarahKindOther: entry,
  involves: several(oneOf(involves)),
  external: oneOf(externals),
  activity: typedKey,
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
  occasion: typedKey,
  similarKnown: z.boolean(),
  masArea: typedKey,
  outageId: id,
  paperNumber: typedNumber,
  diaryNumber: typedNumber,
  externalRef: typedNumber,
};
