import type { VNode } from 'preact';
import { NextCard } from '#ui/card';
import { CommandForm, type CommandFormProps } from '#ui/command-form';
import { longMoment } from '#ui/deadline';
import { DueDay } from '#ui/due-day';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { JoinedForms } from '#ui/form';
import { SecrecyTag } from '#ui/secrecy-mark';
import { Saved } from '#ui/told-line';
import { AttachmentSection, type AttachmentsProps } from '../attachments/attachment-list.js';

export interface RecordPageProps {
  readonly number: string;
  readonly heading: string;
  /** What the title of the window says beside the number: no words. */
  readonly title: string;
  readonly list: { readonly href: string; readonly label: string };
  readonly action: string;
  readonly refused: { readonly title: string; readonly faults: readonly Fault[] } | null;
  /** What was just saved, in words. */
  readonly saved: string | null;
  readonly terms: readonly { readonly term: string; readonly text: string }[];
  /** `known`: the day as far as it is known, where that is not to the day. */
  readonly due: { readonly term: string; readonly day: string; readonly known: string | null } | null;
  readonly notice: VNode | null;
  readonly aside: VNode | null;
  readonly main: VNode | null;
  /** Cases that it is about: those that the reader sees, and how many there are besides. */
  readonly cases: { readonly seen: readonly { readonly id: string; readonly number: string; readonly secrecy: boolean }[]; readonly hidden: number };
  /** Records that serve this one, by type, and the form for one more. */
  readonly serving: readonly {
    readonly heading: string;
    readonly rows: readonly {
      readonly href: string;
      readonly number: string;
      /** Where codes give one: what words say stands on its own page. */
      readonly heading: string | null;
      readonly status: string;
      readonly due: string | null;
      readonly owner: string | null;
    }[];
    readonly add: { readonly href: string; readonly label: string } | null;
  }[];
  readonly attachments: AttachmentsProps;
  readonly agenda: readonly { readonly at: string; readonly what: string; readonly who: string }[];
  readonly forms: readonly CommandFormProps[];
  readonly openForm: string | null;
  readonly history: readonly {
    readonly version: number;
    readonly at: string;
    readonly text: string;
    readonly by: string;
    /** `term`: the label of the text, where it is one that stands. */
    readonly words: readonly { readonly name: string; readonly term: string | null; readonly text: string }[];
  }[];
  readonly now: string;
}

/** One record: how it stands, what can be done, what happens next, and what has happened. */
export function RecordPage(props: RecordPageProps): VNode {
  const { number, heading, refused, saved, notice, aside, list, terms, due, now } = props;
  return (
    <>
      {refused === null ? null : <ErrorSummary title={refused.title} faults={refused.faults} />}
      <p>
        <a href={list.href}>{list.label}</a>
      </p>
      <h1>
        <span class="number">{number}</span> {heading}
      </h1>
      <JoinedForms action={props.action} draft>
        <div class="columns">
          <div>
            <NextCard id="laget" title="Läget">
              <Saved text={saved} />
              {notice}
              <dl class="facts">
                {terms.flatMap(({ term, text }) => [<dt key={`${term}t`}>{term}</dt>, <dd key={term}>{text}</dd>])}
                {due === null
                  ? null
                  : [
                      <dt key="due">{due.term}</dt>,
                      <dd key="day">
                        <DueDay due={due.day} known={due.known} now={now} />
                      </dd>,
                    ]}
              </dl>
            </NextCard>
            {props.main}
            <Offers {...props} />
            <AttachmentSection {...props.attachments} />
          </div>
          <aside>
            {aside}
            <Serving {...props} />
            <Cases {...props} />
            <Agenda {...props} />
            <RecordHistory {...props} />
          </aside>
        </div>
      </JoinedForms>
    </>
  );
}

