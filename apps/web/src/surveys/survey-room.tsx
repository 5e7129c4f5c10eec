import type { VNode } from 'preact';
import type { OpenedRecord } from '#case-service/record-reader';
import { labelOf } from '#domain/codes/code';
import { surveyGroups } from '#domain/codes/surveys';
import { compareRoughDays, roughDayInWords } from '#domain/rough-day';
import type { Survey } from '#domain/survey/index';
import { answeredInAll, LEAST_ANSWERS, mayTell } from '#domain/survey/survey';
import { surveyTexts as said } from '#text/survey';
import { Warned } from '#ui/told-line';
import type { RecordRoom } from '../records/room.js';

const number = (n: unknown): string => (n == null ? said.unknown : String(n));

/** How many were asked and answered, by group and gender, and each per cent with the number that it is of. */
export const surveyRoom: RecordRoom = {
  query: {},
  selects: [],
  keeps: () => true,
  order: {
    text: 'de senaste först',
    compare: (one, other) => Number(one.closed) - Number(other.closed) || compareRoughDays(String(other.facts['on']), String(one.facts['on'])),
  },
  details: ['result'],
  columns: [
    { heading: 'När', cell: ({ facts }) => roughDayInWords(String(facts['on'])) },
    {
      heading: 'Svar',
      cell: ({ facts: { answered, asked, comparable } }) => (
        <>
          {asked == null ? number(answered) : said.answeredOf(number(answered), Number(asked))}
          {comparable === false ? <span class="hint block">{said.notComparable}</span> : null}
        </>
      ),
    },
  ],
  dueText: ({ on }) => (String(on).length < 10 ? roughDayInWords(String(on)) : null),
  notice: ({ state }) => {
    const survey = state as Survey;
    const answers = answeredInAll(survey.counts);
    return survey.isOfUnit && survey.counts.length > 0 && !mayTell(survey, answers) ? (
      <Warned>{answers === null ? said.notKnown(LEAST_ANSWERS) : said.tooFew(answers, LEAST_ANSWERS)}</Warned>
    ) : null;
  },
  main: (opened) => (
    <>
      <Counts opened={opened} />
      <Results opened={opened} />
    </>
  ),
};

interface Shown {
  readonly opened: OpenedRecord;
}

function Counts({ opened }: Shown): VNode | null {
  const { counts } = opened.state as Survey;
  if (counts.length === 0) return null;
  const rows = counts.toSorted((one, other) => compareRoughDays(one.on, other.on));
  const columns = ['asked', 'answered', 'female', 'male'] as const;
  return (
    <section aria-labelledby="antal">
      <h2 id="antal">{said.counts}</h2>
      <table class="cases">
        <thead>
          <tr>
            {[said.group, said.when, ...columns.map((column) => said.columns[column])].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.group + row.on}>
              <th scope="row">{labelOf(surveyGroups, row.group)}</th>
              <td data-label={said.when}>{roughDayInWords(row.on)}</td>
              {columns.map((column) => (
                <td key={column} data-label={said.columns[column]}>
                  {number(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Results({ opened: { state, events, words } }: Shown): VNode | null {
  const { results } = state as Survey;
  if (results.length === 0) return null;
  const sealedOf = (question: number) => words.get(events.find(({ type, open }) => type === 'ResultNoted' && open['question'] === question)?.eventId ?? '');
  return (
    <section aria-labelledby="resultat">
      <h2 id="resultat">{said.results}</h2>
      <table class="cases">
        <thead>
          <tr>
            {[said.question, said.percent, said.of].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map(({ question, percent, of }) => (
            <tr key={question}>
              <th scope="row" class="worded">
                {String(sealedOf(question)?.['question'] ?? '')}
              </th>
              <td data-label={said.percent}>{`${percent} %`}</td>
              <td data-label={said.of}>
                {of === null ? said.noBase : String(of)}
                {of === null ? <span class="hint block">{String(sealedOf(question)?.['noBase'] ?? '')}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
