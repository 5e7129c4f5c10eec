import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { CommandForm, type CommandFormProps } from '#ui/command-form';
import { Deadline, longMoment } from '#ui/deadline';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { StageBar, type StageStep } from '#ui/stage-bar';
import {
  type ActionLine,
  type CauseLine,
  CausesAndActions,
  Duties,
  type DutyLine,
  Entries,
  type EntryGroup,
  type IvoProps,
  IvoTrack,
  type Term,
  Terms,
} from './sections.js';

interface Said {
  readonly heading: string;
  readonly text: string;
  readonly note: string;
}

export interface CasePageProps {
  readonly id: string;
  readonly number: string;
  readonly heading: string;
  readonly facts: readonly Term[];
  readonly steps: readonly StageStep[];
  readonly now: string;
  readonly refused: { readonly title: string; readonly faults: readonly Fault[] } | null;
  readonly next: {
    readonly to: string;
    readonly purpose: string;
    readonly duty: string;
    /** The words at the button. */
    readonly text: string;
    readonly missing: readonly Fault[];
    readonly due: { readonly dueAt: string | null; readonly targetAt: string | null; readonly isLaw: boolean; readonly ownTarget: boolean } | null;
    readonly mayAdvance: boolean;
  } | null;
  /** The page of the decision on notification, where the case has one. */
  readonly decisionHref: string | null;
  readonly ending: string | null;
  /** What became of it, for the one who reported it and reads. */
  readonly toReporter: string | null;
  readonly reportedOnly: boolean;
  readonly kin: readonly { readonly id: string; readonly number: string; readonly text: string; readonly kind: string; readonly stage: string }[];
  /** How many are shut out by a conflict of interest; never who. */
  readonly barred: number;
  readonly mayRead: boolean;
  readonly words: readonly Said[];
  /** What has been said and given as reasons since the report. */
  readonly said: readonly Said[];
  readonly entries: readonly EntryGroup[];
  readonly causes: readonly CauseLine[];
  readonly actions: readonly ActionLine[];
  readonly judgement: readonly Term[];
  readonly judgementWords: readonly { readonly heading: string; readonly text: string }[];
  readonly patient: readonly string[];
  readonly ivo: IvoProps | null;
  readonly forms: readonly CommandFormProps[];
  /** The form that was sent and refused, shown open. */
  readonly openForm: string | null;
  readonly agenda: readonly { readonly id: string; readonly at: string; readonly what: string; readonly why: string }[];
  readonly duties: readonly DutyLine[];
  readonly history: readonly { readonly version: number; readonly at: string; readonly text: string; readonly who: string }[];
  readonly version: number;
}

/** A case for one who works with it: where it stands, the next step and what it needs, then everything else. */
export function CasePage(props: CasePageProps): VNode {
  const firstMissing = props.next?.missing.map((lack) => lack.href?.split('#k-')[1]).find((name) => props.forms.some((form) => form.command === name));
  return (
    <>
      {props.refused === null ? null : <ErrorSummary title={props.refused.title} faults={props.refused.faults} />}
      <h1>
        <span class="number">{props.number}</span> {props.heading}
      </h1>
      {props.toReporter === null ? null : (
        <p class="lead">
          <strong>Din rapport.</strong> {props.toReporter}
        </p>
      )}
      <KinList {...props} />
      <StageBar steps={props.steps} />
      <div class="columns">
        <div>
          <NextStep {...props} />
          <section aria-labelledby="gora">
            <h2 id="gora">Det du kan göra</h2>
            {props.forms.length === 0 ? <p>Just nu finns inget för dig att göra här.</p> : null}
            {props.forms.map((form) => (
              <details key={form.command} open={form.command === (props.openForm ?? firstMissing)}>
                <summary>{form.title}</summary>
                <CommandForm {...form} />
              </details>
            ))}
          </section>
          <section aria-labelledby="handelsen">
            <h2 id="handelsen">Händelsen</h2>
            {props.mayRead ? null : <p class="hint">{texts.case.noWords}</p>}
            <Words list={props.words} />
            <Terms rows={props.facts} />
          </section>
          <Investigation {...props} />
          <Judgement {...props} />
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
          <section aria-labelledby="historik">
            <h2 id="historik">{texts.case.history}</h2>
            <ol class="history">
              {props.history.map((line) => (
                <li key={line.version}>
                  <span>{line.text}</span>
                  <span class="hint">{`${longMoment(line.at)}, ${line.who}`}</span>
                </li>
              ))}
            </ol>
          </section>
        </aside>
      </div>
    </>
  );
}

