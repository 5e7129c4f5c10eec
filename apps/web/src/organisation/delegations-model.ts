import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { kinds } from '#domain/codes/kinds';
import { roles } from '#domain/codes/roles';
import { delegatedIn } from '#domain/org/delegations';
import type { IvoKind } from '#domain/org/settings';
import { organisationTexts } from '#text/organisation';
import { longDate } from '#ui/deadline';
import type { Known } from './change-fields.js';
import type { DelegationsPageProps } from './delegations.page.js';

const texts = organisationTexts.delegations;
export const ivoKinds: readonly IvoKind[] = ['lexSarah', 'lexMaria'];

export const decisionOn = (kind: IvoKind): string => texts.of(inSentence(labelOf(kinds, kind)));

/** For each kind who decides: each role with its points of today and later, one without a point, or the board. */
export function delegationsOf({ organisation: { settings }, today }: Known, mayChange: boolean): DelegationsPageProps {
  const registered = delegatedIn(settings.delegations).filter(({ to }) => to === null || to > today);
  const rows = ivoKinds.flatMap((kind) => {
    const what = decisionOn(kind);
    const deciders = settings.ivoDecider[kind];
    const none = { what, point: texts.noPoint, decision: '', from: '', to: '', end: null };
    if (deciders.length === 0) return [{ ...none, key: kind, role: texts.board, point: '' }];
    const others = registered.map(({ role }) => role).filter((role) => !deciders.includes(role));
    return [...new Set([...deciders, ...others])].flatMap((role) => {
      const own = registered.filter((one) => one.kind === kind && one.role === role);
      const said = settings.delegationPoint[kind][role];
      const label = labelOf(roles, role);
      if (own.length === 0) return deciders.includes(role) ? [{ ...none, key: `${kind} ${role}`, role: label, point: said ?? texts.noPoint }] : [];
      return own.map(({ point, decision, from, to }) => ({
        key: `${kind} ${role} ${from}`,
        what,
        role: label,
        point,
        decision,
        from: longDate(from),
        to: to === null ? '' : longDate(to),
        end: to === null ? `/organisation/andra/endDelegation?${new URLSearchParams({ delegation: `${kind}@${role}` })}` : null,
      }));
    });
  });
  return { rows, mayChange };
}
