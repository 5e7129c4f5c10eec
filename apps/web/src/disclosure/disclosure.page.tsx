import type { VNode } from 'preact';
import type { CaseDocument } from '#documents/case-document';
import { codesOn } from '#domain/codes/code';
import { disclosureRecipients, secrecyRules } from '#domain/codes/disclosure';
import { stockholmDate } from '#domain/law/calendar';
import { disclosureTexts as said } from '#text/disclosure';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, fieldId, type Option, OptionList, optionsOf } from '#ui/field';
import { Carried, Form } from '#ui/form';
import { SecrecyMark } from '#ui/secrecy-mark';
import { type FormBody, listOf, textOf } from '../frame/request.js';
import { copyOf, fieldOf, GIVE, isPart, PART } from './disclosure-choice.js';
import { canBeMarked } from './marked.js';
import type { CasePassage } from './passages.js';

interface Of {
  readonly id: string;
  readonly number: string;
  readonly diary: { readonly secrecy: boolean };
}
export interface DiscloseProps {
  readonly of: Of;
  readonly passages: readonly CasePassage[];
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  readonly now: string;
}

/** What may be chosen for a line: for all of it, and for some of its words. */
export interface Choices {
  readonly whole: readonly Option[];
  readonly parts: readonly Option[];
}

/** What may be chosen for a line: the rules of secrecy of the day, and those that are chosen in the form. */
function choicesOf(today: string, body: FormBody): Choices {
  const chosen = Object.keys(body).map((name) => textOf(body, name).replace(PART, ''));
  const rules = optionsOf(codesOn(secrecyRules, today, chosen));
  return {
    whole: [{ value: GIVE, label: said.give }, ...rules.map(({ value, label }) => ({ value, label: `Utelämnas: ${label}` }))],
    parts: rules.map(({ value, label }) => ({ value: `${PART}${value}`, label: `Vissa ord utelämnas: ${label}` })),
  };
}

/** Every line of the case with its choices; nothing is chosen in advance. */
export function Disclose({ of, passages, body, faults, now }: DiscloseProps): VNode {
  const today = stockholmDate(now);
  const choices = choicesOf(today, body);
  return (
    <>
      {faults.length === 0 ? null : <ErrorSummary title={said.lackTitle} faults={faults} />}
      <h1>{`${said.title}: ${of.number}`}</h1>
      <SecrecyMark on={of.diary.secrecy} />
      <p class="lead">{said.lead}</p>
      {passages.length === 0 ? <p>{said.nothing}</p> : null}
      <Form action={`/arende/${of.id}/utlamna`} class="disclose">
        <Field
          field={{
            name: 'to',
            label: said.to,
            hint: said.partyHint,
            as: 'choice',
            options: optionsOf(codesOn(disclosureRecipients, today, listOf(body, 'to'))),
            required: true,
          }}
          value={textOf(body, 'to')}
          error={faults.find(({ field }) => field === 'to')?.text}
        />
        <Lines passages={passages} choices={choices} body={body} faults={faults} />
        <button name="_do" value="preview">
          {said.preview}
        </button>
      </Form>
      <Back of={of} />
    </>
  );
}

interface LineProps {
  readonly passage: CasePassage;
  readonly value: string;
  /** The copy in which words are marked; empty before any are. */
  readonly copy: string;
  readonly error: string | undefined;
  readonly choices: Choices;
  /** The words for having chosen nothing. */
  readonly empty?: string;
}

type LinesProps = Pick<LineProps, 'choices' | 'empty'> & Pick<DiscloseProps, 'passages' | 'body' | 'faults'>;

/** Every line with its choices, by the event that it is in. */
export const Lines = ({ passages, body, faults, ...asked }: LinesProps): VNode => (
  <>
    {[...new Set(passages.map(({ event }) => event))].map((event) => {
      const mine = passages.filter((row) => row.event === event);
      return (
        <section key={event}>
          <h2>{mine[0]?.section}</h2>
          {mine.map((passage) => (
            <Line
              key={passage.id}
              passage={passage}
              value={textOf(body, fieldOf(passage))}
              copy={textOf(body, copyOf(passage))}
              error={faults.find(({ field }) => field === copyOf(passage))?.text}
              {...asked}
            />
          ))}
        </section>
      );
    })}
  </>
);

