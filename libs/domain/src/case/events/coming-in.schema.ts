import { z } from 'zod';
import { affects, hits } from '../../codes/affected.js';
import { areas } from '../../codes/areas.js';
import { arose } from '../../codes/arose.js';
import { aspects } from '../../codes/aspects.js';
import { attachmentPurposes, attachmentSides, attachmentTypes } from '../../codes/attachments.js';
import { handOverReceivers, moveReasons, parties, triageAnswers } from '../../codes/case-codes.js';
import { causeAreas, causeLevels } from '../../codes/causes.js';
import { closeReasons } from '../../codes/closing.js';
import { complaintCategories } from '../../codes/complaint-categories.js';
import { complaintOutcomes } from '../../codes/complaint-outcomes.js';
import { conversionReasons, conversionWays } from '../../codes/conversion.js';
import { eventClasses } from '../../codes/event-classes.js';
import { hslOutcomes } from '../../codes/hsl.js';
import { kinds } from '../../codes/kinds.js';
import { lawAreas } from '../../codes/law-areas.js';
import { lexSarahKinds, lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { links } from '../../codes/links.js';
import { operations } from '../../codes/operations.js';
import { riskPhases } from '../../codes/risk.js';
import { stages } from '../../codes/stages.js';
import { roles } from '../../org/roles.js';
import { flag, id, storedInstant as instant, key, maybe, maybeFlag, maybeSeveral, oneOf, registryNumber, several, words } from '../shapes.schema.js';
import { event, sealed } from './shape.schema.js';
import { corrections, desc } from './stated.schema.js';

const grade = z.int().min(1).max(4);
/** A hash in hex, 256 bits. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What comes in, and what is said of it. */
export const comingIn = {
  CaseReceived: event(
    'Ärendet togs emot',
    desc.extend({
      number: key,
      link: maybe(oneOf(links)),
      from: maybe(id),
      originKind: maybe(oneOf(kinds)),
      originReceivedAt: maybe(instant),
      /** When what the case is about was known here, where another case told of it first: its clocks run from then. */
      knownAt: maybe(instant),
      registeredFor: maybe(oneOf(roles)),
      reporter: maybe(id),
      handledAtOnce: flag.default(false),
      /** A unit of a provider's own tree that the municipality's case is about. */
      concernsUnit: maybe(key),
    }),
    z.object({
      what: words.optional(),
      consequence: words.optional(),
      immediateActions: words.optional(),
      where: words.optional(),
      reporter: z.unknown().optional(),
      affected: z.unknown().optional(),
      answerTo: words.optional(),
    }),
  ),
  CaseImported: event(
    'Ärendet fördes in från ett annat system',
    desc.extend({
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
    sealed('externalId', 'what'),
  ),
  CaseCorrected: event('En uppgift rättades', z.object({ set: corrections, why: oneOf(moveReasons) }), sealed('reasons')),
  AddendumMade: event('En uppgift lades till', z.object({ by: oneOf(parties), has: several(key) }), sealed('text')),
  CaseClassified: event(
    'Ärendet kategoriserades',
    z.object({
      categories: maybeSeveral(oneOf(complaintCategories)),
      categoryOther: maybe(key),
      lexSarahKinds: maybeSeveral(oneOf(lexSarahKinds)),
      lexSarahKindOther: maybe(key),
      deviationType: maybe(key),
      deviationSubtype: maybe(key),
      lawAreas: maybeSeveral(oneOf(lawAreas)),
      activity: maybe(key),
      area: maybe(oneOf(areas)),
      operation: maybe(oneOf(operations)),
      arose: maybe(oneOf(arose)),
      aspects: maybeSeveral(oneOf(aspects)),
      hit: maybeSeveral(oneOf(hits)),
      affects: maybe(oneOf(affects)),
      concernsChild: maybeFlag,
      eventClass: maybe(oneOf(eventClasses)),
    }),
  ),
  TriageAnswered: event(
    'Första bedömningen gjordes',
    z.object({
      irregularity: oneOf(triageAnswers),
      careInjury: oneOf(triageAnswers),
      danger: oneOf(triageAnswers),
      belongsTo: oneOf(handOverReceivers).nullable().default(null),
      serious: maybe(oneOf(triageAnswers)),
      avoidable: maybe(oneOf(triageAnswers)),
    }),
    sealed('reasons'),
  ),
  /** `sharedWith`: the case that had the number before. */
  Diarised: event(
    'Ärendet fick diarienummer',
    z.object({ diaryNumber: registryNumber, secrecy: flag, sharedWith: maybe(z.object({ caseId: id, number: key })) }),
    undefined,
    2,
  ),
  MessageExchanged: event('Ett meddelande växlades', z.object({ direction: z.enum(['in', 'out']), dialogue: flag }), sealed('text')),
  /** The bytes lie beside the log, sealed by the key of the case; the hash is theirs, unsealed. */
  AttachmentAdded: event(
    'En bilaga lades till',
    z.object({
      attachmentId: id,
      mediaType: oneOf(attachmentTypes),
      bytes: z.int().min(1).max(100_000_000),
      sha256,
      purpose: maybe(oneOf(attachmentPurposes)),
      by: maybe(oneOf(attachmentSides)),
    }),
    sealed('name'),
    3,
  ),
  IncidentLinked: event('Ärendet knöts till en händelse', z.object({ link: oneOf(links), caseId: id, incidentId: id })),
  CaseConverted: event(
    'Ett annat ärende väcktes ur det här',
    z.object({
      to: oneOf(kinds),
      child: id,
      childNumber: key,
      link: oneOf(conversionWays),
      lawAreas: several(oneOf(lawAreas)),
      why: oneOf(conversionReasons),
      knownAt: instant,
    }),
    sealed('reasons'),
  ),
  RiskAssessed: event(
    'Risken bedömdes',
    z.object({ phase: oneOf(riskPhases), scale: key, severity: grade, probability: grade, routedTo: oneOf(roles) }),
    sealed('reasons'),
  ),
} as const;
