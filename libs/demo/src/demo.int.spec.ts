import { agenda } from '#domain/case/agenda';
import type { ExistingCase } from '#domain/case/case';
import { caseIdOf } from '#domain/ids';
import { type LogReview, logReviewType } from '#domain/logreview/index';
import { type Risk, riskType } from '#domain/risk/index';
import { goldenRisks } from '../../../test/acceptance/golden-002.js';
import { emptyCore, type FreshCore } from '../../../test/support/core.js';
import { loadDemo } from './demo.js';
import { people, units } from './municipality.js';

let core: FreshCore;
let first: Awaited<ReturnType<typeof loadDemo>>;
beforeAll(async () => {
  core = await emptyCore();
  first = await loadDemo(core);
}, 120_000);
afterAll(async () => {
  await core?.close();
});

const cases = async (): Promise<ExistingCase[]> => {
  const rows = await core.database.query<{ stream: string }>("SELECT stream FROM store.events WHERE version = 1 AND starts_with(stream, 'case/')");
  return Promise.all(rows.map(async ({ stream }) => (await core.cases.load(caseIdOf(stream) as string)) as ExistingCase));
};

describe('The demo municipality', () => {
  test('is loaded once: a second start changes nothing', async () => {
    expect([first.imported > 261, first.alreadyThere]).toEqual([true, 0]);
    const position = await core.store.position();
    expect(await loadDemo(core)).toEqual({ imported: 0, alreadyThere: first.imported, told: first.told });
    expect(await core.store.position()).toBe(position);
  }, 60_000);

  test('its living cases stand in all six stages and have ended in several ways; of 2023 there are only those of document 002, of 2019 none', async () => {
    const all = await cases();
    const living = all.filter((row) => !row.receipt.imported);
    expect(all.filter((row) => row.desc.receivedAt.startsWith('2023'))).toHaveLength(261);
    expect(living.some((row) => row.desc.receivedAt.startsWith('2023'))).toBe(false);
    for (const year of ['2022', '2024', '2025']) expect([year, all.filter((row) => row.desc.receivedAt.startsWith(year)).length > 200]).toEqual([year, true]);
    expect(all.some((row) => row.desc.receivedAt.startsWith('2019'))).toBe(false);
    expect(new Set(living.map((row) => row.stage))).toEqual(
      new Set(['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed']),
    );
    expect(new Set(living.flatMap((row) => (row.end?.as !== 'closed' ? [] : [row.end.reason])))).toEqual(
      new Set(['actionsDoneAndEffectFollowed', 'continuedInOther', 'handedOver', 'handledAtOnce']),
    );
    expect(living.some((row) => row.progress.reopenings.length > 0 && row.end?.as !== 'closed')).toBe(true);
    expect(living.some((row) => row.desc.unit === null)).toBe(true);
    expect(living.some((row) => row.desc.anonymous && row.desc.answerBy === 'code')).toBe(true);
    expect(living.some((row) => row.desc.concernsChild)).toBe(true);
    const now = core.clock.now().toISOString();
    expect(living.some((row) => row.duties.some((duty) => duty.closed === null && (duty.dueAt ?? duty.targetAt ?? now) < now))).toBe(true);
    expect(living.some((row) => agenda(row).some((item) => item.do === 'askEffect' && item.at > now))).toBe(true);
  });

  test('R-231 R-232 R-234 R-239 the seven risks of document 002 stand with its values: four critical, three medium; four cases have come since', async () => {
    const streams = await core.database.query<{ id: string }>(
      "SELECT substr(stream, 6) AS id FROM store.events WHERE version = 1 AND starts_with(stream, 'risk/') ORDER BY position",
    );
    const risks = (await Promise.all(streams.map(({ id }) => core.records.load(riskType, id)))) as Risk[];
    const facts = risks.map((risk) => riskType.facts(risk).values);
    expect(facts.map(({ probability, consequence, value, level }) => [probability, consequence, value, level])).toEqual(goldenRisks);
    expect(facts.map(({ prioritised }) => prioritised)).toEqual([['2024'], ['2024'], [], [], [], [], []]);
    const actions = await core.database.query<{ serves: readonly string[] }>("SELECT open->'serves' AS serves FROM store.events WHERE type = 'ActionProposed'");
    const withAction = risks.map(({ id }) => actions.some(({ serves }) => serves.includes(`risk/${id}`)));
    // The document: “Ingen åtgärd” for the third and the fourth, which are critical.
    expect(withAction).toEqual([true, true, false, false, true, true, true]);
    expect([facts[0]?.['casesSince'], risks.every(({ assessments }) => assessments.length === 3)]).toEqual([4, true]);
  });

  test('the access log has been controlled for two months: one control is closed without remark, the other has a remark that is open', async () => {
    const streams = await core.database.query<{ id: string }>(
      "SELECT split_part(stream, '/', 2) AS id FROM store.events WHERE type = 'LogReviewPlanned' ORDER BY position",
    );
    const reviews = (await Promise.all(streams.map(({ id }) => core.records.load(logReviewType, id)))) as LogReview[];
    expect(reviews.map((review) => [logReviewType.facts(review).status, review.result?.verdict])).toEqual([
      ['closed', 'noRemark'],
      ['remark', 'remark'],
    ]);
    expect(new Set(reviews.map(({ month }) => month)).size).toBe(2);
  });

  test('has exactly one controller and one registrator, both for the whole board, and a manager for every unit', () => {
    const holders = (role: string) => people.flatMap((person) => person.posts.filter((post) => post.role === role).map((post) => post.unit));
    expect([holders('controller'), holders('registrator')]).toEqual([['namnd'], ['namnd']]);
    const codes = (level: string) =>
      units
        .filter((unit) => unit.level === level)
        .map((unit) => unit.code)
        .sort();
    expect(holders('enhetschef').sort()).toEqual(codes('unit'));
    expect(holders('avdelningschef').sort()).toEqual(codes('division'));
  });
});