/** A line with its choices; where only some words are left out, a copy of it in which they are marked. */
function Line({ passage, value, copy, error, choices, empty = said.leave }: LineProps): VNode {
  const name = fieldOf(passage);
  return (
    <div class="field">
      <p class="said" id={`${fieldId(name)}-text`}>
        {passage.heading === '' ? null : <span class="hint block">{passage.heading}</span>}
        {passage.text}
      </p>
      <label for={fieldId(name)} class="out-of-sight">
        {said.choose}
      </label>
      <select class="ds-input" id={fieldId(name)} name={name} aria-describedby={`${fieldId(name)}-text`}>
        <OptionList options={canBeMarked(passage.text) ? [...choices.whole, ...choices.parts] : choices.whole} value={value} empty={empty} />
      </select>
      {isPart(value) ? (
        <Field
          field={{ name: copyOf(passage), label: said.mark, hint: said.markHint, as: 'words', options: [], required: true }}
          value={copy === '' ? passage.text : copy}
          error={error}
        />
      ) : null}
    </div>
  );
}

export interface PreviewProps {
  readonly of: Of;
  readonly document: CaseDocument;
  /** A hash of the document, so that what is decided is what was previewed. */
  readonly hash: string;
  readonly key: string;
  readonly body: FormBody;
  readonly passages: readonly CasePassage[];
  readonly changed: boolean;
}

/** The preview of the print, with the two ways on. */
export function DisclosePreview({ of, document, hash, key, body, passages, changed }: PreviewProps): VNode {
  const kept = ['to', ...passages.flatMap((passage) => [fieldOf(passage), ...(isPart(textOf(body, fieldOf(passage))) ? [copyOf(passage)] : [])])]
    .map((name) => [name, textOf(body, name)] as const)
    .filter(([, value]) => value !== '');
  return (
    <>
      <h1>{`${said.previewTitle}: ${of.number}`}</h1>
      <SecrecyMark on={of.diary.secrecy} />
      <p class={changed ? 'note' : 'lead'} {...(changed ? { role: 'alert' as const } : {})}>
        {changed ? said.changed : said.previewLead}
      </p>
      <DocumentView document={document} />
      <Form action={`/arende/${of.id}/utlamna`}>
        <Carried values={kept} />
        <input type="hidden" name="hash" value={hash} />
        <input type="hidden" name="_key" value={key} />
        <p class="hint">{said.decideHint}</p>
        <div class="buttons">
          <button name="_do" value="decide">
            {said.decide}
          </button>
          <button class="second" name="_do" value="change">
            {said.change}
          </button>
        </div>
      </Form>
      <Back of={of} />
    </>
  );
}

/** A document of a case on the screen, with the words of the printed one. */
export const DocumentView = ({ document }: { readonly document: CaseDocument }): VNode => (
  <article class="paper">
    <h2>{document.title}</h2>
    <p>{document.about}</p>
    <dl class="facts">{document.facts.flatMap(({ term, text }) => [<dt key={`${term}t`}>{term}</dt>, <dd key={term}>{text}</dd>])}</dl>
    {document.sections.map((section, n) => (
      <section key={`${n} ${section.heading}`}>
        <h3>{section.heading}</h3>
        {section.lead === undefined ? null : <p>{section.lead}</p>}
        {(section.passages ?? []).map((passage, m) => (
          <div key={`${m} ${passage.heading}`}>
            {passage.heading === undefined ? null : <h4>{passage.heading}</h4>}
            <p class="said">{passage.text}</p>
          </div>
        ))}
      </section>
    ))}
    <p class="hint">{document.foot}</p>
  </article>
);

const Back = ({ of }: { readonly of: Of }): VNode => (
  <p>
    <a href={`/arende/${of.id}`}>{`Till ärendet ${of.number}`}</a>
  </p>
);
