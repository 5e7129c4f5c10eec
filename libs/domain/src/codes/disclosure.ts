import type { Code, CodeOf } from './code.js';

/** Who gets a print of a case, by their relation to it; never who they are. */
export const disclosureRecipients = [
  { code: 'party', label: 'Den som är part i ärendet' },
  { code: 'guardian', label: 'Vårdnadshavare, god man eller förvaltare för en part' },
  { code: 'representative', label: 'Ombud med fullmakt' },
  { code: 'authority', label: 'En annan myndighet' },
  { code: 'other', label: 'Någon annan som har begärt handlingen' },
] as const satisfies readonly Code[];
export type DisclosureRecipient = CodeOf<typeof disclosureRecipients>;

export interface SecrecyRule extends Code {
  /** As it is printed where a passage is left out. */
  readonly law: string;
}

/**
 * Why a passage is left out: the rules for such cases (docs/law/access.md#secrecy), and what limits a party's own
 * right. Whether one applies is a person's judgement. OSL (2009:400) was read as of May 2024.
 */
export const secrecyRules = [
  { code: 'socialServices', law: 'OSL 26 kap. 1 §', label: 'OSL 26 kap. 1 §: någons personliga förhållanden, socialtjänst och LSS' },
  { code: 'healthCare', law: 'OSL 25 kap. 1 §', label: 'OSL 25 kap. 1 §: någons hälsa eller personliga förhållanden, hälso- och sjukvård' },
  { code: 'toldByAnother', law: 'OSL 26 kap. 5 §', label: 'OSL 26 kap. 5 §: vad en enskild har anmält om någon, vid fara för våld eller annat allvarligt men' },
  { code: 'partyWeighty', law: 'OSL 10 kap. 3 §', label: 'OSL 10 kap. 3 §: hos en part, när det är av synnerlig vikt att uppgiften inte röjs' },
] as const satisfies readonly SecrecyRule[];
export type SecrecyRuleCode = CodeOf<typeof secrecyRules>;
