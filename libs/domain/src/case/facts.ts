import { stockholmDate } from '../law/calendar.js';
import { importedSteps } from './begin.js';
import { type Action, type CaseState, closedOf, type Duty, type ExistingCase, mergedInto, noCase } from './case.js';
import { type CaseEvent, caseEventNamed } from './events.schema.js';
import { evolve } from './evolve.js';
import type { Step } from './step.js';

/** A fact row of a case, true from the position of one event until the next that changes it (docs/engine.md#facts-and-figures). Column names are the tables' own. */
export interface FactRow {
  readonly table: FactTable;
  /** The key within table and case. */
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}
export const factTables = ['fact_case', 'fact_step', 'fact_duty', 'fact_action'] as const;
export type FactTable = (typeof factTables)[number];
/** Tables whose rows follow from how the case stands; a row of fact_step follows from its event. */
const stateTables = ['fact_case', 'fact_duty', 'fact_action'] as const;
type StateTable = (typeof stateTables)[number];

/** What of the state each table is made of: when none of it has changed (by identity), neither have the rows. */
const madeOf = {
  fact_case: (s: ExistingCase) => [
    s.desc,
    s.receipt.unitThen,
    s.assessment.outcome,
    s.assessment.proposed?.outcome ?? null,
    s.end,
    s.progress.reopenings.length,
    s.investigation.completed,
    s.assessment.risk,
    s.lineage.link,
    s.lineage.convertedTo,
    s.links,
  ],
  fact_duty: (s: ExistingCase) => [s.duties, s.desc.receivedAt],
  fact_action: (s: ExistingCase) => [s.remedy.actions, s.desc.receivedAt],
} as const satisfies Record<StateTable, (s: ExistingCase) => readonly unknown[]>;

/** A part of the state that makes a row each; the case itself makes one. */
const parts = {
  fact_case: (s: ExistingCase) => [s],
  fact_duty: (s: ExistingCase) => s.duties,
  fact_action: (s: ExistingCase) => s.remedy.actions,
} as const satisfies Record<StateTable, (s: ExistingCase) => readonly object[]>;
const makers = { fact_case: caseRow, fact_duty: dutyRow, fact_action: actionRow } as const;

const rowsOf = (table: StateTable, from: readonly object[], state: ExistingCase): readonly FactRow[] =>
  from.map((part) => (makers[table] as (part: object, state: ExistingCase) => FactRow)(part, state));

/** All fact rows of a case at this moment but those of its steps. Pure. */
export const facts = (state: ExistingCase): readonly FactRow[] => stateTables.flatMap((table) => rowsOf(table, parts[table](state), state));

/** The rows of what the events count as by their own days, less what has been taken back. */
export function stepRows(id: string, events: readonly CaseEvent[]): readonly FactRow[] {
  const rows = new Map<string, FactRow>();
  let state: CaseState = noCase(id);
  for (const event of events) {
    const { closed, opened } = stepChanges(state, event);
    for (const key of closed) rows.delete(key);
    for (const step of opened) rows.set(step.step, stepRow(step));
    state = evolve(state, event);
  }
  return [...rows.values()];
}

function stepChanges(before: CaseState, event: CaseEvent): { readonly closed: readonly string[]; readonly opened: readonly Step[] } {
  if (!before.exists) return { closed: [], opened: event.type === 'CaseImported' ? importedSteps(event, event.open, before.id) : [] };
  const { steps, takesBack } = caseEventNamed(event.type) ?? {};
  return { closed: takesBack?.(event as never, before) ?? [], opened: steps?.(event as never, before) ?? [] };
}

/** The rows that an event closed and opened; untouched parts are recognised by identity, so that a reminder rewrites one row. */
export function factChanges(
  state: CaseState,
  after: ExistingCase,
  event: CaseEvent,
): { readonly closed: readonly Pick<FactRow, 'table' | 'key'>[]; readonly opened: readonly FactRow[] } {
  const before = state.exists ? state : null;
  const steps = stepChanges(state, event);
  const closed: Pick<FactRow, 'table' | 'key'>[] = steps.closed.map((key) => ({ table: 'fact_step', key }));
  const opened: FactRow[] = steps.opened.map(stepRow);
  for (const table of stateTables) {
    if (before !== null && same(madeOf[table](before), madeOf[table](after))) continue;
    const [was, is] = [before === null ? [] : parts[table](before), parts[table](after)];
    // Rows that say when the case was received differ all together when that is corrected.
    const [left, come] = before?.desc.receivedAt === after.desc.receivedAt ? differing(was, is) : [was, is];
    const old = new Map((before === null ? [] : rowsOf(table, left, before)).map((row) => [row.key, row]));
    for (const row of rowsOf(table, come, after)) {
      const former = old.get(row.key);
      old.delete(row.key);
      if (former !== undefined && sameValues(former.values, row.values)) continue;
      if (former !== undefined) closed.push({ table, key: row.key });
      opened.push(row);
    }
    for (const gone of old.values()) closed.push({ table, key: gone.key });
  }
  return { closed, opened };
}

