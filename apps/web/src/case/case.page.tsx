import type { VNode } from 'preact';
import { disclosureTexts } from '#text/disclosure';
import { texts } from '#text/pages';
import { CommandForm, type CommandFormProps } from '#ui/command-form';
import { longMoment } from '#ui/deadline';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { JoinedForms } from '#ui/form';
import { SecrecyMark, SecrecyTag } from '#ui/secrecy-mark';
import { StageBar, type StageStep } from '#ui/stage-bar';
import { type AttachmentsProps, CaseAttachments } from '../attachments/attachment-list.js';
import { Happening, Investigation, Judgement, type Said, Words } from './case-record.js';
import { type ChangedLine, Conflict } from './conflict.js';
import { Elsewhere, type ElsewhereLine } from './elsewhere.js';
import { History, type HistoryProps } from './history.js';
import { type MailLine, Mails } from './mails.js';
import { NextStep } from './next-step.js';
import { type ActionLine, type CauseLine, Duties, type DutyLine, type EntryGroup, type IvoProps, IvoTrack, type Term } from './sections.js';

export interface CasePageProps {
  readonly id: string;
  readonly number: string;
  readonly heading: string;
  readonly secrecy: boolean;
  readonly facts: readonly Term[];
  readonly steps: readonly StageStep[];
  /** The purpose of each stage, and the duty behind it with its paragraph. */
  readonly stages: readonly { readonly label: string; readonly purpose: string; readonly duty: string }[];
  readonly now: string;
  readonly refused: { readonly title: string; readonly faults: readonly Fault[] } | null;
  /** Somebody else was first: what they did, and the form that was sent. */
  readonly conflict: { readonly command: string; readonly lines: readonly ChangedLine[] } | null;
  readonly next: {
    readonly to: string;
    readonly purpose: string;
    readonly duty: string;
    /** The label of the button. */
    readonly text: string;
    /** `href`: the field that supplies it, for one who may. */
    readonly missing: readonly { readonly text: string; readonly href: string | null }[];
    readonly due: DutyLine | null;
    readonly mayAdvance: boolean;
  } | null;
  /** The page of the decision on notification, where the case has one. */
  readonly decisionHref: string | null;
  /** What was just saved, in words. */
  readonly saved: string | null;
  readonly ending: string | null;
  /** The result, for the reporter. */
  readonly toReporter: string | null;
  readonly reportedOnly: boolean;
  readonly kin: readonly {
    readonly id: string;
    readonly number: string;
    readonly secrecy: boolean;
    readonly text: string;
    readonly kind: string;
    readonly stage: string;
  }[];
  /** Whether the reader is allowed a single step in spite of a conflict of interest. */
  readonly excepted: boolean;
  /** How many people are barred by a conflict of interest; never who. */
  readonly barred: number;
  /** Who sees the case, a line per post. */
  readonly viewers: readonly string[];
  readonly mayRead: boolean;
  /** The report as it was sent, and additions to it. */
  readonly words: readonly Said[];
  readonly addenda: readonly Said[];
  /** Pictures and documents; null for a reader without the right to the case's words. */
  readonly attachments: AttachmentsProps | null;
  /** Messages and reasons since the report. */
  readonly said: readonly Said[];
  /** Mails to the one who spoke up, and whether each was sent, waits, or did not arrive. */
  readonly mails: readonly MailLine[];
  /** When the one who spoke up wrote, if nobody has answered since. */
  readonly written: string | null;
  readonly entries: readonly EntryGroup[];
  readonly causes: readonly CauseLine[];
  readonly actions: readonly ActionLine[];
  readonly judgement: readonly Term[];
  /** Prints that have been given out, and the link to give one, for one who may; null for others. */
  readonly disclosed: { readonly href: string; readonly lines: readonly { readonly href: string; readonly text: string }[] } | null;
  /** What the law handles outside the case, and whether it has been passed on. */
  readonly elsewhere: readonly ElsewhereLine[];
  readonly judgementWords: readonly { readonly heading: string; readonly text: string }[];
  readonly patient: readonly string[];
  readonly ivo: IvoProps | null;
  readonly forms: readonly CommandFormProps[];
  /** The form to show open. */
  readonly openForm: string | null;
  readonly agenda: readonly { readonly id: string; readonly at: string; readonly what: string; readonly why: string }[];
  readonly duties: readonly DutyLine[];
  readonly history: HistoryProps;
  readonly version: number;
}

