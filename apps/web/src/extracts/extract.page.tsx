import type { VNode } from 'preact';
import type { CaseDocument } from '#documents/case-document';
import { codesOn } from '#domain/codes/code';
import { secrecyRules } from '#domain/codes/disclosure';
import { extractTexts as said } from '#text/extract';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field, optionsOf } from '#ui/field';
import { Form } from '#ui/form';
import { HeadRow } from '#ui/head-row';
import { SecrecyMark, SecrecyTag } from '#ui/secrecy-mark';
import { type Choices, DocumentView, Lines } from '../disclosure/disclosure.page.js';
import { GIVE, PART } from '../disclosure/disclosure-choice.js';
import { type FormBody, textOf } from '../frame/request.js';
import { Quote } from '../search/search.page.js';
import { type Hit, type Hits, MOST_HITS, reviewText } from './extract-model.js';
import { MAY_TELL, REST } from './judgement.js';

export interface Of {
  readonly id: string;
  readonly number: string;
}

export const hitHref = ({ id }: Pick<Of, 'id'>, { family, of }: Pick<Hit, 'family' | 'of'>): string => `/registerutdrag/${id}/traffar/${family}/${of}`;

const Back = ({ of }: { readonly of: Of }): VNode => (
  <p>
    <a href={`/registerutdrag/${of.id}`}>{said.back(of.number)}</a>
  </p>
);

/** What stands in the way of a whole extract, beside the hits that are not judged. */
const Doubts = ({ more, barred, filled }: Pick<Hits, 'more' | 'barred' | 'filled'>): VNode => (
  <>
    {filled ? null : <p class="note">{said.filling}</p>}
    {more ? <p class="note">{said.more(MOST_HITS)}</p> : null}
    {barred === 0 ? null : <p class="note">{said.barred(barred)}</p>}
  </>
);

/** The work list of a request: what is found for it now, and how far the review of each has come. */
export function ExtractHits({ of, found }: { readonly of: Of; readonly found: Hits }): VNode {
  const { hits } = found;
  return (
    <>
      <h1>{`${said.hits}: ${of.number}`}</h1>
      <p class="lead">{hits.length === 0 ? said.none : said.lead}</p>
      <Doubts {...found} />
      {hits.length === 0 ? null : <HitTable of={of} hits={hits} />}
      {hits.length === 0 ? null : <p class="hint">{said.filesHint}</p>}
      {hits.some(({ left }) => left > 0) ? null : (
        <p>
          <a class="button" href={`/registerutdrag/${of.id}/lamna-ut`}>
            {said.toRelease}
          </a>
        </p>
      )}
      <Back of={of} />
    </>
  );
}

