import type { VNode } from 'preact';

/** What the diary's mark of secrecy says, wherever a case or its words are shown or printed (OSL 5 kap. 5 §). */
export const secrecyText = 'Sekretessmarkerat: uppgifterna kan omfattas av sekretess (OSL 5 kap. 5 §).';

/** The mark above a case; beside its number in a list. Nothing where the diary has no mark. */
export const SecrecyMark = ({ on }: { readonly on: boolean }): VNode | null => (on ? <p class="secrecy">{secrecyText}</p> : null);
export const SecrecyTag = ({ on }: { readonly on: boolean }): VNode | null => (on ? <span class="secrecy tag">Sekretess</span> : null);
