import type { VNode } from 'preact';
import type { NotKept } from '#attachments/attaching';
import { replyAnswers } from '#domain/codes/case-codes';
import { followTexts as said } from '#text/follow';
import { publicReportWords } from '#text/public-report';
import { longMoment } from '#ui/deadline';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Carried, Form, Hidden, JoinedForms, PartForm, Send } from '#ui/form';
import { SecrecyMark } from '#ui/secrecy-mark';
import { StageBar } from '#ui/stage-bar';
import { FilesField, NotKeptFiles } from '../attachments/files-field.js';
import { BigChoices } from '../forms/big-choices.js';
import { longDay } from '../frame/days.js';
import { type FormBody, textOf } from '../frame/request.js';
import type { Followed } from './follow-model.js';
import { Messages } from './messages.js';

/** The way in: the code is typed and posted, never in an address. */
export function FollowDoor({
  code,
  faults,
  expired,
  carried,
  files,
}: {
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly expired: boolean;
  /** Text that was written before the session ended: sent along with the code, and shown again. */
  readonly carried: readonly (readonly [string, string])[];
  readonly files: readonly string[];
}): VNode {
  return (
    <div class="one-thing">
      <ErrorSummary title={faults.length === 0 ? '' : said.wrongTitle} faults={faults} />
      <h1>{said.title}</h1>
      <p class="lead">{expired ? said.expired : said.lead}</p>
      {carried.length === 0 ? null : <p class="lead">{said.carried}</p>}
      {files.length === 0 ? null : <p>{said.filesAgain(files)}</p>}
      <Form action="/folj">
        <Carried values={carried} />
        <Field field={{ name: 'code', ...said.code, as: 'short', options: [], required: true }} value={code} error={faults[0]?.text} />
        <button>{said.show}</button>
      </Form>
      <p class="hint">{said.lost}</p>
    </div>
  );
}

export interface FollowProps {
  readonly followed: Followed;
  /** Makes a double click the same message. */
  readonly key: string;
  /** A form that was refused, as it was typed. */
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  readonly notKept: readonly NotKept[];
  /** What was just done, in a sentence. */
  readonly done: string | null;
}

/** The result: the answer first, then the status, what is promised, and the messages. */
export function Follow({ followed, key, body, faults, notKept, done }: FollowProps): VNode {
  return (
    <div class="one-thing">
      <ErrorSummary title={faults.length === 0 ? '' : said.notSent} faults={faults} />
      <NotKeptFiles files={notKept} />
      {done === null ? null : (
        <p class="done-note" role="status">
          <span aria-hidden="true">✓ </span>
          {done}
        </p>
      )}
      <h1>{`Ditt ärende ${followed.number}`}</h1>
      <SecrecyMark on={followed.secrecy} />
      <p class="lead">{followed.status}</p>
      {followed.promises.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {followed.answers.map(({ at, way, text }) => (
        <section class="answer" key={at} aria-labelledby={`svar-${at}`}>
          <h2 id={`svar-${at}`}>{said.answer}</h2>
          {text === null ? <p>{said.answeredOtherwise(way, longDay(at))}</p> : <p class="said">{text}</p>}
          {text === null ? null : <p class="hint">{longMoment(at)}</p>}
        </section>
      ))}
      <JoinedForms action="/folj/meddelande">
        {followed.mayReply ? <Satisfied key={key} id={key} body={body} faults={faults} /> : null}
        <h2>{said.stages}</h2>
        <StageBar steps={followed.steps} />
        <h2>{said.messages}</h2>
        {followed.messages.length === 0 ? <p>{said.noMessages}</p> : null}
        <Messages messages={followed.messages} />
        {followed.files.length === 0 ? null : (
          <>
            <h3>{said.sent}</h3>
            <ul>
              {followed.files.map(({ id, name }) => (
                <li key={id} class="file-name">
                  {name}
                </li>
              ))}
            </ul>
          </>
        )}
        <PartForm part="Message" action="/folj/meddelande" encType="multipart/form-data">
          <Hidden name="_key" value={key} />
          <Field
            field={{ name: 'message', label: said.write, as: 'words', options: [], required: true }}
            value={textOf(body, 'message')}
            error={faults.find(({ field }) => field === 'message')?.text}
          />
          <FilesField />
          <Send action="/folj/meddelande" class={followed.mayReply ? 'second' : undefined}>
            {said.send}
          </Send>
        </PartForm>
      </JoinedForms>
      {publicReportWords.plain.turnTo.map((line) => (
        <p key={line} class="hint">
          {line}
        </p>
      ))}
      <Form action="/folj/stang">
        <p class="hint">{said.closeHint}</p>
        <button class="second">{said.close}</button>
      </Form>
    </div>
  );
}

/** One question; a no says why. */
function Satisfied({ id, body, faults }: { readonly id: string; readonly body: FormBody; readonly faults: readonly Fault[] }): VNode {
  const { satisfied } = said;
  const error = (name: string) => faults.find(({ field }) => field === name)?.text;
  const why = (
    <Field
      field={{ name: 'text', label: satisfied.why, hint: satisfied.whyHint, as: 'words', options: [], required: true }}
      value={textOf(body, 'text')}
      error={error('text')}
    />
  );
  return (
    <PartForm part="Answer" action="/folj/svar" class="satisfied">
      <Hidden name="_key" value={id} />
      <BigChoices
        name="answered"
        legend={satisfied.question}
        choices={replyAnswers.map(({ code }) => ({ value: code, label: satisfied[code], ...(code === 'no' ? { asks: why } : {}) }))}
        value={textOf(body, 'answered')}
        error={error('answered')}
      />
      <Send action="/folj/svar">{satisfied.button}</Send>
    </PartForm>
  );
}
