import type { FigureReader } from '#domain/case/figure-reader';
import { type Bind, visibleSql } from '../visible.js';
import type { CaseReport, Moment } from './report.js';
import type { Scope } from './scope.js';

/** The source of a statement while it is built: SQL, and what of the table's position may be used beside it. */
export interface Source {
  readonly sql: string;
  readonly moment: Moment;
}

/** One case at one position of an outer statement: SQL of both. */
export interface Along {
  readonly caseId: string;
  readonly position: string;
}

/** What the table's SQL may use of its position; a value is bound only where it is used. */
export function momentOf(scope: Scope, bind: Bind, along?: Along): Moment {
  const once = (value: unknown) => {
    let name: string | undefined;
    return () => {
      name ??= bind(value);
      return name;
    };
  };
  const position = once(scope.position);
  const from = once(scope.from);
  const to = once(scope.to);
  const instant = () => `(SELECT e.recorded_at FROM store.events e WHERE e.position <= ${position()} ORDER BY e.position DESC LIMIT 1)`;
  return {
    at: (alias) =>
      along === undefined
        ? `${alias}.from_position <= ${position()} AND ${position()} < ${alias}.to_position`
        : `${alias}.case_id = ${along.caseId} AND ${alias}.from_position <= ${along.position} AND ${along.position} < ${alias}.to_position`,
    instant,
    today: () => `(${instant()} AT TIME ZONE 'Europe/Stockholm')::date`,
    received: (alias) => `${alias}.received_on >= ${from()}::date AND ${alias}.received_on < ${to()}::date`,
    from: () => `${from()}::date`,
    to: () => `${to()}::date`,
  };
}

interface Of {
  readonly joined: boolean;
  /** With those that are not counted: cancelled, and duplicates of others. */
  readonly cancelled: boolean;
  /** Not at the table's position but at one of many, case by case; what is late is still judged at the table's. */
  readonly along?: Along;
}

/**
 * The cases of a table at its position: FROM … WHERE, over `c` (fact_case), what the definition joins, and `p` (the case's place, by
 * number). A case is counted where its unit was on the day it was received, whichever day the period is by.
 */
export function sourceSql(definition: CaseReport, scope: Scope, bind: Bind, of: Of): Source {
  const moment = momentOf(scope, bind, of.along);
  const places = bind(JSON.stringify(scope.places.map(({ code, from, to, column, own }, n) => ({ n, code, f: from, t: to, inside: column !== null, own }))));
  const unit = scope.mode === 'then' ? 'c.unit_then' : 'c.unit';
  const day = of.joined && definition.shape === 'measured' ? (definition.sentOn ?? 'c.received_on') : 'c.received_on';
  const sql = `FROM read.fact_case c
    ${of.joined ? joinsOf(definition, moment) : ''}
    LEFT JOIN jsonb_to_recordset(${places}::jsonb) AS p(n int, code text, f date, t date, inside boolean, own boolean)
      ON p.code = ${unit} AND (p.f IS NULL OR (c.received_on >= p.f AND c.received_on < p.t))
    WHERE ${moment.at('c')} AND ${day} >= ${bind(scope.from)} AND ${day} < ${bind(scope.to)}
      ${of.cancelled ? '' : 'AND c.cancelled_at IS NULL AND c.duplicate_of IS NULL'} AND ${definition.where} ${of.joined && definition.shape === 'measured' ? `AND ${definition.among ?? 'true'}` : ''} AND (p.inside OR (p.n IS NULL AND ${scope.holdsNone}))
      ${scope.provider === null ? '' : `AND coalesce(p.own, true) = ${scope.provider === 'own'}`}
      ${scope.reader === null ? '' : `AND ${countedFor(scope.reader, scope.seenOnly, bind)}`}`;
  return { sql, moment };
}

/**
 * Whether a reader without a right to the figures gets the case counted: of the units they lead or follow what they see, of others what exists; never
 * a case that bars them.
 */
function countedFor({ filter, remit, withoutUnit }: FigureReader, seenOnly: boolean, bind: Bind): string {
  const seen = visibleSql(filter, bind);
  const elsewhere = () => {
    const barred = filter.notBarred === null ? 'false' : `l.barred @> ARRAY[${bind(filter.notBarred)}::uuid]`;
    return ` OR (NOT coalesce(l.unit = ANY(${bind(remit)}::text[]), ${withoutUnit}) AND NOT (${barred}))`;
  };
  return `EXISTS (SELECT FROM read.case_list l WHERE l.case_id = c.case_id AND (${seen}${seenOnly ? '' : elsewhere()}))`;
}

function joinsOf(definition: CaseReport, moment: Moment): string {
  if (definition.shape === 'measured') return definition.from(moment);
  return definition.marks === undefined ? '' : `LEFT JOIN LATERAL unnest(${definition.marks}) AS m ON true`;
}
