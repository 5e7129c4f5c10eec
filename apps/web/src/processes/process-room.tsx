import type { VNode } from 'preact';
import type { OpenedRecord } from '#case-service/record-reader';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { answeringLevels, processSeries } from '#domain/codes/processes';
import { dayInWords } from '#domain/days';
import type { ProcessMap, ProcessPart } from '#domain/process/index';
import { holdsOn } from '#domain/process/process-map';
import { processTexts as said } from '#text/process';
import { plainRoom, type RecordRoom } from '../records/room.js';
import { ProcessPicture } from './process-picture.js';

/** The map as a picture and as a list, of the day on which it is read; what has ended stands last. */
export const processRoom: RecordRoom = {
  ...plainRoom,
  columns: [{ heading: said.parts, cell: ({ facts }) => String(Array.isArray(facts['parts']) ? facts['parts'].length : 0) }],
  main: (opened) => <Tree opened={opened} />,
};

/** The name of each part as it stands, by code. */
function namesOf({ events, words }: Pick<OpenedRecord, 'events' | 'words'>): ReadonlyMap<string, string> {
  const named = events.filter(({ type }) => type === 'PartAdded' || type === 'PartRenamed');
  return new Map(named.map(({ open, eventId }) => [String(open['part']), String(words.get(eventId)?.['name'] ?? '')]));
}

function Tree({ opened }: { readonly opened: OpenedRecord }): VNode {
  const { parts } = opened.state as ProcessMap;
  const { today } = opened;
  const names = namesOf(opened);
  const hasEnded = ({ to }: ProcessPart): boolean => to !== null && to < today;
  const shown = parts.filter((part) => !hasEnded(part));
  const ended = parts.filter(hasEnded);
  const nameOf = ({ code }: ProcessPart): string => names.get(code) ?? '';
  return (
    <section aria-labelledby="karta" class="process-map">
      <h2 id="karta">{said.parts}</h2>
      <p class="hint">{parts.length === 0 ? said.empty : said.holds(dayInWords(today))}</p>
      <ProcessPicture processes={shown.filter((part) => part.under === null && holdsOn(part, today)).map((part) => ({ ...part, name: nameOf(part) }))} />
      {processSeries.map(({ code }) => {
        const own = shown.filter(({ series, under }) => series === code && under === null);
        return own.length === 0 ? null : (
          <div key={code}>
            <h3>{said.series[code]}</h3>
            <Parts of={own} all={shown} nameOf={nameOf} today={today} />
          </div>
        );
      })}
      {ended.length === 0 ? null : (
        <details>
          <summary>{said.ended}</summary>
          <ul>
            {ended.map((part) => (
              <li key={part.code}>
                <Line part={part} name={nameOf(part)} today={today} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface PartsProps {
  readonly of: readonly ProcessPart[];
  readonly all: readonly ProcessPart[];
  readonly nameOf: (part: ProcessPart) => string;
  readonly today: string;
}

const Parts = ({ of, all, nameOf, today }: PartsProps): VNode => (
  <ul>
    {of.map((part) => {
      const under = all.filter((one) => one.under === part.code);
      return (
        <li key={part.code}>
          <Line part={part} name={nameOf(part)} today={today} />
          {under.length === 0 ? null : <Parts of={under} all={all} nameOf={nameOf} today={today} />}
        </li>
      );
    })}
  </ul>
);

function Line({ part: { code, answers, from, to }, name, today }: { readonly part: ProcessPart; readonly name: string; readonly today: string }): VNode {
  const days = [...(from > today ? [said.from(dayInWords(from))] : []), ...(to === null ? [] : [said.until(dayInWords(to))])];
  return (
    <>
      <span class="number">{code}</span> {name}
      <span class="hint block">{[said.answers(inSentence(labelOf(answeringLevels, answers))), ...days].join(', ')}</span>
    </>
  );
}
