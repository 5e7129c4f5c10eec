import type { VNode } from 'preact';
import { disclosureTexts } from '#text/disclosure';
import { texts } from '#text/pages';
import { titleTexts } from '#text/title';
import { Card } from '#ui/card';
import { longMoment } from '#ui/deadline';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { JoinedForms } from '#ui/form';
import { SecrecyMark, SecrecyTag } from '#ui/secrecy-mark';
import { StageBar, type StageStep } from '#ui/stage-bar';
import { AttachmentSection, type AttachmentsProps } from '../attachments/attachment-list.js';
import { Happening, Investigation, Judgement, type Said, Words } from './case-record.js';
import { type ChangedLine, Conflict } from './conflict.js';
import { Elsewhere, type ElsewhereLine } from './elsewhere.js';
import { History, type HistoryProps } from './history.js';
import { type MailLine, Mails } from './mails.js';
import { News, type NewsProps } from './news.js';
import { NextStep, StepRow } from './next-step.js';
import { type OfferGroup, Offers } from './offers.js';
import { type ActionLine, type CauseLine, Duties, type DutyLine, type EntryGroup, type IvoProps, IvoTrack, type Term } from './sections.js';
import { Step, type StepProps } from './step.js';

export interface CasePageProps {
  readonly id: string;
  readonly number: string;
  /** By codes alone. */
  readonly heading: string;
  /** The title that somebody has written, for one who may read it; and where it is written, for one who may. */
  readonly title: string | null;
  readonly titleHref: string | null;
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
    /** Whether the case waits for the reader, as in their list of work. */
    readonly isMine: boolean;
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
    readonly heading: string;
    readonly stage: string;
    /** Why they were linked, where somebody has linked them and the reader may read it. */
    readonly reasons: string | null;
  }[];
  /** Records that are about the case: a review that follows its notification, a risk that it shows. */
  readonly records: readonly { readonly href: string; readonly number: string; readonly what: string; readonly status: string }[];
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
  /** The form of the next step; null where this person has nothing to fill in for it. */
  readonly step: StepProps | null;
  /** The forms of the other commands, by heading. */
  readonly offers: readonly OfferGroup[];
  /** Where what is stated is corrected, for one who may; null for others. */
  readonly correctHref: string | null;
  /** The form to show open. */
  readonly openForm: string | null;
  readonly agenda: readonly { readonly id: string; readonly at: string; readonly what: string; readonly why: string }[];
  readonly duties: readonly DutyLine[];
  /** What others have done since the reader had the case open last; null where nothing has come. */
  readonly news: NewsProps | null;
  readonly history: HistoryProps;
  readonly version: number;
}

/** A case for its handlers: what happened, the next step and what it needs, the work, what else can be done, and last the background. */
export function CasePage(props: CasePageProps): VNode {
  const { conflict, offers, step } = props;
  const all = offers.flatMap(({ forms }) => forms);
  return (
    <>
      {props.refused === null ? null : <ErrorSummary title={props.refused.title} faults={props.refused.faults} />}
      <Heading {...props} />
      <SecrecyMark on={props.secrecy} />
      {props.toReporter === null ? null : (
        <p class="lead">
          <strong>Din rapport.</strong> {props.toReporter}
        </p>
      )}
      <JoinedForms action={`/arende/${props.id}`} draft>
        {conflict === null ? null : <Conflict form={all.find(({ command }) => command === conflict.command) ?? null} lines={conflict.lines} />}
        <KinList {...props} />
        <StageBar steps={props.steps} />
        <div class="case">
          <Happening {...props} />
          <div class="side">
            <NextStep {...props} />
            {props.news === null ? null : <News {...props.news} />}
          </div>
          <div class="stack">
            {step === null ? null : <Step {...step} />}
            <Elsewhere {...props} />
            <Investigation {...props} />
            <Judgement {...props} />
            <AtIvo {...props} />
            {props.attachments === null ? null : <AttachmentSection {...props.attachments} />}
            <Disclosed {...props} />
            <Mails {...props} />
            {props.said.length === 0 ? null : (
              <Card id="sagt" title="Besked, skäl och anteckningar">
                <Words list={props.said} />
              </Card>
            )}
            <Offers {...props} offers={offers.map((group) => without(group, conflict?.command))} hasStep={step !== null} />
            <Background {...props} />
          </div>
        </div>
      </JoinedForms>
      <StepRow {...props} />
    </>
  );
}