/** A case for its handlers: its state, the next step and what it needs, then everything else. */
export function CasePage(props: CasePageProps): VNode {
  const { conflict, forms } = props;
  return (
    <>
      {props.refused === null ? null : <ErrorSummary title={props.refused.title} faults={props.refused.faults} />}
      <h1>
        <span class="number">{props.number}</span> {props.heading}
      </h1>
      <SecrecyMark on={props.secrecy} />
      {props.toReporter === null ? null : (
        <p class="lead">
          <strong>Din rapport.</strong> {props.toReporter}
        </p>
      )}
      <JoinedForms action={`/arende/${props.id}`} draft>
        {conflict === null ? null : <Conflict form={forms.find(({ command }) => command === conflict.command) ?? null} lines={conflict.lines} />}
        <KinList {...props} />
        <StageBar steps={props.steps} />
        {props.reportedOnly ? null : <Stages {...props} />}
        <div class="columns">
          <div>
            <NextStep {...props} />
            <Elsewhere {...props} />
            <Offers {...props} />
            <Happening {...props} />
            <Investigation {...props} />
            <Judgement {...props} />
            {props.attachments === null ? null : <CaseAttachments {...props.attachments} />}
            <Disclosed {...props} />
            <Mails {...props} />
            {props.said.length === 0 ? null : (
              <section aria-labelledby="sagt">
                <h2 id="sagt">Besked, skäl och anteckningar</h2>
                <Words list={props.said} />
              </section>
            )}
          </div>
          <aside>
            {props.ivo === null ? null : (
              <section aria-labelledby="ivo">
                <h2 id="ivo">Hos IVO</h2>
                <IvoTrack ivo={props.ivo} now={props.now} />
                {props.decisionHref === null ? null : <a href={props.decisionHref}>Till beslutet och det som gått till IVO</a>}
              </section>
            )}
            {props.reportedOnly ? null : <Agenda {...props} />}
            <Viewers {...props} />
            <section aria-labelledby="historik">
              <h2 id="historik">{texts.case.history}</h2>
              <History {...props.history} />
            </section>
          </aside>
        </div>
      </JoinedForms>
    </>
  );
}

/** Every command that this person may give now, each form folded until it is opened; forms of the conflict section are left out. */
function Offers({ forms, openForm, conflict, excepted }: CasePageProps): VNode {
  return (
    <section aria-labelledby="gora" class="offers">
      <h2 id="gora">Det du kan göra</h2>
      {excepted ? <p>{texts.case.excepted}</p> : null}
      {forms.length === 0 ? <p>Just nu finns inget för dig att göra här.</p> : null}
      {forms
        .filter(({ command }) => command !== conflict?.command)
        .map((form) => (
          <details key={form.command} open={form.command === openForm}>
            <summary>{form.draft == null ? form.title : `${form.title} (utkast)`}</summary>
            <CommandForm {...form} isAside={form.command !== openForm} />
          </details>
        ))}
    </section>
  );
}

function Disclosed({ disclosed }: CasePageProps): VNode | null {
  if (disclosed === null) return null;
  return (
    <section aria-labelledby="utlamnat">
      <h2 id="utlamnat">{disclosureTexts.section}</h2>
      {disclosed.lines.length === 0 ? <p>{disclosureTexts.none}</p> : null}
      <ul>
        {disclosed.lines.map(({ href, text }) => (
          <li key={text}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={disclosed.href}>{disclosureTexts.title}</a>
      </p>
    </section>
  );
}

function Stages({ stages }: CasePageProps): VNode {
  return (
    <details class="about">
      <summary>Vad görs i varje skede, och varför?</summary>
      <dl class="facts">
        {stages.flatMap(({ label, purpose, duty }) => [
          <dt key={`${label}t`}>{label}</dt>,
          <dd key={label}>
            {purpose}
            <span class="hint block">{duty}</span>
          </dd>,
        ])}
      </dl>
    </details>
  );
}

const barredText = (barred: number): string => `Jäv: ${barred === 1 ? 'en person' : `${barred} personer`} varken ser eller handlägger ärendet.`;

function KinList({ kin, barred, reportedOnly }: CasePageProps): VNode | null {
  const told = reportedOnly ? barred : 0;
  if (kin.length === 0 && told === 0) return null;
  return (
    <ul class="kin">
      {kin.map((other) => (
        <li key={other.id}>
          {`${other.text} `}
          <a href={`/arende/${other.id}`}>{other.number}</a>
          {` (${other.kind}, ${other.stage})`}
          <SecrecyTag on={other.secrecy} />
        </li>
      ))}
      {told === 0 ? null : <li>{barredText(told)}</li>}
    </ul>
  );
}

function Viewers({ viewers, barred }: CasePageProps): VNode | null {
  if (viewers.length === 0) return null;
  return (
    <section aria-labelledby="ser">
      <h2 id="ser">Vem kan se ärendet</h2>
      <details>
        <summary>{`Visa roller (${viewers.length})`}</summary>
        <ul>
          {viewers.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {barred === 0 ? null : <p>{barredText(barred)}</p>}
    </section>
  );
}

function Agenda({ agenda, duties, now }: CasePageProps): VNode {
  const ended = duties.filter(({ state }) => state !== '');
  return (
    <section aria-labelledby="dagordning">
      <h2 id="dagordning">{texts.case.agenda}</h2>
      <Duties duties={duties.filter(({ state }) => state === '')} now={now} />
      {ended.length === 0 ? null : (
        <details>
          <summary>{`Avklarat (${ended.length})`}</summary>
          <Duties duties={ended} now={now} />
        </details>
      )}
      {agenda.length === 0 ? <p>Inget sker av sig självt.</p> : <h3>Sker av sig självt om inget görs</h3>}
      <AgendaItems items={agenda.slice(0, 2)} />
      {agenda.length <= 2 ? null : (
        <details>
          <summary>{`Därefter (${agenda.length - 2})`}</summary>
          <AgendaItems items={agenda.slice(2)} />
        </details>
      )}
    </section>
  );
}

const AgendaItems = ({ items }: { readonly items: CasePageProps['agenda'] }): VNode => (
  <ol class="agenda">
    {items.map((item) => (
      <li key={item.id}>
        <span>{longMoment(item.at)}</span> <span>{item.what}</span>
        <span class="hint">{item.why}</span>
      </li>
    ))}
  </ol>
);
