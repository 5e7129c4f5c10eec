import { z } from 'zod';
import { causeAreas, causeLevels } from '../../codes/causes.js';
import { closeReasons } from '../../codes/closing.js';
import { complaintOutcomes } from '../../codes/complaint-outcomes.js';
import { hslOutcomes } from '../../codes/hsl.js';
import { kinds } from '../../codes/kinds.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { links } from '../../codes/links.js';
import { stages } from '../../codes/stages.js';
import { id, storedInstant as instant, key, maybe, maybeSeveral, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import { desc } from './stated.schema.js';

export const caseImported = defineCaseEvent({
  name: 'CaseImported',
  label: 'Ärendet fördes in från ett annat system',
  open: desc.extend({
    number: key,
    stage: oneOf(stages),
    closedAt: maybe(instant),
    closeReason: maybe(oneOf(closeReasons)),
    outcomeProposed: maybe(oneOf(lexSarahOutcomes)),
    outcome: maybe(oneOf(lexSarahOutcomes)),
    hslOutcome: maybe(oneOf(hslOutcomes)),
    complaintOutcome: maybe(oneOf(complaintOutcomes)),
    outcomeAt: maybe(instant),
    investigatedAt: maybe(instant),
    answeredAt: maybe(instant),
    ivoSentAt: maybe(instant),
    severity: maybe(z.int().min(1).max(4)),
    probability: maybe(z.int().min(1).max(4)),
    causes: maybeSeveral(z.object({ area: oneOf(causeAreas), level: maybe(oneOf(causeLevels)) })),
    link: maybe(oneOf(links)),
    from: maybe(id),
    originKind: maybe(oneOf(kinds)),
    originReceivedAt: maybe(instant),
    sourceHash: key,
  }),
  sealed: sealed('externalId', 'what'),
});