const HitTable = ({ of, hits }: { readonly of: Of; readonly hits: readonly Hit[] }): VNode => (
  <table class="cases">
    <HeadRow titles={[said.columns.number, said.columns.what, said.columns.review]} />
    <tbody>
      {hits.map((hit) => (
        <tr key={hit.stream}>
          <th scope="row">
            <a href={hitHref(of, hit)}>{hit.number}</a>
            <SecrecyTag on={hit.secrecy} />
          </th>
          <td data-label={said.columns.what}>
            {hit.what}
            {hit.excerpt === null ? null : <Quote {...hit.excerpt} />}
          </td>
          <td data-label={said.columns.review}>{reviewText(hit)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface ReviewProps {
  readonly of: Of;
  readonly hit: Hit;
  readonly body: FormBody;
  readonly faults: readonly Fault[];
  readonly today: string;
  readonly idempotencyKey: string;
}

/** What may be chosen for a line: the rules of secrecy of the day, and those that have been chosen. */
function choicesOf(today: string, body: FormBody): Choices {
  const chosen = Object.keys(body).map((name) => textOf(body, name).replace(PART, ''));
  const rules = optionsOf(codesOn(secrecyRules, today, chosen));
  return {
    whole: [
      { value: GIVE, label: 'Lämnas ut' },
      { value: 'other', label: 'Gäller någon annan' },
      ...rules.map(({ value, label }) => ({ value, label: said.wholeOf(label) })),
    ],
    parts: rules.map(({ value, label }) => ({ value: `${PART}${value}`, label: said.partOf(label) })),
  };
}

/** Every line of a hit with its choices; nothing is chosen in advance. */
export function ExtractReview({ of, hit, body, faults, today, idempotencyKey }: ReviewProps): VNode {
  const choices = choicesOf(today, body);
  const faultOf = (name: string): string | undefined => faults.find(({ field }) => field === name)?.text;
  const yesOrNo = [
    { value: 'true', label: 'Ja' },
    { value: 'false', label: 'Nej' },
  ];
  return (
    <>
      {faults.length === 0 ? null : <ErrorSummary title={said.lackTitle} faults={faults} />}
      <h1>{`${said.review}: ${hit.number}`}</h1>
      <SecrecyMark on={hit.secrecy} />
      <p class="lead">{hit.what}</p>
      <p>{said.reviewLead}</p>
      <p>
        <a href={hit.href}>{said.toCase(hit.number)}</a>
      </p>
      <Form action={hitHref(of, hit)} class="disclose">
        <input type="hidden" name="_key" value={idempotencyKey} />
        <Field
          field={{ name: REST, label: said.rest, hint: said.restHint, as: 'choice', options: choices.whole, required: false, hasDefault: true, demanded: true }}
          value={textOf(body, REST)}
          error={faultOf(REST)}
        />
        <Lines passages={hit.passages} choices={choices} body={body} faults={faults} empty={said.ownChoice} />
        <Field
          field={{
            name: MAY_TELL,
            label: said.mayTell,
            hint: said.mayTellHint,
            as: 'choice',
            options: yesOrNo,
            required: false,
            hasDefault: true,
            demanded: true,
          }}
          value={textOf(body, MAY_TELL)}
          error={faultOf(MAY_TELL)}
        />
        <button>{said.save}</button>
      </Form>
      <p>
        <a href={`/registerutdrag/${of.id}/traffar`}>{said.hits}</a>
      </p>
      <Back of={of} />
    </>
  );
}

interface ReleaseProps {
  readonly of: Of;
  readonly found: Hits;
  readonly document: CaseDocument;
  /** A hash of the document, so that what is decided is what was looked through. */
  readonly hash: string;
  readonly idempotencyKey: string;
  readonly identity: string;
  readonly faults: readonly Fault[];
  readonly changed: boolean;
}

export const IDENTITY = 'identity';

/** The extract as it is given out, and the decision; where hits are not judged, the way to them instead. */
export function ReleaseExtract({ of, found, document, hash, idempotencyKey, identity, faults, changed }: ReleaseProps): VNode {
  const left = found.hits.filter((hit) => hit.left > 0);
  const error = faults.find(({ field }) => field === IDENTITY)?.text;
  return (
    <>
      {faults.length === 0 ? null : <ErrorSummary title={said.lackTitle} faults={faults} />}
      <h1>{`${said.release}: ${of.number}`}</h1>
      <p class={changed ? 'note' : 'lead'} {...(changed ? { role: 'alert' as const } : {})}>
        {changed ? said.changedSince : left.length > 0 ? said.left : said.releaseLead}
      </p>
      <Doubts {...found} />
      {left.length > 0 ? (
        <HitTable of={of} hits={left} />
      ) : (
        <>
          <DocumentView document={document} />
          <Form action={`/registerutdrag/${of.id}/lamna-ut`}>
            <input type="hidden" name="hash" value={hash} />
            <input type="hidden" name="_key" value={idempotencyKey} />
            <Field
              field={{ name: IDENTITY, label: said.identity, hint: said.identityHint, as: 'words', options: [], required: true }}
              value={identity}
              error={error}
            />
            <p class="hint">{said.decideHint}</p>
            <button>{said.decide}</button>
          </Form>
        </>
      )}
      <p>
        <a href={`/registerutdrag/${of.id}/traffar`}>{said.hits}</a>
      </p>
      <Back of={of} />
    </>
  );
}
