import { visible } from '#domain/case/visible';
import { labelOf } from '#domain/codes/code';
import { ivoNotify } from '#domain/codes/ivo';
import { kinds } from '#domain/codes/kinds';
import { stages } from '#domain/codes/stages';
import { daysBefore, stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { codedHeading } from '#domain/records/heading';
import { boardsOf } from '#domain/reportdocument/board-reading';
import { reportDocumentType } from '#domain/reportdocument/index';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Tx } from '#platform/database';
import { decisionsTaken } from '#read-model/decisions';
import { frozenReports } from '#read-model/frozen-reports';
import { laidBeforeBoard } from '#read-model/laid-before-board';
import { questionOf } from '#read-model/reports/run';
import { waitingFor } from '#read-model/waiting';
import { type CaseItem, workItems } from '#read-model/work-list';
import { longDate } from '#ui/deadline';
import { unitName } from '../frame/unit-name.js';
import type { BoardProps, BoardRow } from './board.page.js';

/** A board meets every month: what was decided since the last meetings, and what it was told in a year. */
const DECIDED_DAYS = 60;
const LAID_DAYS = 365;
/** What a board asks, by the report that answers it. */
const questions = ['ivo-notifications', 'lex-sarah-by-kind', 'complaints-by-source', 'deadlines-kept'];

/** What one politician's page shows, by their posts. @param now an instant */
export async function boardModel(database: Tx, register: OrganisationRegister, actor: Actor, now: string): Promise<BoardProps> {
  const { organisation } = register;
  const today = stockholmDate(now);
  const filter = visible(actor, organisation, today);
  const [decidedFrom, laidFrom] = [daysBefore(today, DECIDED_DAYS), daysBefore(today, LAID_DAYS)];
  const waiting = waitingFor(actor, register.holders(today), organisation, today);
  const [waits, laid, decided, reports] = await Promise.all([
    workItems(database, filter, {}, now, waiting),
    laidBeforeBoard(database, filter, laidFrom),
    decisionsTaken(database, filter, { from: decidedFrom, to: today, kinds: ['lexSarah', 'lexMaria'] }),
    frozenReports(database, boardsOf(actor)),
  ]);
  const row = (
    { id, number, kind, unit, secrecy, stage }: Pick<CaseItem, 'id' | 'number' | 'kind' | 'unit' | 'secrecy' | 'stage'>,
    on: string | null,
  ): BoardRow => ({
    id,
    number,
    secrecy,
    on,
    what: labelOf(kinds, kind),
    unit: unitName(organisation, unit, today),
    stage: labelOf(stages, stage),
  });
  const counts = new Map<string, number>();
  for (const { notify } of decided.items) counts.set(notify ?? '', (counts.get(notify ?? '') ?? 0) + 1);
  return {
    toDecide: waits.filter(({ awaits }) => awaits === 'decision').map((item) => row(item, null)),
    laid: laid.map((item) => row(item, item.on)),
    laidFrom: longDate(laidFrom),
    decided: [...counts].map(([code, n]) => ({ label: labelOf(ivoNotify, code), n })),
    decidedFrom: longDate(decidedFrom),
    decisionsHref: `/beslut?from=${decidedFrom}&tom=${today}`,
    questions: questions.map((report) => ({ href: `/statistik/${report}`, question: questionOf(report) })),
    reports: reports.map(({ id, kind, year }) => ({
      href: `/namnden/berattelse/${id}`,
      title: codedHeading(reportDocumentType, { kind, year }) ?? reportDocumentType.words.one,
    })),
    year: Number(today.slice(0, 4)) - 1,
  };
}
