import type { VNode } from 'preact';
import { labelOf } from '#domain/codes/code';
import { complaintCategories } from '#domain/codes/complaint-categories';
import type { PublicStep } from '#text/public-report';
import { listOf, textOf } from '../frame/request.js';
import { steps, unitOf } from './public-form.js';
import type { PublicReportProps } from './public-report.page.js';

/** Every answer as it will be sent, each with a link to change it. */
export function PublicReview(props: PublicReportProps): VNode {
  const { words } = props;
  return (
    <>
      <h1>{words.headings.granska}</h1>
      <p class="lead">{words.review.lead}</p>
      <dl class="review">
        {steps
          .filter((step) => step !== 'granska')
          .map((step) => (
            <div key={step}>
              <dt>{words.headings[step]}</dt>
              <dd>
                {answersOf(step, props).map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </dd>
              <dd class="change">
                <button class="second" name="_till" value={step} formEncType="application/x-www-form-urlencoded">
                  {words.review.change}
                  <span class="out-of-sight">{` ${words.headings[step]}`}</span>
                </button>
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}

function answersOf(step: PublicStep, { words, body, units }: PublicReportProps): readonly string[] {
  const said = linesOf(step, { words, body, units }).filter((line) => line !== undefined && line !== '') as readonly string[];
  return said.length === 0 ? [words.review.nothing] : said;
}

function linesOf(step: PublicStep, { words, body, units }: Pick<PublicReportProps, 'words' | 'body' | 'units'>): readonly (string | undefined)[] {
  const way = textOf(body, 'answerBy');
  switch (step) {
    case 'vad':
      return [words.kinds[textOf(body, 'opinionType') as 'complaint']?.label];
    case 'var':
      return [unitOf(body, units)?.label ?? words.unknownPlace, textOf(body, 'where')];
    case 'hande':
      return [textOf(body, 'what'), textOf(body, 'day'), ...listOf(body, 'categories').map(categoryOf)];
    case 'vem':
      return [words.senders[textOf(body, 'source')], ...concernedLines(words, body)];
    case 'svar':
      return [words.answers[way as 'email']?.label, textOf(body, way)];
    case 'granska':
      return [];
    default:
      return step satisfies never;
  }
}

/** Whom it concerns, where that is said. */
function concernedLines({ concerned }: PublicReportProps['words'], body: PublicReportProps['body']): readonly string[] {
  const who = textOf(body, 'concerned');
  if (who === 'self') return [`${concerned.label} ${concerned.self}`];
  if (who !== 'other') return [];
  return [`${concerned.label} ${textOf(body, 'concernedName') || concerned.other}`];
}

const categoryOf = (code: string): string | undefined =>
  complaintCategories.some((row) => row.code === code) ? labelOf(complaintCategories, code) : undefined;