/** What the case is called, with a link to write it; under a written title what the codes say. */
const Heading = ({ number, heading, title, titleHref }: CasePageProps): VNode => (
  <>
    <div class="case-head">
      <h1>
        <span class="number">{number}</span> {title ?? heading}
      </h1>
      {titleHref === null ? null : (
        <>
          {' '}
          <a class="to-title" href={titleHref}>
            {title === null ? titleTexts.write : titleTexts.change}
          </a>
        </>
      )}
    </div>
    {title === null ? null : <p class="hint case-codes">{heading}</p>}
  </>
);

const without = (group: OfferGroup, command: string | undefined): OfferGroup => ({ ...group, forms: group.forms.filter((form) => form.command !== command) });

function AtIvo({ ivo, now, decisionHref }: CasePageProps): VNode | null {
  if (ivo === null) return null;
  return (
    <Card id="ivo" title="Hos IVO">
      <IvoTrack ivo={ivo} now={now} />
      {decisionHref === null ? null : <a href={decisionHref}>Till beslutet och det som gått till IVO</a>}
    </Card>
  );
}

/** Deadlines, who sees the case and its history: a line each, which says the most important, and opens. */
function Background(props: CasePageProps): VNode {
  const { history, reportedOnly } = props;
  return (
    <section class="still" aria-label="Bakgrund">
      {reportedOnly ? null : <Agenda {...props} />}
      {reportedOnly ? null : <Stages {...props} />}
      <Viewers {...props} />
      <details class="printed" open={history.isAsked}>
        <summary>
          <h2 id="historik">{texts.case.history}</h2> <span class="hint">{history.says}</span>
        </summary>
        <History {...history} />
      </details>
    </section>
  );
}

function Disclosed({ disclosed }: CasePageProps): VNode | null {
  if (disclosed === null) return null;
  return (
    <Card id="utlamnat" title={disclosureTexts.section}>
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
    </Card>
  );
}

function Stages({ stages }: CasePageProps): VNode {
  return (
    <details class="about">
      <summary>
        <h2>Skeden</h2> <span class="hint">Vad görs i varje skede, och varför?</span>
      </summary>
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

function KinList({ kin, records, barred, reportedOnly }: CasePageProps): VNode | null {
  const told = reportedOnly ? barred : 0;
  if (kin.length === 0 && records.length === 0 && told === 0) return null;
  return (
    <ul class="kin" aria-label="Hör ihop med">
      {kin.map((other) => (
        <li key={`${other.text} ${other.id}`}>
          {`${other.text} `}
          <a href={`/arende/${other.id}`}>{other.number}</a>
          {` (${other.heading}, ${other.stage})`}
          <SecrecyTag on={other.secrecy} />
          {other.reasons === null ? null : (
            <details class="why">
              <summary>Varför?</summary>
              <p>{other.reasons}</p>
            </details>
          )}
        </li>
      ))}
      {records.map(({ href, number, what, status }) => (
        <li key={href}>
          {`${what} `}
          <a href={href}>{number}</a>
          {` (${status})`}
        </li>
      ))}
      {told === 0 ? null : <li>{barredText(told)}</li>}
    </ul>
  );
}

function Viewers({ viewers, barred }: CasePageProps): VNode | null {
  if (viewers.length === 0) return null;
  return (
    <details class="printed">
      <summary>
        <h2 id="ser">Vem kan se ärendet</h2>{' '}
        <span class="hint">{`${viewers.length} ${viewers.length === 1 ? 'roll' : 'roller'}.${barred === 0 ? '' : ` ${barredText(barred)}`}`}</span>
      </summary>
      <ul>
        {viewers.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {barred === 0 ? null : <p>{barredText(barred)}</p>}
    </details>
  );
}

function Agenda({ agenda, duties, now }: CasePageProps): VNode {
  const open = duties.filter(({ state }) => state === '');
  const ended = duties.filter(({ state }) => state !== '');
  return (
    <details class="printed">
      <summary>
        <h2 id="dagordning">{texts.case.agenda}</h2>{' '}
        <span class="hint">{`${open.length} kvar, ${ended.length} ${ended.length === 1 ? 'avklarad' : 'avklarade'}`}</span>
      </summary>
      <Duties duties={open} now={now} />
      {ended.length === 0 ? null : (
        <details>
          <summary>{`Avklarat (${ended.length})`}</summary>
          <Duties duties={ended} now={now} />
        </details>
      )}
      {agenda.length === 0 ? <p>Inget sker av sig självt.</p> : <h3>Sker av sig självt om inget görs</h3>}
      <AgendaItems items={agenda} />
    </details>
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