function KinList({ kin, barred }: CasePageProps): VNode | null {
  if (kin.length === 0 && barred === 0) return null;
  return (
    <ul class="kin">
      {kin.map((other) => (
        <li key={other.id}>
          {`${other.text} `}
          <a href={`/arende/${other.id}`}>{other.number}</a>
          {` (${other.kind}, ${other.stage})`}
        </li>
      ))}
      {barred === 0 ? null : <li>{`Jäv: ${barred === 1 ? 'en person' : `${barred} personer`} varken ser eller handlägger ärendet.`}</li>}
    </ul>
  );
}

const Words = ({ list }: { readonly list: readonly Said[] }): VNode => (
  <>
    {list.map((part) => (
      <article class="words" key={part.heading + part.note + part.text.slice(0, 20)}>
        <h3>{part.heading}</h3>
        <p class="hint">{part.note}</p>
        <p>{part.text}</p>
      </article>
    ))}
  </>
);

function Investigation({ entries, causes, actions, patient, now }: CasePageProps): VNode | null {
  if (entries.length + causes.length + actions.length + patient.length === 0) return null;
  return (
    <section aria-labelledby="utredning">
      <h2 id="utredning">Utredning</h2>
      <Entries groups={entries} />
      {causes.length + actions.length === 0 ? null : <h3>Orsaker och åtgärder</h3>}
      <CausesAndActions causes={causes} actions={actions} now={now} />
      {patient.length === 0 ? null : <h3>Information till patienten</h3>}
      {patient.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

function Judgement({ judgement, judgementWords }: CasePageProps): VNode | null {
  if (judgement.length === 0) return null;
  return (
    <section aria-labelledby="bedomning">
      <h2 id="bedomning">Bedömning och beslut</h2>
      <Terms rows={judgement} />
      {judgementWords.map((part) => (
        <article class="words" key={part.heading}>
          <h3>{part.heading}</h3>
          <p>{part.text}</p>
        </article>
      ))}
    </section>
  );
}

function NextStep({ next, ending, now, id, decisionHref, ...rest }: CasePageProps): VNode {
  if (next === null)
    return (
      <section class="next">
        <h2>Läget</h2>
        <p>{ending}</p>
      </section>
    );
  return (
    <section class="next" aria-labelledby="nasta">
      <h2 id="nasta">{rest.reportedOnly ? 'Det här händer nu' : 'Nästa steg'}</h2>
      <p>{next.purpose}</p>
      <p class="hint">{next.duty}</p>
      {next.due === null ? null : (
        <p>
          Närmaste frist: <Deadline due={next.due.dueAt ?? next.due.targetAt} now={now} isLaw={next.due.isLaw} ownTarget={next.due.ownTarget} />
        </p>
      )}
      {rest.reportedOnly ? null : next.missing.length === 0 ? (
        <p>{texts.case.nothingMissing}</p>
      ) : (
        <>
          <h3>{texts.case.missing}</h3>
          <ul class="missing">
            {next.missing.map((lack) => (
              <li key={lack.text}>
                <a href={lack.href ?? '#gora'}>{lack.text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {decisionHref === null || next.to !== 'feedback' ? null : (
        <p>
          <a class="button" href={decisionHref}>
            Till beslutet
          </a>
        </p>
      )}
      {next.mayAdvance ? (
        <form method="post" action={`/arende/${id}`}>
          <input type="hidden" name="_type" value="AdvanceCase" />
          <input type="hidden" name="_key" value={`${rest.version}-advance-${id}`} />
          <input type="hidden" name="_version" value={String(rest.version)} />
          <input type="hidden" name="to" value={next.to} />
          <button class={decisionHref !== null && next.to === 'feedback' && next.missing.length > 0 ? 'second' : undefined}>{next.text}</button>
        </form>
      ) : (
        <p class="hint">{rest.reportedOnly ? 'Den som handlägger ärendet tar det vidare.' : 'Det är någon annan som tar ärendet vidare.'}</p>
      )}
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
      {agenda.length === 0 ? <p>Inget sker av sig självt.</p> : null}
      <ol class="agenda">
        {agenda.map((item) => (
          <li key={item.id}>
            <span>{longMoment(item.at)}</span> <span>{item.what}</span>
            <span class="hint">{item.why}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
