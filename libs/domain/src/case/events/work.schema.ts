import { z } from 'zod';
import { conflictAnswers, conflictGrounds, entryNatures, heardResults, moveReasons, notApplicableReasons, parties } from '../../codes/case-codes.js';
import { causeAreas, causeLevels } from '../../codes/causes.js';
import { stages } from '../../codes/stages.js';
import { roles } from '../../org/roles.js';
import { count, flag, id, storedInstant as instant, key, maybe, maybeFlag, oneOf, several } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';

/** Who works on the case, and what they find out. */
export const work = {
  CaseAssigned: event('Ärendet fördelades', z.object({ person: id.nullable(), as: oneOf(roles), unit: maybe(key) }), sealed('reasons')),
  ConflictAnswered: event(
    'Frågan om jäv besvarades',
    z.object({ person: id, as: oneOf(roles), answer: oneOf(conflictAnswers), ground: maybe(key), computed: flag }),
    sealed('reasons'),
  ),
  CaseMoved: event(
    'Ärendet flyttades till en annan enhet',
    z.object({ unit: maybe(key), why: oneOf(moveReasons), byRole: maybe(oneOf(roles)) }),
    sealed('reasons'),
  ),
  StageEntered: event(
    'Ärendet gick vidare',
    z.object({
      stage: oneOf(stages),
      from: oneOf(stages).nullable(),
      direction: z.enum(['forward', 'back']),
      notApplicable: several(z.object({ stage: oneOf(stages), reason: oneOf(notApplicableReasons) })),
      elsewhere: maybe(id),
    }),
    sealed('reasons'),
  ),
  InvestigationOpened: event('Utredningen inleddes', z.object({ method: key, lead: maybe(id), team: maybe(count) })),
  EntryMade: event(
    'En uppgift fördes in i utredningen',
    z.object({
      entry: id,
      point: key,
      nature: oneOf(entryNatures),
      by: oneOf(parties),
      heardAt: maybe(instant),
      replaces: maybe(id),
      has: several(key),
      byRole: maybe(oneOf(roles)),
    }),
    sealed('text'),
  ),
  PartyHeard: event('En part hördes', z.object({ party: oneOf(parties), result: oneOf(heardResults), reason: maybe(key) })),
  CauseFound: event(
    'En orsak fastställdes',
    z.object({ causeId: id, area: oneOf(causeAreas), level: maybe(oneOf(causeLevels)), serious: maybeFlag }),
    sealed('text'),
  ),
  CauseWithdrawn: event('En orsak togs tillbaka', z.object({ causeId: id }), sealed('text')),
  InvestigationCompleted: event(
    'Utredningen blev klar',
    z.object({ similarBefore: maybeFlag, hits: maybe(count), recurrence: maybeFlag, noDeficiency: flag }),
    sealed('text'),
  ),
  ConflictOverridden: event(
    'Ett jäv hävdes av en andra person',
    z.object({ person: id, as: oneOf(roles), ground: oneOf(conflictGrounds), second: id }),
    sealed('reasons'),
  ),
} as const;
