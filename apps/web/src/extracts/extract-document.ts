import type { OpenedRecord } from '#case-service/record-reader';
import type { CaseDocument, Section } from '#documents/case-document';
import { secrecyRules } from '#domain/codes/disclosure';
import { dayInWords } from '#domain/days';
import type { Extract, JudgedPassage } from '#domain/extract/index';
import { extractTexts as said } from '#text/extract';
import { longDate } from '#ui/deadline';
import { withoutSpans } from '../disclosure/marked.js';
import { boardOf, type Hit } from './extract-model.js';
import { judgedOf } from './judgement.js';

/** The extract: who it is for, what is given out, what law lets be said of the rest, and what the law wants told (GDPR art. 15.1). The same choices on the same day are the same file. */
export function extractDocument(opened: OpenedRecord, hits: readonly Hit[]): CaseDocument {
  const { state, standing, now, today } = opened;
  const board = boardOf(opened);
  const found = hits.flatMap(sectionOf);
  const fact = (term: string, text: string | undefined) => (text === undefined ? [] : [{ term, text }]);
  return {
    title: said.document,
    about: said.about(state.number),
    facts: [
      ...fact(said.to, standing['person']),
      ...fact(said.personalNumber, standing['personalNumber']),
      ...fact(said.received, dayInWords((state as Extract).receivedOn)),
      ...fact(said.board, board),
    ],
    sections: [
      { heading: said.introTitle, lead: found.length === 0 ? said.nothing : said.intro },
      ...found,
      // Always there, so that it tells nothing by being there.
      { heading: said.secrecyTitle, lead: said.secrecy(board) },
      { heading: said.lawTitle, passages: said.law.map(([heading, text]) => ({ heading, text })) },
    ],
    foot: `${state.number}, ${longDate(now)}`,
    day: today,
  };
}

/** What is given out of a hit; nothing where nothing is, and where the extract may not even show that something is left out. */
function sectionOf(hit: Hit): readonly Section[] {
  const lines = hit.passages.flatMap((passage) => {
    const text = textOf(passage.text, judgedOf(hit.judged, passage), hit.judged?.mayTell === true);
    return text === null ? [] : [{ ...passage, text }];
  });
  if (lines.length === 0) return [];
  const groups = [...new Set(lines.map(({ event, words }) => `${event} ${words}`))].map((group) =>
    lines.filter(({ event, words }) => `${event} ${words}` === group),
  );
  const passages = groups.map((group) => {
    const [{ section = '', heading = '' } = {}] = group;
    return { heading: heading === '' ? section : `${section}: ${heading}`, text: group.map(({ text }) => text).join('\n') };
  });
  return [{ heading: `${hit.number}, ${hit.what}`, passages }];
}

function textOf(text: string, judged: JudgedPassage | undefined, mayTell: boolean): string | null {
  if (judged === undefined || judged.choice === 'other') return null;
  if (judged.choice === 'give') return text;
  const leftOut = said.leftOut(secrecyRules.find(({ code }) => code === judged.choice)?.law ?? judged.choice);
  if (judged.spans !== null) return withoutSpans(text, judged.spans, mayTell ? `[${leftOut}]` : '');
  return mayTell ? leftOut : null;
}
