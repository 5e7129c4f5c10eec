import type { Relatives } from '#case-view/kin';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Tx } from '#platform/database';
import { CasePageModel } from '../case/case-page-model.js';
import { DecisionPageModel } from '../decision/decision-page-model.js';

/** What the pages of a case are made of. */
export class CaseModels {
  readonly page: CasePageModel;
  readonly decision: DecisionPageModel;

  constructor(database: Tx, register: OrganisationRegister, relatives: Relatives) {
    this.page = new CasePageModel(database, register, relatives);
    this.decision = new DecisionPageModel(database, register);
  }
}
