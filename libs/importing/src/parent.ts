import type { ExistingCase } from '#domain/case/case';
import type { NewCaseEvent } from '#domain/case/events.schema';
import { conversionOf, natureOf } from '#domain/case/processes/conversions';
import type { ConversionReason, ConversionWay } from '#domain/codes/conversion';
import type { Kind } from '#domain/codes/kinds';
import type { LawArea } from '#domain/codes/law-areas';
import type { Accepted } from './judge.js';

/** The case that a line says it came of: one of the same file, or a stored one. */
export interface Parent {
  readonly caseId: string;
  readonly incidentId: string;
  readonly kind: Kind;
  readonly lawAreas: readonly LawArea[] | null;
  /** When the first of the chain was received: what became another keeps the day it came (docs/law/conversions.md). */
  readonly originReceivedAt: string;
  readonly receivedAt: string;
  /** Whether it was investigated or decided by itself: then it gave rise to another, otherwise it passed over into it. */
  readonly isInvestigated: boolean;
}

export const parentOfState = (state: ExistingCase): Parent => ({
  caseId: state.id,
  incidentId: state.desc.incidentId,
  kind: state.desc.kind,
  lawAreas: state.desc.lawAreas,
  receivedAt: state.desc.receivedAt,
  originReceivedAt: state.lineage.origin?.receivedAt ?? state.desc.receivedAt,
  isInvestigated: state.investigation.completed !== null || state.assessment.outcome !== null,
});

export const parentOfRow = ({ row }: Accepted, caseId: string, incidentId: string, above: Parent | null): Parent => ({
  caseId,
  incidentId,
  kind: row.kind,
  lawAreas: lawAreasOf(row),
  receivedAt: row.receivedAt,
  originReceivedAt: above?.originReceivedAt ?? row.receivedAt,
  isInvestigated: row.investigatedAt !== null || row.complaintOutcome !== null || row.hslOutcome !== null || row.outcome !== null,
});

/** A lex Maria is under HSL whether the source says so or not. */
export const lawAreasOf = ({ kind, lawAreas }: Accepted['row']): readonly LawArea[] | null => (kind === 'lexMaria' ? ['HSL'] : lawAreas);

/** How a case came of its parent by the table of conversions; null where the two only belong together. */
export function conversionFrom(parent: Parent, row: Accepted['row']): { readonly way: ConversionWay; readonly why: ConversionReason } | null {
  const found = conversionOf(natureOf(parent.kind, parent.lawAreas), natureOf(row.kind, lawAreasOf(row)));
  if (found === null) return null;
  const way = parent.isInvestigated && found.ways.includes('raisedFrom') ? 'raisedFrom' : (found.ways[0] as ConversionWay);
  return { way, why: found.why[0] as ConversionReason };
}

/** The event that the parent gets, on the day that the child was received; none where it is no conversion. */
export function convertedEvents(parent: Parent, child: Pick<Accepted, 'row'> & { readonly caseId: string }, childNumber: string): readonly NewCaseEvent[] {
  const conversion = conversionFrom(parent, child.row);
  if (conversion === null) return [];
  const { kind, receivedAt } = child.row;
  return [
    {
      type: 'CaseConverted',
      at: receivedAt < parent.receivedAt ? parent.receivedAt : receivedAt,
      open: {
        to: kind,
        child: child.caseId,
        childNumber,
        link: conversion.way,
        lawAreas: [...(lawAreasOf(child.row) ?? [])],
        why: conversion.why,
        knownAt: receivedAt,
      },
    },
  ];
}
