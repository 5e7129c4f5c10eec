import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { CommandForm, type CommandFormProps } from '#ui/command-form';
import { Deadline, longMoment } from '#ui/deadline';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { StageBar, type StageStep } from '#ui/stage-bar';

export interface CasePageProps {
  readonly id: string;
  readonly number: string;
  readonly heading: string;
  readonly facts: readonly { readonly term: string; readonly text: string }[];
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
    readonly due: { readonly dueAt: string | null; readonly targetAt: string | null; readonly isLaw: boolean } | null;
    readonly mayAdvance: boolean;
  } | null;
  readonly ending: string | null;
  readonly mayRead: boolean;
  readonly words: readonly { readonly heading: string; readonly text: string; readonly note: string }[];
  readonly forms: readonly CommandFormProps[];
  /** The form that was sent and refused, shown open. */
  readonly openForm: string | null;
  readonly agenda: readonly { readonly id: string; readonly at: string; readonly what: string; readonly why: string }[];
  readonly duties: readonly {
    readonly id: string;
    readonly name: string;
    readonly law: string;
    readonly due: string | null;
    readonly isLaw: boolean;
    readonly state: string;
    readonly why: string;
  }[];
  readonly history: readonly { readonly version: number; readonly at: string; readonly text: string; readonly who: string }[];
  readonly version: number;
}

/** A case for one who works with it: where it stands, the next step and what it needs, then everything else. */
export function CasePage(props: CasePageProps): VNode {
  return (
    <>
      {props.refused === null ? null : <ErrorSummary title={props.refused.title} faults={props.refused.faults} />}
      <h1>
        <span class="number">{props.number}</span> {props.heading}
      </h1>
      <StageBar steps={props.steps} />
      <div class="columns">
        <div>
          <NextStep {...props} />
          <section aria-labelledby="handelsen">
            <h2 id="handelsen">Händelsen</h2>
            <dl class="facts">{props.facts.flatMap(({ term, text }) => [<dt key={`${term}t`}>{term}</dt>, <dd key={term}>{text}</dd>])}</dl>
            {props.mayRead ? null : <p class="hint">{texts.case.noWords}</p>}
            {props.words.map((part) => (
              <article class="words" key={part.heading + part.note}>
                <h3>{part.heading}</h3>
                <p class="hint">{part.note}</p>
                <p>{part.text}</p>
              </article>
            ))}
          </section>
          <section aria-labelledby="gora">
            <h2 id="gora">Det du kan göra</h2>
            {props.forms.length === 0 ? <p>Just nu finns inget för dig att göra här.</p> : null}
            {props.forms.map((form) => (
              <details key={form.command} open={form.command === props.openForm || props.next?.missing.some((fault) => fault.href === `#k-${form.command}`)}>
                <summary>{form.title}</summary>
                <CommandForm {...form} />
              </details>
            ))}
          </section>
        </div>
        <aside>
          <Agenda {...props} />
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

function NextStep({ next, ending, now, id, ...rest }: CasePageProps): VNode {
  if (next === null)
    return (
      <section class="next">
        <h2>Läget</h2>
        <p>{ending}</p>
      </section>
    );
  return (
    <section class="next" aria-labelledby="nasta">
      <h2 id="nasta">Nästa steg</h2>
      <p>{next.purpose}</p>
      <p class="hint">{next.duty}</p>
      {next.due === null ? null : (
        <p>
          Närmaste frist: <Deadline due={next.due.dueAt ?? next.due.targetAt} now={now} isLaw={next.due.isLaw} />
        </p>
      )}
      {next.missing.length === 0 ? (
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
      {next.mayAdvance ? (
        <form method="post" action={`/arende/${id}`}>
          <input type="hidden" name="_type" value="AdvanceCase" />
          <input type="hidden" name="_key" value={`${rest.version}-advance-${id}`} />
          <input type="hidden" name="_version" value={String(rest.version)} />
          <input type="hidden" name="to" value={next.to} />
          <button>{next.text}</button>
        </form>
      ) : (
        <p class="hint">Det är någon annan som tar ärendet vidare.</p>
      )}
    </section>
  );
}

function Agenda({ agenda, duties, now }: CasePageProps): VNode {
  return (
    <section aria-labelledby="dagordning">
      <h2 id="dagordning">{texts.case.agenda}</h2>
      <ul class="duties">
        {duties.map((duty) => (
          <li key={duty.id}>
            <strong>{duty.name}</strong> <span class="hint">{duty.law}</span>
            <br />
            {duty.state === '' ? <Deadline due={duty.due} now={now} isLaw={duty.isLaw} /> : duty.state}
            <details>
              <summary>Varför detta datum?</summary>
              <p>{duty.why}</p>
            </details>
          </li>
        ))}
      </ul>
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
