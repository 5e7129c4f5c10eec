import type { OpenedCase } from '#case-service/case-reader';
import { whoSees } from '#case-view/who-sees';
import { labelOf } from '#domain/codes/code';
import { roles } from '#domain/codes/roles';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { unitName } from '../frame/unit-name.js';

const parts = { handler: 'Den som handlägger', reporter: 'Den som rapporterade' } as const;

/** Who sees the case, a line per post: by the policy itself, in words, without names. */
export function viewersOf(opened: Pick<OpenedCase, 'state' | 'became'>, register: OrganisationRegister, today: string): readonly string[] {
  return whoSees(opened, register.holders(today), register.organisation, today).map(({ by, unit, persons, words }) => {
    const who = by === 'handler' || by === 'reporter' ? parts[by] : `${labelOf(roles, by)}, ${unitName(register.organisation, unit, today)}`;
    return `${who}${unit === null ? '' : persons === 1 ? ' (en person)' : ` (${persons} personer)`}: ${words ? 'läser allt' : 'ser koder och datum, inte vad människor har skrivit'}`;
  });
}
