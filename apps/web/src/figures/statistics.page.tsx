import type { VNode } from 'preact';
import type { reportQuestions } from '#read-model/reports/run';
import { statisticsTexts as texts } from '#text/statistics';

export interface StatisticsProps {
  readonly reports: ReturnType<typeof reportQuestions>;
  /** The query, carried on to the report that is chosen: `?unit=…`, or nothing. */
  readonly search: string;
  readonly years: readonly number[];
}

/** All reports by the question they answer; each is a page of its own, so that none waits for the others. */
export function Statistics({ reports, search, years }: StatisticsProps): VNode {
  return (
    <>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {Object.entries(texts.groups).map(([group, heading]) => (
        <section key={group}>
          <h2>{heading}</h2>
          <ul class="questions">
            {reports
              .filter((report) => report.group === group)
              .map(({ id, question, title }) => (
                <li key={id}>
                  <a href={`/statistik/${id}${search}`}>{question}</a> <span class="hint">{title}</span>
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
