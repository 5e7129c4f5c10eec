import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { decisionTexts } from '#text/sections';
import { signInTexts } from '#text/sign-in';
import { NextCard } from '#ui/card';
import { CommandForm, type CommandFormProps } from '#ui/command-form';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { JoinedForms } from '#ui/form';
import { Quote } from '#ui/quote';
import { SecrecyMark } from '#ui/secrecy-mark';
import { Saved } from '#ui/told-line';
import { type ChangedLine, Conflict } from '../case/conflict.js';
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
} from '../case/sections.js';
import { signInAgainAndBack } from '../frame/request.js';
import type { Decided } from './decision-told.js';
import type { PackageProps } from './ivo-package.js';
import { PackageSection } from './package-section.js';

export interface DecisionPageProps {
  readonly id: string;
  readonly number: string;
  readonly secrecy: boolean;
  readonly title: string;
  readonly heading: string;
  readonly now: string;
  readonly refused: { readonly title: string; readonly faults: readonly Fault[] } | null;
  readonly summary: readonly Term[];
  readonly mayRead: boolean;
  readonly what: string | null;
  readonly atOnce: string | null;
  readonly entries: readonly EntryGroup[];
  readonly causes: readonly CauseLine[];
  readonly actions: readonly ActionLine[];
  readonly proposal: { readonly text: string; readonly by: string; readonly reasons: string | null } | null;
  /** The decider's own answer; null for one who only reads. */
  readonly conflict: string | null;
  readonly law: { readonly name: string; readonly law: string; readonly wording: string | null; readonly note: string };
  readonly shall: string;
  readonly duties: readonly DutyLine[];
  readonly ground: readonly { readonly text: string; readonly done: boolean; readonly href: string; readonly needed: boolean }[];
  /** Steps that somebody with a conflict of interest was allowed to take; never whose. */
  readonly exceptions: readonly string[];
  readonly mayDecide: boolean;
  /** The log-in was too long ago for the decision. */
  readonly asksLogInAgain: boolean;
  /** The person in whose place this person decides. */
  readonly instead: string | null;
  readonly deciders: readonly string[];
  /** What was just saved, in words. */
  readonly saved: string | null;
  readonly decided: readonly Decided[];
  readonly forms: readonly CommandFormProps[];
  readonly afterForms: readonly CommandFormProps[];
  /** The form to show open. */
  readonly openForm: string | null;
  /** Somebody else was first: what they did, and the form that was sent. */
  readonly changed: { readonly command: string; readonly lines: readonly ChangedLine[] } | null;
  readonly ivo: IvoProps | null;
  /** For one who may send to IVO. */
  readonly package: PackageProps | null;
}

/** One page to read, decide on and print: no tabs, the decision last, what follows after it. */
export function DecisionPage(props: DecisionPageProps): VNode {
  return (
    <div class="one-page">
      {props.refused === null ? null : <ErrorSummary title={props.refused.title} faults={props.refused.faults} />}
      <p class="screen-only">
        <a href={`/arende/${props.id}`}>Tillbaka till ärendet</a>
      </p>
      <h1>{props.title}</h1>
      <p class="lead">{`${props.number}. ${props.heading}`}</p>
      <SecrecyMark on={props.secrecy} />
      <JoinedForms action={`/arende/${props.id}`} draft>
        {props.changed === null ? null : (
          <Conflict
            form={[...props.forms, ...props.afterForms].find(({ command }) => command === props.changed?.command) ?? null}
            lines={props.changed.lines}
          />
        )}
        <div class="case">
          <div class="stack">
            <Summary {...props} />
            <Proposal {...props} />
          </div>
          <div class="side stack">
            <Law {...props} />
            <Ground {...props} />
          </div>
          <div class="stack">
            <Decision {...props} forms={props.forms.filter(({ command }) => command !== props.changed?.command)} />
            <Afterwards {...props} afterForms={props.afterForms.filter(({ command }) => command !== props.changed?.command)} />
          </div>
        </div>
      </JoinedForms>
    </div>
  );
}

function Summary({ summary, mayRead, what, atOnce }: DecisionPageProps): VNode {
  return (
    <section aria-labelledby="b1">
      <h2 id="b1">{`1. ${decisionTexts.summary}`}</h2>
      {mayRead ? null : <p class="hint">{texts.case.noWords}</p>}
      {what === null ? null : <Quote heading="Vad hände" text={what} isVoice />}
      {atOnce === null ? null : <Quote heading="Vad som gjordes direkt" text={atOnce} isVoice />}
      <Terms rows={summary} />
    </section>
  );
}

