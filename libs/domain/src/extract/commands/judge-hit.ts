import { Lacking } from '../../lacks.js';
import { hitShape } from '../events/hit.schema.js';
import { hitJudged } from '../events/hit-judged.js';
import { defineExtractCommand, isOpen, type JudgedPassage } from '../extract.js';
import { extractors } from '../who.js';

/** Keeps what a person has judged about every line of one hit; judged again, the later judgement stands. */
export const judgeHit = defineExtractCommand({
  name: 'JudgeHit',
  input: hitShape,
  who: extractors,
  title: 'Granska en träff',
  button: 'Spara granskningen',
  form: {},
  onPageOfItsOwn: true,
  refers: ({ family, of }) => [`${family}/${of}`],
  offered: isOpen,
  decide(_extract, { family, of, passages, mayTell }) {
    const open = { family, of, passages, mayTell };
    const places = open.passages.map(({ event, words, part }) => `${event}/${words}/${part}`);
    new Lacking('JudgeHit')
      .need(new Set(places).size === places.length, 'passages', 'Samma uppgift är med två gånger')
      .need(open.passages.every(isWithin), 'passages', 'Det som utelämnas inom en uppgift ska ha en regel, och varje del anges för sig')
      .orRefuse();
    return [hitJudged.of(open)];
  },
});

/** What is left out within a line is left out by a rule, part after part. */
const isWithin = ({ choice, spans }: JudgedPassage): boolean =>
  spans === null || (choice !== 'give' && choice !== 'other' && spans.every(({ from, to }, n) => from < to && (n === 0 || from >= (spans[n - 1]?.to ?? 0))));
