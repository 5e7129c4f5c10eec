import type { Core } from '#case-service/core';
import { uuidOf } from '#domain/ids';
import { personActor } from '#domain/org/actor';
import { importLines } from '#importing/importer';
import { ensureMunicipality } from './first-start.js';
import { recordLogReviews } from './log-reviews.js';
import { people } from './municipality.js';
import { recordRisks } from './risks-002.js';
import { recordStated } from './stated-2023.js';
import { tellStories } from './tell.js';
import { rowsOf2023 } from './year-rows.js';

/** Divisions that have attested 2023; the third has not, and its empty cells stay empty (document 002). */
const attesting = ['iof', 'smf'] as const;

export interface DemoLoaded {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly told: number;
}

/**
 * The fictional municipality: its organisation and people, document 002's complaints and Lex Sarah of 2023 as single cases, and some dozens of cases in work.
 * May be run at every start: what is there is left as it is.
 */
export async function loadDemo(core: Core): Promise<DemoLoaded> {
  const firstStart = await ensureMunicipality(core);
  const { imported, alreadyThere, refused } = await importLines(
    core,
    rowsOf2023().map((value, n) => ({ line: n + 1, value })),
  );
  if (refused.length > 0) throw new Error(`the demo year was refused: line ${refused[0]?.line}, ${refused[0]?.reasons.join('; ')}`);
  for (const division of attesting) await attest(core, division);
  await recordStated(core);
  const told = await tellStories(core, firstStart);
  await recordRisks(core, firstStart);
  await recordLogReviews(core, firstStart);
  return { imported, alreadyThere, told };
}

async function attest({ cases }: Core, division: string): Promise<void> {
  const head = people.find((person) => person.posts.some((post) => post.role === 'avdelningschef' && post.unit === division));
  if (head === undefined) throw new Error(`nobody heads ${division}`);
  await cases.attest(
    personActor(head.id, head.posts),
    { unit: division, from: '2023-01-01', to: '2024-01-01', kinds: null },
    { commandId: uuidOf('demo', 'attest', division, 2023) },
  );
}
