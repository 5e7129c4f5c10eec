import { askedIn, choicesIn } from '#case-view/asked';
import type { ExistingCase } from '#domain/case/case';
import type { PublicCommand } from '#domain/case/commands.schema';
import { holdsFor } from '#domain/case/conditions';
import type { Draft } from '#event-store/drafts';
import { type Letter, letters, letterTexts } from '#text/letters';
import type { StartersProps } from '#ui/starters';

type Name = PublicCommand['type'];

/** The command whose text a letter is begun in. */
const giving = 'GiveFeedback' satisfies Name;

interface Begun {
  readonly starters: StartersProps | null;
  /** The fields that the chosen letter fills in. */
  readonly begun: Readonly<Record<string, string>>;
}
const none: Begun = { starters: null, begun: {} };

/** The letters that the form may be begun with in this case, and what the chosen one fills in. None where the person has a draft: it is not written over. */
export function lettersFor(name: Name, state: ExistingCase, code: string | null, draft: Draft | undefined): Begun {
  if (name !== giving || draft !== undefined || !askedIn(name, state).includes('text')) return none;
  const whats = choicesIn(name, 'what', state, state.desc.receivedAt.slice(0, 10), []);
  const offered = letters.filter(({ when, what }) => holdsFor(when, state) && (whats === null || whats.includes(what)));
  if (offered.length === 0) return none;
  const chosen = offered.find((letter) => letter.code === code);
  const hrefOf = (letter: Letter) => `/arende/${state.id}?gor=${giving}&mall=${letter.code}#k-${giving}`;
  return {
    starters: {
      says: letterTexts.begin,
      hint: chosen === undefined ? letterTexts.hint : `${letterTexts.hint} Texten bygger på: ${chosen.source}.`,
      links: offered.map((letter) => ({ href: hrefOf(letter), text: letter.title, current: letter === chosen })),
    },
    begun: chosen === undefined ? {} : { what: chosen.what, text: chosen.text },
  };
}
