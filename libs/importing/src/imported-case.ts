import { type ExistingCase, noCase } from '#domain/case/case';
import type { Timed } from '#domain/case/decide/context';
import { asStored, foldNew } from '#domain/case/decide/foresee';
import { importedDuties } from '#domain/case/decide/imported';
import type { NewCaseEvent } from '#domain/case/events.schema';
import { evolve } from '#domain/case/evolve';
import type { Stage } from '#domain/codes/stages';
import { uuidOf } from '#domain/ids';
import { canonical } from '#event-store/canonical';
import type { Seal } from '#event-store/seal';
import type { Accepted } from './judge.js';
import { conversionFrom, lawAreasOf, type Parent } from './parent.js';

/** The identity of a line: its id from the other system under HMAC, a hash of its content, and the case it becomes. */
export interface Identified extends Accepted {
  /** The key of list `externalId`. */
  readonly key: Buffer;
  /** Tells whether the same id comes again with other content. */
  readonly contentHash: Buffer;
  readonly caseId: string;
  /** The case it came of, where the line names one. */
  readonly parent: Parent | null;
  readonly incidentId: string;
}

export const externalKey = (seal: Seal, externalId: string): Buffer => seal.hmac('externalId', externalId);
export const importedCaseId = (key: Buffer): string => uuidOf('import', key.toString('hex'));
/** A hash of the parsed values: the same value in another notation is the same, and a column that is added later changes nothing. */
export const contentHashOf = (seal: Seal, row: Accepted['row']): Buffer =>
  seal.hmac('importedRow', canonical(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))));

/** The stage of an open case, by what has been done: answered, decided, investigated or proposed, otherwise just received. */
function stageOf({ row }: Accepted): Stage {
  if (row.closedAt !== null) return 'closed';
  if (row.stage !== null) return row.stage;
  if (row.answeredAt !== null) return 'followUp';
  if (row.outcome !== null || row.hslOutcome !== null || row.complaintOutcome !== null) return 'ivoDecision';
  return row.investigatedAt === null && row.outcomeProposed === null ? 'received' : 'assessing';
}

/**
 * One CaseImported, the `known` children of the case, and for an open case its duties.
 * Pure except for the hashes it is given.
 */
export function importedEvents(item: Identified, number: string, timed: Timed, known: readonly NewCaseEvent[] = []): readonly NewCaseEvent[] {
  const { now } = timed;
  const { row, entries, parent } = item;
  const { externalId, parentExternalId: _parent, what, stage: _stage, categoryOther: _c, sourceName: _s, lexSarahKindOther: _l, ...stated } = row;
  const words = what === null || what === '' ? {} : { what };
  const event: NewCaseEvent = {
    type: 'CaseImported',
    open: {
      ...stated,
      number,
      process: item.process.id,
      unit: item.unit,
      incidentId: item.incidentId,
      lawAreas: lawAreasOf(row) as typeof row.lawAreas,
      anonymous: row.anonymous ?? false,
      has: Object.keys(words),
      stage: stageOf(item),
      // A date without a time ends at its last second, which for today is in the future.
      closedAt: earliest(row.closedAt, now),
      closeReason: row.closedAt === null ? null : 'imported',
      outcomeAt: earliest(row.outcomeAt, now),
      investigatedAt: earliest(row.investigatedAt, now),
      answeredAt: earliest(row.answeredAt, now),
      ivoSentAt: earliest(row.ivoSentAt, now),
      sourceName: entries.sourceName?.code ?? null,
      categoryOther: entries.categoryOther?.code ?? null,
      lexSarahKindOther: entries.lexSarahKindOther?.code ?? null,
      link: parent === null ? null : (conversionFrom(parent, row)?.way ?? 'followsFrom'),
      from: parent?.caseId ?? null,
      originKind: parent?.kind ?? null,
      originReceivedAt: parent?.originReceivedAt ?? null,
      sourceHash: item.contentHash.toString('hex'),
    },
    sealed: { externalId, ...words },
  };
  if (row.closedAt !== null) return [event, ...known];
  const state = foldNew(evolve(noCase(item.caseId), asStored(event, now)) as ExistingCase, known, now);
  return [event, ...known, ...importedDuties(item.process, state, timed)];
}

const earliest = (instant: string | null, now: string): string | null => (instant !== null && instant > now ? now : instant);
