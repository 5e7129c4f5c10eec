import type { VNode } from 'preact';
import type { PublicReportWords, PublicStep } from '#text/public-report';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import type { Option } from '#ui/field';
import { FILES } from '#ui/files-field';
import { Carried, Form } from '#ui/form';
import { Danger } from '#ui/told-line';
import { FilesField } from '../attachments/files-field.js';
import { type FormBody, textOf } from '../frame/request.js';
import { carriedPast, steps } from './public-form.js';
import { PublicQuestions } from './public-questions.js';
import { PublicReview } from './public-review.js';

export interface PublicReportProps {
  readonly words: PublicReportWords;
  readonly easy: boolean;
  readonly step: PublicStep;
  /** Everything that has been typed so far. */
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  readonly units: readonly Option[];
  /** The day in Stockholm (YYYY-MM-DD), by which codes are offered. */
  readonly today: string;
  /** Makes a double click, a reload and a second attempt the same report. */
  readonly key: string;
  /** The id under which this browser's answers are stored. */
  readonly form: string;
  /** Return to the review after this step: it was opened from there. */
  readonly fromReview: boolean;
  /** Why the report is not sent, where nothing that was typed is wrong: everything is still here. */
  readonly notice: Notice | null;
}

export interface Notice {
  readonly title: string;
  readonly lines: readonly string[];
  /** The label of the button then. */
  readonly button: string;
}

export const addressOf = (easy: boolean): string => (easy ? '/lamna-synpunkt/lattlast' : '/lamna-synpunkt');

/** A step as a page of its own. */
export const stepAt = (easy: boolean, form: string, more: Readonly<Record<string, string>>): string =>
  `${addressOf(easy)}?${new URLSearchParams({ formular: form, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== '')) })}`;

/**
 * One step of the public's form: one thing per page, no log-in, no script. Everything typed before is in hidden fields too, for a
 * browser without cookies and for a step that is sent when the stored answers have expired.
 */
export function PublicReport(props: PublicReportProps): VNode {
  const { words, easy, step, body, faults, key, fromReview, notice } = props;
  const n = steps.indexOf(step);
  const isReview = step === 'granska';
  const before = steps[n - 1];
  return (
    <div class="one-thing">
      <ErrorSummary title={faults.length === 0 ? '' : 'Det här behöver du rätta'} faults={faults} />
      {notice === null ? null : <NotSent {...notice} />}
      {step === 'vad' ? <Danger>{words.danger}</Danger> : null}
      {step === 'vad' ? <h1>{words.title}</h1> : null}
      {step === 'vad' ? <p class="lead">{words.lead}</p> : null}
      <p class="hint step-of">{words.stepOf(n + 1, steps.length)}</p>
      <Form action={addressOf(easy)} {...(isReview ? { encType: 'multipart/form-data' } : {})}>
        <input type="hidden" name="_key" value={key} />
        <input type="hidden" name="_formular" value={props.form} />
        <input type="hidden" name="_steg" value={step} />
        {fromReview ? <input type="hidden" name="_granskad" value="ja" /> : null}
        <Carried values={carriedPast(step, body)} />
        {isReview ? <PublicReview {...props} /> : <PublicQuestions {...props} />}
        {isReview ? <FilesField label={words.review.files} error={faults.find(({ field }) => field === FILES)?.text} /> : null}
        <div class="onward">
          <button name="_till" value={isReview ? 'skicka' : fromReview ? 'granska' : 'nasta'}>
            {notice !== null ? notice.button : isReview ? words.buttons.send : fromReview ? words.buttons.toReview : words.buttons.next}
          </button>
          {before === undefined ? null : (
            <button class="second" name="_till" value={before} formEncType="application/x-www-form-urlencoded">
              {words.buttons.back}
            </button>
          )}
        </div>
        {isReview ? null : (
          <button class="as-link" name="_till" value={step} formAction={addressOf(!easy)}>
            {words.other}
          </button>
        )}
      </Form>
      {step === 'vad' && textOf(body, 'opinionType') === '' ? <p class="hint">{words.turnTo[0]}</p> : null}
    </div>
  );
}

const NotSent = ({ title, lines }: Notice): VNode => (
  <div class="ds-error-summary" role="alert" tabIndex={-1} id="fel" aria-labelledby="inte-skickat">
    <h2 id="inte-skickat">{title}</h2>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
);
