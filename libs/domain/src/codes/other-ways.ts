import type { Code, CodeOf } from './code.js';

/** A matter that the law handles outside the case: answering the complaint never settles it. */
export interface OtherWay extends Code {
  /** As printed; null where no text has been read that makes it the municipality's duty. */
  readonly law: string | null;
  /** What is to be done, in one sentence. */
  readonly must: string;
  /** The municipality passes it on itself and does not only point to the right place. */
  readonly passedOn: boolean;
}

/**
 * What somebody's words may hold beside the case (docs/law/other-ways.md). Read in FL (2017:900) 37–38, 43–46 §§,
 * SoL (2025:400) 19 kap. 1 § and arbetsmiljölagen (1977:1160) 3 kap. 2 a och 3 a §§. No law obliges the municipality to report to the
 * police or to handle a claim for damages here; both are recorded so that they are not forgotten.
 */
export const otherWays = [
  {
    code: 'appeal',
    label: 'Överklagande av ett beslut',
    law: 'FL 43–46 §§',
    must: 'Lämna det vidare till den som meddelade beslutet, med dagen då det kom in. Den myndigheten prövar om det kom in i tid och överlämnar det skyndsamt till domstolen.',
    passedOn: true,
  },
  {
    code: 'reconsideration',
    label: 'Begäran om att ett beslut ändras',
    law: 'FL 37–38 §§',
    must: 'Lämna begäran vidare till den som meddelade beslutet.',
    passedOn: true,
  },
  {
    code: 'concernForChild',
    label: 'Oro för ett barn',
    law: 'SoL (2025:400) 19 kap. 1 §',
    must: 'Anmäl genast till socialnämnden. Anmälan görs i socialtjänstens eget system, inte här.',
    passedOn: true,
  },
  {
    code: 'workEnvironment',
    label: 'Arbetsmiljö: någon i personalen är utsatt eller skadad',
    law: 'Arbetsmiljölagen 3 kap. 2 a och 3 a §§',
    must: 'Lämna det till arbetsgivarens eget arbetsmiljöarbete. Svårare skador och allvarliga tillbud anmäls utan dröjsmål till Arbetsmiljöverket.',
    passedOn: true,
  },
  {
    code: 'police',
    label: 'Misstanke om brott',
    law: null,
    must: 'Ta ställning till en polisanmälan. Den som är utsatt kan alltid själv anmäla. Sekretessen prövas först.',
    passedOn: false,
  },
  {
    code: 'damages',
    label: 'Krav på skadestånd',
    law: null,
    must: 'Lämna kravet till kommunens skadereglering, och säg det till den som begär ersättning.',
    passedOn: false,
  },
] as const satisfies readonly OtherWay[];
export type OtherWayCode = CodeOf<typeof otherWays>;
export const otherWayOf = (code: OtherWayCode): OtherWay => otherWays.find((row) => row.code === code) as OtherWay;

/** What is done about it. */
export const otherWaySteps = [
  { code: 'found', label: 'Upptäckt, inte lämnat vidare än' },
  { code: 'passedOn', label: 'Lämnat vidare' },
  { code: 'told', label: 'Den som hörde av sig har fått veta vart man vänder sig' },
  { code: 'mistaken', label: 'Det var inte så' },
] as const satisfies readonly Code[];
export type OtherWayStep = CodeOf<typeof otherWaySteps>;

/** Who receives it: an authority or a function, never a person. */
export const otherWayReceivers = [
  { code: 'decidingAuthority', label: 'Den som meddelade beslutet' },
  { code: 'socialServices', label: 'Socialtjänstens mottagning' },
  { code: 'employer', label: 'Arbetsgivaren: chef, HR och skyddsombud' },
  { code: 'workEnvironmentAuthority', label: 'Arbetsmiljöverket' },
  { code: 'police', label: 'Polisen' },
  { code: 'claims', label: 'Kommunens skadereglering' },
  { code: 'sender', label: 'Den som hörde av sig' },
] as const satisfies readonly Code[];
export type OtherWayReceiver = CodeOf<typeof otherWayReceivers>;