/** What is left of two lists without the parts they begin and end with in common: one event touches few of them. */
function differing(before: readonly object[], after: readonly object[]): readonly [readonly object[], readonly object[]] {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < before.length - from && end < after.length - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [before.slice(from, before.length - end), after.slice(from, after.length - end)];
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((value, n) => value === b[n]);

function sameValues(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(b).every((name) => {
    const x = a[name];
    const y = b[name];
    return x === y || (Array.isArray(x) && Array.isArray(y) && x.length === y.length && x.every((value, n) => value === y[n]));
  });
}

function caseRow(s: ExistingCase): FactRow {
  const {
    desc,
    assessment: { outcome },
  } = s;
  const closed = closedOf(s);
  const values = {
    incident_id: desc.incidentId,
    kind: desc.kind,
    process: desc.process,
    number: s.number,
    link: s.lineage.link,
    origin_case: s.lineage.origin?.id ?? null,
    origin_kind: s.lineage.origin?.kind ?? null,
    origin_received: s.lineage.origin?.receivedAt ?? null,
    unit: desc.unit,
    unit_then: s.receipt.unitThen,
    received_on: stockholmDate(desc.receivedAt),
    received_at: desc.receivedAt,
    recorded_at: s.receipt.recordedAt,
    noticed_at: desc.noticedAt,
    occurred_at: desc.occurredAt,
    occurred_precision: desc.occurredPrecision,
    closed_at: closed?.at ?? null,
    close_reason: closed?.reason ?? null,
    cancelled_at: s.end?.as === 'cancelled' ? s.end.at : null,
    reopened: s.progress.reopenings.length,
    imported: s.receipt.imported,
    anonymous: desc.anonymous,
    source: desc.source,
    source_name: desc.sourceName,
    sender_behind: desc.senderBehind,
    channel: desc.channel,
    law_areas: desc.lawAreas,
    opinion_type: desc.opinionType,
    categories: desc.categories,
    category_other: desc.categoryOther,
    event_class: desc.eventClass,
    deviation_type: desc.deviationType,
    deviation_subtype: desc.deviationSubtype,
    lex_sarah_kinds: desc.lexSarahKinds,
    lex_sarah_kind_other: desc.lexSarahKindOther,
    involves: desc.involves,
    external: desc.external,
    activity: desc.activity,
    area: desc.area,
    operation: desc.operation,
    arose: desc.arose,
    affects: desc.affects,
    affected_count: desc.affectedCount,
    affected_gender: desc.affectedGender,
    affected_age_band: desc.affectedAgeBand,
    concerns_child: desc.concernsChild,
    aspects: desc.aspects,
    hit: desc.hit,
    occasion: desc.occasion,
    outage_id: desc.outageId,
    severity: s.assessment.risk.severity,
    probability: s.assessment.risk.probability,
    outcome_proposed: s.assessment.proposed?.outcome ?? null,
    outcome: outcome?.outcome ?? outcome?.hslOutcome ?? outcome?.complaintOutcome ?? null,
    outcome_at: outcome?.at ?? null,
    injury: outcome?.injury ?? null,
    serious: outcome?.serious ?? null,
    avoidable: outcome?.avoidable ?? null,
    investigated_at: s.investigation.completed?.at ?? null,
    converted_to: becameOf(s),
    duplicate_of: mergedInto(s),
    severity_final: s.assessment.risk.severityFinal,
    probability_final: s.assessment.risk.probabilityFinal,
  };
  return { table: 'fact_case', key: '', values };
}

/** The kinds that it became or gave rise to, each once; a sibling is the same event under another law from the start. Null where none. */
function becameOf({ lineage: { convertedTo } }: ExistingCase): readonly string[] | null {
  const became = convertedTo.filter(({ link }) => link !== 'sibling').map(({ to }) => to);
  return became.length === 0 ? null : [...new Set(became)].sort();
}

function stepRow(step: Step): FactRow {
  return {
    table: 'fact_step',
    key: step.step,
    values: {
      type: step.type,
      on_date: stockholmDate(step.at),
      at: step.at,
      recorded_at: step.recordedAt,
      code: step.code,
      code2: step.code2,
      role: step.role,
      unit: step.unit,
      n: step.n,
      flag: step.flag,
      ref: step.ref,
    },
  };
}

/** The day the case was received stands on what years are counted of by the hundred thousand, so that one of them is found without the others. */
const receivedOn = (state: ExistingCase) => ({ received_on: stockholmDate(state.desc.receivedAt) });

function dutyRow(duty: Duty, state: ExistingCase): FactRow {
  return {
    table: 'fact_duty',
    key: duty.id,
    values: {
      rule: duty.rule,
      rule_version: duty.ruleVersion,
      basis: duty.basis,
      type: duty.type,
      ...ownerOf(duty.owner),
      started_at: duty.startedAt,
      due_at: duty.dueAt,
      due_precision: duty.duePrecision,
      target_at: duty.targetAt,
      closed_at: duty.closed?.at ?? null,
      closed_as: duty.closed?.as ?? null,
      closed_reason: duty.closed?.reason ?? null,
      recalculated: duty.recalculated,
      reminders: duty.reminders,
      escalation: duty.escalation,
      ...receivedOn(state),
    },
  };
}

function actionRow(action: Action, state: ExistingCase): FactRow {
  return {
    table: 'fact_action',
    key: action.actionId,
    values: {
      area: action.area,
      horizon: action.horizon,
      plane: action.plane,
      causes: action.causes,
      ...ownerOf(action.owner),
      status: action.status,
      decided_at: action.decidedAt,
      due_at: action.dueAt,
      done_at: action.doneAt,
      effect_due_at: action.effectDueAt,
      effect: action.effect?.effect ?? null,
      effect_at: action.effect?.at ?? null,
      reason: action.reason,
      ...receivedOn(state),
    },
  };
}

/** `role@unit`; unit `none` where the case has none. */
function ownerOf(owner: string): { readonly owner_role: string | null; readonly owner_unit: string | null } {
  const [role, unit] = owner.split('@');
  return { owner_role: role ?? null, owner_unit: unit === 'none' ? null : (unit ?? null) };
}
