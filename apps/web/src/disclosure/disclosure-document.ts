import type { OpenedCase } from '#case-service/case-reader';
import type { CaseDocument, Section } from '#documents/case-document';
import { labelOf } from '#domain/codes/code';
import { disclosureRecipients, secrecyRules } from '#domain/codes/disclosure';
import { stockholmDate } from '#domain/law/calendar';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { disclosureTexts as said } from '#text/disclosure';
import { longDate } from '#ui/deadline';
import { secrecyText } from '#ui/secrecy-mark';
import { terms } from '../case/case-sections.js';
import type { ChosenPassage, DisclosureChoice } from './disclosure-choice.js';
import { withoutSpans } from './marked.js';

/** The print: only what was chosen, each line as it was written or with the rule by which it is left out. The same choice on the same day is the same file. */
export function disclosureDocument({ state, now }: OpenedCase, { to, passages }: DisclosureChoice, register: OrganisationRegister): CaseDocument {
  const day = stockholmDate(now);
  const board = register.organisation.rootOf(state.desc.unit ?? '', day)?.name ?? null;
  return {
    title: said.document,
    about: state.number,
    facts: terms([
      ['Sekretess', state.diary.secrecy ? secrecyText : null],
      ['Diarienummer', state.diary.number],
      ['Nämnd', board],
      [said.receiver, to === null ? null : labelOf(disclosureRecipients, to)],
    ]),
    sections: [
      ...sectionsOf(passages),
      ...(passages.some(({ rule }) => rule !== null) ? [{ heading: said.refusalTitle, lead: said.refusal(board ?? said.board) }] : []),
    ],
    foot: `${state.diary.secrecy ? 'Sekretessmarkerat. ' : ''}${state.number}, utdrag ${longDate(now)}`,
    day,
  };
}

/** Lines of the same words are together; a line that is left out is shown as such, so that one sees how much is missing. */
function sectionsOf(passages: readonly ChosenPassage[]): readonly Section[] {
  const events = [...new Set(passages.map(({ event }) => event))];
  return events.map((event) => {
    const mine = passages.filter((row) => row.event === event);
    const names = [...new Set(mine.map(({ words }) => words))];
    return {
      heading: mine[0]?.section ?? '',
      passages: names.map((name) => {
        const lines = mine.filter(({ words }) => words === name);
        const heading = lines[0]?.heading ?? '';
        return { ...(heading === '' ? {} : { heading }), text: lines.map(textOf).join('\n') };
      }),
    };
  });
}

function textOf({ text, rule, spans }: ChosenPassage): string {
  if (rule === null) return text;
  const leftOut = said.leftOut(secrecyRules.find(({ code }) => code === rule)?.law ?? rule);
  return spans === null ? leftOut : withoutSpans(text, spans, `[${leftOut}]`);
}
