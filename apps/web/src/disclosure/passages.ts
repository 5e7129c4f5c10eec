import type { OpenedCase } from '#case-service/case-reader';
import { labelOfEvent } from '#domain/case/events.schema';
import { disclosureTexts as said } from '#text/disclosure';
import { textOfWords, wordNames } from '#text/words';
import { longDate } from '#ui/deadline';

/** One line of somebody's words, with its place: each is judged by itself. */
export interface CasePassage {
  /** `<version of the event>.<name of the words>.<line>`: the name of its form field. */
  readonly id: string;
  readonly event: string;
  readonly words: string;
  readonly part: number;
  /** What was written, and when: the same for all lines of an event. */
  readonly section: string;
  readonly heading: string;
  readonly text: string;
}

/** Words of the system itself, or that nobody has written. */
const never: readonly string[] = ['externalId'];

/** What is named in a case: its events, and its words. */
interface Names {
  readonly event: (type: string) => string;
  readonly words: (name: string) => string;
}
const ofCase: Names = { event: (type) => (type === 'AttachmentAdded' ? said.attachment : labelOfEvent(type)), words: (name) => wordNames[name] ?? '' };

/** Every line of words in the case, or in what else has events with words, in the order they were written. */
export const passagesOf = ({ events, words }: Pick<OpenedCase, 'events' | 'words'>, names: Names = ofCase): readonly CasePassage[] =>
  events.flatMap((event) =>
    Object.entries(words.get(event.eventId) ?? {}).flatMap(([name, value]): readonly CasePassage[] => {
      if (never.includes(name)) return [];
      const section = `${names.event(event.type)}, ${longDate(event.at)}`;
      const heading = names.words(name);
      return linesOf(value).map((text, part) => ({ id: `${event.version}.${name}.${part}`, event: event.eventId, words: name, part, section, heading, text }));
    }),
  );

const linesOf = (value: unknown): readonly string[] =>
  textOfWords(value)
    .split('\n')
    .filter((line) => line.trim() !== '');
