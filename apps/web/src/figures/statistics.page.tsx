import type { VNode } from 'preact';
import { reportQuestions, statisticsTexts as texts } from '#text/statistics';

export interface StatisticsProps {
  readonly titles: Readonly<Record<string, string>>;
  /** The query, carried on to the report that is chosen: `?unit=…`, or nothing. */
  readonly search: string;
  readonly years: readonly number[];
}

/** All reports by the question they answer; each is a page of its own, so that none waits for the others. */
export function Statistics({ titles, search, years }: StatisticsProps): VNode {
  return (
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {reportQuestions.map(({ group, reports }) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul class="questions">
            {reports.map(({ id, question }) => (
              <li key={id}>
                <a href={`/statistik/${id}${search}`}>{question}</a> <span class="hint">{titles[id]}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>Färdiga sammanställningar</h2>
        <ul class="questions">
          {years.map((year) => (
            <li key={year}>
              <a href={`/kvalitetsberattelse/${year}`}>{`Kvalitetsberättelsen ${year}`}</a>{' '}
              <span class="hint">Klagomål, synpunkter och lex Sarah på en sida att skriva ut</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
