import { readable } from '#domain/case/readable';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { Organisation } from '#domain/org/units';
import type { Tx } from '#platform/database';
import { binding, readableSql } from './visible.js';

/** What a case is headed by for one person: codes, and where its written title is. */
export interface CaseHeaded {
  readonly kind: string;
  readonly opinionType: string | null;
  readonly lawAreas: readonly string[] | null;
  readonly categories: readonly string[];
  readonly deviationType: string | null;
  readonly lexSarahKinds: readonly string[];
  readonly isMirror: boolean;
  /** Whether the person may read what others have said in it. */
  readonly reads: boolean;
  /** Position of the event with the title. Null where none stands, where the person may not read it, or where the row is behind its case, since who may read is then not known. */
  readonly titledAt: number | null;
}

interface Row extends Pick<CaseHeaded, 'kind' | 'opinionType' | 'lawAreas' | 'reads' | 'titledAt'> {
  readonly id: string;
  readonly about: readonly string[];
  readonly mirror: boolean;
}

/** What the cases of a list that this person sees are headed by, by case id. @param now an ISO instant @throws DatabaseFault */
export async function caseHeadings(
  database: Tx,
  actor: Actor,
  organisation: Organisation,
  ids: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, CaseHeaded>> {
  if (ids.length === 0) return new Map();
  const { params, bind } = binding();
  const reads = readableSql(readable(actor, organisation, stockholmDate(now)), bind);
  const rows = await database.query<Row>(
    `SELECT id, kind, "opinionType", "lawAreas", about, mirror, reads,
       CASE WHEN reads AND titled_at IS NOT NULL AND version = (SELECT max(e.version) FROM store.events e WHERE e.stream = 'case/' || id) THEN titled_at END AS "titledAt"
     FROM (SELECT l.case_id AS id, l.kind, l.opinion_type AS "opinionType", l.law_areas AS "lawAreas", l.about, l.mirror, l.titled_at, l.version, ${reads} AS reads
       FROM read.case_list l WHERE l.case_id = ANY(${bind(ids)}::uuid[])) headed`,
    params,
  );
  return new Map(rows.map(({ id, about, mirror, ...row }) => [id, { ...row, ...aboutOf(about), isMirror: mirror }]));
}

function aboutOf(about: readonly string[]): Pick<CaseHeaded, 'categories' | 'deviationType' | 'lexSarahKinds'> {
  const of = (list: string) => about.filter((code) => code.startsWith(`${list}:`)).map((code) => code.slice(list.length + 1));
  return { categories: of('complaintCategory'), deviationType: of('deviationType')[0] ?? null, lexSarahKinds: of('lexSarahKind') };
}
