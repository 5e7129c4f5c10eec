import { elected } from '../../codes/roles.js';
import type { Lack } from '../../errors.js';
import { personActor } from '../../org/actor.js';
import { rolesOver } from '../../org/roles-over.js';
import type { RecordContext } from '../../records/record-command.js';

/** The owner works in the unit, or answers for it from above: others can't see that it is done. Politicians are told of what is done. */
export function ownerLacks(command: string, owner: string, unit: string, { people, organisation, today }: RecordContext): readonly Lack[] {
  const posts = people.find(({ id }) => id === owner)?.posts ?? [];
  return rolesOver(personActor(owner, posts), unit, organisation, today).some((role) => !elected.includes(role))
    ? []
    : [{ field: `${command}.owner`, text: 'Den ansvariga ska arbeta i enheten eller svara för den' }];
}

export const ownerForm = { label: 'Vem ansvarar för att det blir gjort?', of: 'person' as const };