function Proposal({ proposal, entries, causes, actions, now }: DecisionPageProps): VNode {
  return (
    <section aria-labelledby="b2">
      <h2 id="b2">{`2. ${decisionTexts.proposal}`}</h2>
      {proposal === null ? <p>{decisionTexts.noProposal}</p> : null}
      {proposal === null ? null : (
        <div class="proposal">
          <p>
            Utredaren föreslår: <strong>{proposal.text}</strong>
          </p>
          <p class="hint">{proposal.by}</p>
          {proposal.reasons === null ? null : <p>{proposal.reasons}</p>}
        </div>
      )}
      <CausesAndActions causes={causes} actions={actions} now={now} />
      {entries.length === 0 ? null : (
        <details class="printed" open>
          <summary>Utredningen, punkt för punkt</summary>
          <Entries groups={entries} />
        </details>
      )}
    </section>
  );
}

function Law({ law, shall, duties, now }: DecisionPageProps): VNode {
  return (
    <section aria-labelledby="b3">
      <h2 id="b3">{`3. ${decisionTexts.law}`}</h2>
      <p>
        <strong>{law.law}</strong>
        {`: ${law.name}${law.wording === null ? '' : `, ”${law.wording}”`}.`}
        <span class="hint block">{law.note}</span>
      </p>
      <p>{shall}</p>
      <Duties duties={duties} now={now} />
    </section>
  );
}

/** What the decision needs: in saffron where it waits for the reader. */
function Ground({ ground, exceptions, mayDecide, forms }: DecisionPageProps): VNode {
  const waits = mayDecide && forms.some(({ command }) => command === 'DecideIvo');
  const lacking = ground.filter((line) => line.needed && !line.done);
  return (
    <NextCard id="b4" title={`4. ${decisionTexts.ground}`} isMine={waits}>
      <ul class="checks">
        {ground.map((line) => (
          <li key={line.text} class={line.done ? 'done' : 'lacking'}>
            <span aria-hidden="true">{line.done ? '✓ ' : '▲ '}</span>
            {line.done ? `${line.text}: finns` : <a href={line.href}>{`${line.text}: saknas`}</a>}
            {line.needed && !line.done ? <span class="hint"> krävs för beslutet</span> : null}
          </li>
        ))}
      </ul>
      {exceptions.map((line) => (
        <p key={line}>{`${line}.`}</p>
      ))}
      <p class="hint">
        {lacking.length === 0 ? decisionTexts.ready : `${lacking.length === 1 ? 'En sak' : `${lacking.length} saker`} krävs innan beslutet kan fattas.`}
      </p>
      {waits ? (
        <p>
          <a class="button" href="#b5">
            {decisionTexts.toDecision}
          </a>
        </p>
      ) : null}
    </NextCard>
  );
}

function Decision(props: DecisionPageProps): VNode {
  const { decided, saved, mayDecide, asksLogInAgain, instead, deciders, forms, conflict } = props;
  return (
    <section aria-labelledby="b5">
      <h2 id="b5">{`5. ${mayDecide ? decisionTexts.decision : 'Beslut'}`}</h2>
      <Saved text={saved} />
      {instead === null ? null : <p>{instead}</p>}
      {conflict === null ? null : <p>{conflict}</p>}
      {asksLogInAgain ? (
        <p class="screen-only">
          {signInTexts.confirm.ahead} <a href={signInAgainAndBack(`/arende/${props.id}/beslut`)}>{signInTexts.confirm.now}</a>
        </p>
      ) : null}
      {decided.map((part) => (
        <div key={part.title}>
          <Quote heading={`${part.title}: ${part.text}`} note={part.by} text={part.reasons ?? 'Skälen visas inte för dig.'} />
          {part.dissent === null ? null : <Quote heading={decisionTexts.dissent} text={part.dissent} />}
        </div>
      ))}
      {mayDecide ? null : (
        <>
          <p>{`${decisionTexts.notYours}${deciders.length === 0 ? ` ${decisionTexts.nobody}` : ''}`}</p>
          <ul>
            {deciders.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {forms.map((form) =>
        form.command === 'DecideOutcome' && decided.some(({ title }) => title === 'Bedömning') && props.openForm !== form.command ? (
          <details key={form.command}>
            <summary>Ändra bedömningen</summary>
            <CommandForm {...form} />
          </details>
        ) : (
          <CommandForm key={form.command} {...form} isAside={form.command !== 'DecideIvo' && forms.some(({ command }) => command === 'DecideIvo')} />
        ),
      )}
    </section>
  );
}

function Afterwards({ ivo, package: files, afterForms, openForm, now }: DecisionPageProps): VNode | null {
  if (ivo === null) return null;
  return (
    <section aria-labelledby="b6">
      <h2 id="b6">{`6. ${decisionTexts.afterwards}`}</h2>
      <IvoTrack ivo={ivo} now={now} />
      {files === null ? null : <PackageSection {...files} />}
      {afterForms.map((form) =>
        form.command === 'NotifyIvo' ? (
          <CommandForm key={form.command} {...form} />
        ) : (
          <details key={form.command} open={form.command === openForm}>
            <summary>{form.title}</summary>
            <CommandForm {...form} />
          </details>
        ),
      )}
    </section>
  );
}
