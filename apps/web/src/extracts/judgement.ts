import { type ExtractChoice, extractChoices } from '#domain/codes/extracts';
import type { JudgedHit, JudgedPassage } from '#domain/extract/index';
import { copyOf, fieldOf, isPart, PART } from '../disclosure/disclosure-choice.js';
import { markedCopy, spansIn } from '../disclosure/marked.js';
import type { CasePassage } from '../disclosure/passages.js';
import { type FormBody, textOf } from '../frame/request.js';

/** The choice for every line that has none of its own, and whether the extract may show that something is left out. */
export const REST = 'rest';
export const MAY_TELL = 'mayTell';

export interface Judgement {
  readonly passages: readonly JudgedPassage[];
  readonly mayTell: boolean | null;
  /** Lines without a choice, and lines of which a part is to be left out and that say which in no way that can be read. */
  readonly open: readonly CasePassage[];
  readonly unmarked: readonly CasePassage[];
}

const codeOf = (value: string): ExtractChoice | undefined => extractChoices.find(({ code }) => code === value)?.code;

/** What the form says about each line. */
export function judgementOf(body: FormBody, passages: readonly CasePassage[]): Judgement {
  const rest = textOf(body, REST);
  const open: CasePassage[] = [];
  const unmarked: CasePassage[] = [];
  const judged = passages.flatMap((passage): readonly JudgedPassage[] => {
    const value = textOf(body, fieldOf(passage)) || rest;
    const choice = codeOf(isPart(value) ? value.slice(PART.length) : value);
    if (choice === undefined) {
      open.push(passage);
      return [];
    }
    const spans = isPart(value) ? spansIn(textOf(body, copyOf(passage)), passage.text) : null;
    if (isPart(value) && spans === null) unmarked.push(passage);
    const { event, words, part } = passage;
    return [{ event, words, part, choice, spans: spans === null ? null : [...spans] }];
  });
  const told = textOf(body, MAY_TELL);
  return { passages: judged, mayTell: told === 'true' ? true : told === 'false' ? false : null, open, unmarked };
}

/** The form as it was judged, so that it can be looked at and changed; empty where it was not. */
export function formOf(hit: JudgedHit | undefined, passages: readonly CasePassage[]): FormBody {
  if (hit === undefined) return {};
  const fields = passages.flatMap((passage): readonly (readonly [string, string])[] => {
    const judged = judgedOf(hit, passage);
    if (judged === undefined) return [];
    const { choice, spans } = judged;
    return spans === null
      ? [[fieldOf(passage), choice]]
      : [
          [fieldOf(passage), `${PART}${choice}`],
          [copyOf(passage), markedCopy(passage.text, spans)],
        ];
  });
  return { ...Object.fromEntries(fields), [MAY_TELL]: String(hit.mayTell) };
}

/** What was judged of a line; undefined where nothing was. */
export const judgedOf = (hit: JudgedHit | undefined, { event, words, part }: Pick<CasePassage, 'event' | 'words' | 'part'>): JudgedPassage | undefined =>
  hit?.passages.find((one) => one.event === event && one.words === words && one.part === part);
