import type { Core } from '#case-service/core';
import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { importLines } from '#importing/importer';
import { recordChangeAnalyses } from './change-analyses.js';
import { ensureMunicipality } from './first-start.js';
import { recordLogReviews } from './log-reviews.js';
import { people, units } from './municipality.js';
import { otherYearRows } from './other-year-rows.js';
import { recordProcesses } from './processes-002.js';
import { recordReports } from './reports-2023.js';
import { recordReviews } from './reviews-002.js';
import { recordRisks } from './risks-002.js';
import { recordSelfChecks, recordUnitsChecks } from './self-checks-002.js';
import { recordStated } from './stated-2023.js';
import { recordSurveys } from './surveys-002.js';
import { tellStories } from './tell.js';
import { rowsOf2023 } from './year-rows.js';

/**
 * Who has attested which years. Of 2023 the third division has not, and its empty cells stay empty (document 002). Of 2024 and 2025 it has done so unit by
 * unit, one of them not yet; of 2022 smf never did. The year of the first start is left to those who try the demo.
 */
const attesting: Readonly<Record<number, readonly string[]>> = {
  2022: ['iof', 'afs'],
  2023: ['iof', 'smf'],
  2024: ['iof', 'smf', ...unitsOfAfs(['afs-hemtjanst-sodra'])],
  2025: ['iof', 'smf', ...unitsOfAfs(['afs-hemtjanst-sodra', 'afs-daglig-verksamhet'])],
};

function unitsOfAfs(without: readonly string[]): readonly string[] {
  return units.filter(({ code, parent }) => parent === 'afs' && !without.includes(code)).map(({ code }) => code);
}

export interface DemoLoaded {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly told: number;
}

/**
 * The fictional municipality: its organisation and people, document 002's complaints and Lex Sarah of 2023 as single cases, the years around it, and some dozens of cases in work.
 * May be run at every start: what is there is left as it is.
 */
export async function loadDemo(core: Core): Promise<DemoLoaded> {
  const firstStart = await ensureMunicipality(core);
  const rows = [...rowsOf2023(), ...otherYearRows(stockholmDate(firstStart))];
  const { imported, alreadyThere, refused } = await importLines(
    core,
    rows.map((value, n) => ({ line: n + 1, value })),
  );
  if (refused.length > 0) throw new Error(`the demo’s years were refused: line ${refused[0]?.line}, ${refused[0]?.reasons.join('; ')}`);
  for (const [year, attested] of Object.entries(attesting)) for (const unit of attested) await attest(core, unit, Number(year));
  await recordStated(core);
  const told = await tellStories(core, firstStart);
  await recordProcesses(core);
  await recordRisks(core, firstStart);
  await recordSelfChecks(core, firstStart);
  await recordUnitsChecks(core, firstStart);
  await recordReviews(core, firstStart);
  await recordSurveys(core, firstStart);
  await recordReports(core, firstStart);
  await recordChangeAnalyses(core, firstStart);
  await recordLogReviews(core, firstStart);
  return { imported, alreadyThere, told };
}

/** By the chief who has the unit itself as a post. */
async function attest({ unitRegisters }: Core, unit: string, year: number): Promise<void> {
  const chief = people.find(({ posts }) => posts.some((post) => (post.role === 'avdelningschef' || post.role === 'enhetschef') && post.unit === unit));
  if (chief === undefined) throw new Error(`nobody heads ${unit}`);
  await unitRegisters.attest(
    personActor(chief.id, chief.posts),
    { unit, from: `${year}-01-01`, to: `${year + 1}-01-01`, kinds: null },
    { commandId: uuidOf('demo', 'attest', unit, year) },
  );
}
