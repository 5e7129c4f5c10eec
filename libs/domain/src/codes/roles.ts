import type { Code, CodeOf } from './code.js';

/** Roles keep their Swedish names in ASCII: they are titles, not words to translate. */
export const roles = [
  { code: 'medarbetare', label: 'Medarbetare' },
  { code: 'enhetschef', label: 'Enhetschef' },
  { code: 'avdelningschef', label: 'Avdelningschef' },
  { code: 'verksamhetschef', label: 'Verksamhetschef' },
  { code: 'verksamhetschefHsl', label: 'Verksamhetschef enligt HSL' },
  { code: 'mas', label: 'Medicinskt ansvarig sjuksköterska (MAS)' },
  { code: 'mar', label: 'Medicinskt ansvarig för rehabilitering (MAR)' },
  { code: 'sas', label: 'Socialt ansvarig samordnare (SAS)' },
  { code: 'lexSarahUtredare', label: 'Lex Sarah-utredare' },
  { code: 'analysledare', label: 'Analysledare (händelseanalys)' },
  { code: 'anmalningsansvarig', label: 'Anmälningsansvarig lex Maria' },
  { code: 'socialchef', label: 'Socialchef' },
  { code: 'utskott', label: 'Utskott' },
  { code: 'namnd', label: 'Nämnd' },
  { code: 'controller', label: 'Kvalitetscontroller' },
  { code: 'registrator', label: 'Registrator' },
  { code: 'dso', label: 'Dataskyddsombud' },
  { code: 'systemforvaltare', label: 'Systemförvaltare' },
  { code: 'utforare', label: 'Extern utförare' },
  { code: 'avtal', label: 'Avtalsuppföljare' },
  { code: 'system', label: 'Systemet' },
] as const satisfies readonly Code[];
export type Role = CodeOf<typeof roles>;

/** Roles of politicians: they decide and are told, and neither handle cases nor present them. */
export const elected: readonly Role[] = ['utskott', 'namnd'];

/** To whom a role's overdue duty is escalated; null at the top. A municipality may have another ladder. */
export type Ladder = { readonly [R in Role]: Role | null };

export const defaultLadder: Ladder = {
  medarbetare: 'enhetschef',
  enhetschef: 'avdelningschef',
  avdelningschef: 'socialchef',
  verksamhetschef: 'socialchef',
  verksamhetschefHsl: 'socialchef',
  mas: 'verksamhetschefHsl',
  mar: 'verksamhetschefHsl',
  sas: 'socialchef',
  lexSarahUtredare: 'sas',
  analysledare: 'verksamhetschefHsl',
  anmalningsansvarig: 'verksamhetschefHsl',
  socialchef: 'namnd',
  utskott: 'namnd',
  namnd: null,
  controller: 'socialchef',
  registrator: 'socialchef',
  dso: 'namnd',
  systemforvaltare: 'socialchef',
  utforare: 'avtal',
  avtal: 'avdelningschef',
  system: null,
};

export function nextChief(role: Role, ladder: Ladder = defaultLadder): Role | null {
  return ladder[role];
}