function Offers({ forms, openForm }: RecordPageProps): VNode {
  return (
    <section aria-labelledby="gora" class="offers">
      <h2 id="gora">Det du kan göra</h2>
      {forms.length === 0 ? <p>Just nu finns inget för dig att göra här.</p> : null}
      {forms.map((form) => (
        <details key={form.command} open={form.command === openForm}>
          <summary>{form.draft == null ? form.title : `${form.title} (utkast)`}</summary>
          <CommandForm {...form} isAside={form.command !== openForm} />
        </details>
      ))}
    </section>
  );
}

const Serving = ({ serving, now }: RecordPageProps): VNode => (
  <>
    {serving.map(({ heading, rows, add }) => (
      <section key={heading} aria-label={heading}>
        <h2>{heading}</h2>
        {rows.length === 0 ? <p>Inget är föreslaget än.</p> : null}
        <ul>
          {rows.map(({ href, number, heading: named, status, due, owner }) => (
            <li key={href}>
              <a href={href}>{number}</a> {named === null ? '' : `${named}, `}
              {status}
              {owner === null ? '' : `, ${owner}`}
              {due === null ? null : (
                <span class="hint block">
                  <DueDay due={due} now={now} />
                </span>
              )}
            </li>
          ))}
        </ul>
        {add === null ? null : (
          <p>
            <a href={add.href}>{add.label}</a>
          </p>
        )}
      </section>
    ))}
  </>
);

function Cases({ cases: { seen, hidden } }: RecordPageProps): VNode | null {
  if (seen.length + hidden === 0) return null;
  const more = hidden === 1 ? 'ett ärende' : `${hidden} ärenden`;
  return (
    <section aria-labelledby="arenden">
      <h2 id="arenden">Kopplade ärenden</h2>
      {seen.length === 0 ? null : (
        <ul>
          {seen.map(({ id, number, secrecy }) => (
            <li key={id}>
              <a href={`/arende/${id}`}>{number}</a>
              <SecrecyTag on={secrecy} />
            </li>
          ))}
        </ul>
      )}
      {hidden === 0 ? null : <p>{seen.length === 0 ? `Kopplad till ${more} som du inte ser.` : `Och ${more} som du inte ser.`}</p>}
    </section>
  );
}

function Agenda({ agenda }: RecordPageProps): VNode {
  return (
    <section aria-labelledby="harnast">
      <h2 id="harnast">Vad händer härnäst</h2>
      {agenda.length === 0 ? <p>Inget sker av sig självt.</p> : <p class="hint">Sker av sig självt om inget görs:</p>}
      <ol class="agenda">
        {agenda.map(({ at, what, who }) => (
          <li key={at + what}>
            <span>{longMoment(at)}</span> <span>{what}</span>
            <span class="hint">{who}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const RecordHistory = ({ history }: RecordPageProps): VNode => (
  <section aria-labelledby="historik">
    <h2 id="historik">Historik</h2>
    <ol class="history">
      {history.map(({ version, at, text, by, words }) => (
        <li key={version} id={`h-${version}`}>
          <span>{text}</span>
          {words.map(({ name, term, text: said }) => (
            <div class="said" key={name}>
              {term === null ? null : <span class="hint">{term}</span>}
              <q class="block">{said}</q>
            </div>
          ))}
          <span class="hint">{`${longMoment(at)}, ${by}`}</span>
        </li>
      ))}
    </ol>
  </section>
);

export interface NewRecordProps {
  readonly title: string;
  readonly list: RecordPageProps['list'];
  readonly refused: RecordPageProps['refused'];
  readonly form: CommandFormProps;
}

/** The form that makes a record. */
export const NewRecord = ({ title, list, refused, form }: NewRecordProps): VNode => (
  <>
    {refused === null ? null : <ErrorSummary title={refused.title} faults={refused.faults} />}
    <p>
      <a href={list.href}>{list.label}</a>
    </p>
    <h1>{title}</h1>
    <div class="one-form">
      <CommandForm {...form} />
    </div>
  </>
);
