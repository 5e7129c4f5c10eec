import { randomUUID } from 'node:crypto';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { confirm, employ, execute, type Fresh, importComplaint, reportComplaint } from './read-side.js';
import { people } from './scenario.js';

/** The same numbers in each run for a seed (mulberry32), so that a failure can be repeated. */
export function dice(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const units = ['afs-norra', 'afs-sodra', 'iof-barn', null] as const;
const sources = ['serviceUserOrGuardian', 'relative', 'resident', 'staff', null] as const;
const types = ['complaint', 'complaint', 'opinion', 'praise'] as const;

/** Cases of many kinds by the command service, some moved, corrected, classified, cancelled, all in 2025; returns their ids. */
export async function crowd(core: Fresh, cases: number, roll: () => number): Promise<readonly string[]> {
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const ids: string[] = [];
  await employ(core);
  for (let n = 0; n < cases; n += 1) {
    const receivedAt = `2025-${String(1 + Math.floor(roll() * 12)).padStart(2, '0')}-15T10:00:00.000Z`;
    const categories = complaintCategories.filter(({ code }) => code !== 'other' && roll() < 0.2).map(({ code }) => code);
    if (roll() < 0.3) {
      ids.push(
        await importComplaint(core, {
          receivedAt,
          unit: one(units),
          source: one(sources),
          opinionType: one(types),
          categories: roll() < 0.2 ? null : categories,
        }),
      );
      continue;
    }
    const { id } = await reportComplaint(
      core,
      { receivedAt, unit: one(units), source: one(sources) ?? 'resident', opinionType: one(types), categories, lawAreas: roll() < 0.3 ? ['HSL'] : ['SoL'] },
      one([people.registrar, people.manager, people.carer]),
    );
    ids.push(id);
    // Commands that the case does not allow are refused, and change nothing.
    const attempt = (command: Parameters<typeof execute>[2], who = people.registrar) => execute(core, id, command, who).catch(() => undefined);
    if (roll() < 0.5) await attempt({ type: 'ClassifyCase', categories: [one(complaintCategories.slice(0, 8)).code], lawAreas: ['SoL'] }, people.director);
    if (roll() < 0.3) await attempt({ type: 'MoveToUnit', unit: one(units.slice(0, 3)), why: one(['wrongUnit', 'reorganisation']), reasons: 'Hör dit.' });
    if (roll() < 0.3) await attempt({ type: 'AssignCase', person: one([people.manager, people.otherManager]).person }, people.director);
    if (roll() < 0.2) await attempt({ type: 'AnswerConflict', answer: 'exists', reasons: 'Släkt.' }, people.manager);
    if (roll() < 0.1) {
      await attempt({ type: 'CancelCase', reason: 'wronglyRegistered', second: people.director.person, text: 'Fel.' });
      await confirm(core, id, people.director).catch(() => undefined);
    }
  }
  return ids;
}

/** A random commandId for tests that need none of their own. */
export const anyCommand = () => ({ commandId: randomUUID() });
