import type { OpenedCase } from '#case-service/case-reader';
import { isLeftTo } from '#case-view/commands-for';
import { labelOf } from '#domain/codes/code';
import { disclosureRecipients } from '#domain/codes/disclosure';
import type { Actor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { disclosureTexts as said } from '#text/disclosure';
import { longMoment } from '#ui/deadline';
import type { CasePageProps } from './case.page.js';

/** The prints of a case, for one who may give one out. */
export function disclosedOf({ state, mayRead }: OpenedCase, actor: Actor, register: OrganisationRegister, today: string): CasePageProps['disclosed'] {
  if (!mayRead || !isLeftTo(actor, { type: 'DiscloseFromCase' }, state, register.organisation, today)) return null;
  return {
    href: `/arende/${state.id}/utlamna`,
    lines: state.documents.disclosures.map(({ at, to, leftOut, document }) => ({
      href: `/arende/${state.id}/bilaga/${document}`,
      text: said.line(labelOf(disclosureRecipients, to), longMoment(at), leftOut),
    })),
  };
}
