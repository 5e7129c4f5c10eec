import type { OpenedCase } from '#case-service/case-reader';
import { maySeeWords } from '#domain/case/policy';
import { clausesOf, seenOf, sees, visible } from '#domain/case/visible';
import type { Role } from '#domain/codes/roles';
import { type Actor, personActor } from '#domain/org/actor';
import type { Holder } from '#domain/org/holders';
import type { Organisation } from '#domain/org/units';

/** A post, or a part in the case, by which somebody sees it. */
export interface Viewer {
  readonly by: Role | 'handler' | 'reporter';
  /** Code of the unit the post is held over; null for a part in the case. */
  readonly unit: string | null;
  readonly persons: number;
  /** They read what people have written, not codes alone. */
  readonly words: boolean;
}

/**
 * Who sees a case: found by asking the policy itself of each post that is held today, never from a list beside it. Posts and numbers,
 * never who; those shut out by a conflict of interest are not in it.
 */
export function whoSees(
  { state, became }: Pick<OpenedCase, 'state' | 'became'>,
  holders: readonly Holder[],
  organisation: Organisation,
  today: string,
): readonly Viewer[] {
  const seen = seenOf(state, became);
  const handlers = [seen, ...seen.became].map(({ handler }) => handler);
  const found = new Map<string, { readonly by: Viewer['by']; readonly unit: string | null; readonly persons: Set<string>; words: boolean }>();
  const add = (by: Viewer['by'], unit: string | null, actor: Actor) => {
    const key = `${by}@${unit ?? ''}`;
    const row = found.get(key) ?? { by, unit, persons: new Set<string>(), words: false };
    row.persons.add(actor.id);
    row.words = row.words || maySeeWords(actor, state, organisation, today, became);
    found.set(key, row);
  };
  for (const { id, posts } of holders) {
    const actor = personActor(id, posts);
    if (!sees(visible(actor, organisation, today), seen)) continue;
    if (handlers.includes(id)) add('handler', null, actor);
    if (seen.reporter === id) add('reporter', null, actor);
    for (const post of posts) {
      const clauses = clausesOf(post, id, organisation, today);
      if (sees({ clauses, carried: clauses, notBarred: id }, seen)) add(post.role, post.unit, personActor(id, [post]));
    }
  }
  return [...found.values()].map(({ persons, ...row }) => ({ ...row, persons: persons.size }));
}
