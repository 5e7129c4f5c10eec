import type { VNode } from 'preact';

/** How a date was computed: a sentence, then what it was counted from. */
export interface WhyDateProps {
  readonly sentence: string;
  readonly terms: readonly { readonly term: string; readonly text: string }[];
}

/** Why a date is what it is, one press away; without script. */
export function WhyDate({ sentence, terms }: WhyDateProps): VNode {
  return (
    <details class="why">
      <summary>Varför detta datum?</summary>
      <p>{sentence}</p>
      <dl class="facts">{terms.flatMap(({ term, text }) => [<dt key={`${term}t`}>{term}</dt>, <dd key={term}>{text}</dd>])}</dl>
    </details>
  );
}
