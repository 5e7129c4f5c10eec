import type { CaseReader } from '#case-service/case-reader';
import type { Relatives } from '#case-view/kin';
import type { Actor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { caseView } from './case-view.js';
import type { People } from './people.js';

/** A case as it is shown to one person, with its related cases. The access is logged first. */
export class ShownCase {
  constructor(
    private readonly reader: CaseReader,
    private readonly relatives: Relatives,
    private readonly register: OrganisationRegister,
    private readonly people: People,
  ) {}

  /** @throws Refusal notFound */
  async of(actor: Actor, id: string, route: string): Promise<ReturnType<typeof caseView>> {
    const opened = await this.reader.open(actor, id, route);
    const kin = await this.relatives.of(actor, opened.state, opened.now, route);
    return caseView(opened, actor, this.register, await this.people.all(), kin);
  }
}
