import type { ConversionReason, ConversionWay } from '../../codes/conversion.js';
import type { Kind } from '../../codes/kinds.js';
import type { Post } from '../../org/holders.js';
import type { ExistingCase } from '../case.js';
import type { By } from './process.js';

/** The kind as the law distinguishes it: a deviation is judged under social law or under health care, never both in one case. */
export type Nature = 'complaint' | 'social' | 'care' | 'lexSarah' | 'lexMaria';

export const natureOf = (kind: Kind, lawAreas: readonly string[] | null): Nature =>
  kind !== 'deviation' ? kind : (lawAreas ?? []).includes('HSL') ? 'care' : 'social';

interface Conversion {
  readonly from: Nature;
  readonly to: Nature;
  /** How the two cases are linked; the first is the default. */
  readonly ways: readonly ConversionWay[];
  readonly why: readonly ConversionReason[];
  readonly by: readonly By[];
}

const chiefs = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef'] as const;
const quality: readonly By[] = ['handler', ...chiefs, 'sas', 'lexSarahUtredare', 'mas', 'mar', 'verksamhetschefHsl'];
const social: readonly By[] = ['handler', ...chiefs, 'sas', 'lexSarahUtredare', 'mas', 'mar'];
const care: readonly By[] = ['mas', 'mar', 'verksamhetschefHsl', 'anmalningsansvarig', 'socialchef'];
const raised = ['raised'] as const;
const otherLaw = ['otherLaw', 'raised'] as const;

/** Which case may become which (docs/law/conversions.md). Anything else is refused, with what to do instead. */
export const conversions: readonly Conversion[] = [
  { from: 'complaint', to: 'social', ways: ['convertedFrom', 'raisedFrom'], why: raised, by: quality },
  { from: 'complaint', to: 'care', ways: ['convertedFrom', 'raisedFrom'], why: raised, by: quality },
  { from: 'complaint', to: 'lexSarah', ways: ['convertedFrom', 'raisedFrom'], why: raised, by: social },
  { from: 'social', to: 'lexSarah', ways: ['convertedFrom', 'raisedFrom'], why: raised, by: social },
  { from: 'social', to: 'care', ways: ['sibling'], why: otherLaw, by: quality },
  { from: 'care', to: 'social', ways: ['sibling'], why: otherLaw, by: quality },
  { from: 'care', to: 'lexSarah', ways: ['sibling'], why: otherLaw, by: quality },
  { from: 'care', to: 'lexMaria', ways: ['convertedFrom'], why: raised, by: care },
  // A lex Sarah is dismissed by the roles named here alone, never by the unit's own manager; the report stays, with its position (docs/law/lex-sarah.md#who-decides).
  { from: 'lexSarah', to: 'social', ways: ['convertedFrom'], why: ['downgraded'], by: ['sas', 'lexSarahUtredare', 'decider'] },
  { from: 'lexSarah', to: 'care', ways: ['sibling'], why: otherLaw, by: ['handler', 'sas', 'lexSarahUtredare', 'socialchef', 'mas', 'mar'] },
  { from: 'lexMaria', to: 'lexSarah', ways: ['sibling'], why: otherLaw, by: [...care, 'handler', 'sas'] },
];

/** The conversion from one to the other; null where there is none. */
export const conversionOf = (from: Nature, to: Nature): Conversion | null => conversions.find((row) => row.from === from && row.to === to) ?? null;

/** Does one of these posts let a person make the one of the other? Asked before there is a case; the conversion itself asks again, of the case. */
export const isMadeBy = (from: Nature, to: Nature, posts: readonly Pick<Post, 'role'>[]): boolean =>
  posts.some(({ role }) => conversionOf(from, to)?.by.includes(role) === true);

/** What to do instead, Swedish. */
export function wayRound(from: Nature, to: Nature): string {
  if (to === 'complaint') return 'Ett klagomål tas emot för sig. Registrera det som ett eget ärende';
  if (to === 'lexMaria' && from !== 'lexMaria') return 'En lex Maria kommer ur en avvikelse enligt HSL. Gör först en avvikelse enligt HSL av det här ärendet';
  if (from === 'lexMaria' && (to === 'care' || to === 'social')) return 'Bedöm om utfallet i det här ärendet, med skäl. Avvikelsen som det kom ur finns kvar';
  if (from === to) return 'Ärendet är redan av det slaget';
  return 'Det här slaget av ärende kan inte bli det andra';
}

/** The case of that nature that this case has given rise to already; null where there is none. A complaint may give rise to one deviation per side of the law. */
export const alreadyBecame = (state: ExistingCase, to: Nature): string | null =>
  state.lineage.convertedTo.find((child) => natureOf(child.to, child.lawAreas) === to)?.child ?? null;
