import type { VNode } from 'preact';
import { Deadline, shortDay } from '#ui/deadline';
import { WhyDate, type WhyDateProps } from '#ui/why-date';
import { FileLinks } from '../attachments/attachment-list.js';
import type { NamedAttachment } from '../attachments/attachments.js';

export interface Term {
  readonly term: string;
  readonly text: string;
}
export interface EntryGroup {
  readonly point: string;
  readonly title: string;
  readonly lines: readonly {
    readonly id: string;
    readonly nature: string;
    readonly text: string | null;
    readonly source: string;
    readonly replaced: boolean;
  }[];
}
export interface CauseLine {
  readonly id: string;
  readonly n: number;
  readonly area: string;
  readonly level: string | null;
  readonly serious: boolean;
  readonly text: string | null;
  readonly noAction: boolean;
}
export interface ActionLine {
  readonly id: string;
  readonly n: number;
  readonly what: string | null;
  readonly area: string;
  readonly horizon: string;
  readonly owner: string;
  readonly status: string;
  /** It is no longer to be done. */
  readonly dropped: boolean;
  readonly due: string | null;
  readonly causes: readonly number[];
  readonly howJudged: string | null;
  readonly effect: string | null;
}
export interface DutyLine {
  readonly id: string;
  readonly name: string;
  /** null: the municipality's own rule. */
  readonly law: string | null;
  readonly due: string | null;
  readonly isLaw: boolean;
  readonly ownTarget: boolean;
  readonly state: string;
  readonly why: WhyDateProps;
}
export interface IvoProps {
  readonly number: string | null;
  readonly caseId: string;
  /** `files`: attached documents, for those who may read the case’s words. */
  readonly lines: readonly { readonly title: string; readonly when: string; readonly text: string; readonly files: readonly NamedAttachment[] }[];
  readonly next: DutyLine | null;
  readonly quiet: string;
}

export const Terms = ({ rows }: { readonly rows: readonly Term[] }): VNode => (
  <dl class="facts">{rows.flatMap(({ term, text }) => [<dt key={`${term}t`}>{term}</dt>, <dd key={term}>{text}</dd>])}</dl>
);

/** Sourced entries under their points: fact or judgement, from whom, written by whom and when. */
export function Entries({ groups }: { readonly groups: readonly EntryGroup[] }): VNode {
  return (
    <div class="entries">
      {groups.map((group) => (
        <section class="point" key={group.point}>
          <h3>{group.title}</h3>
          {group.lines.map((line) => (
            <article class={line.replaced ? 'words replaced' : 'words'} key={line.id}>
              <p class="hint">
                <strong>{line.nature}.</strong> {line.source}
                {line.replaced ? ' Ersatt av en senare uppgift.' : ''}
              </p>
              {line.text === null ? null : <p>{line.text}</p>}
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Causes with level and weight, and the actions against them. */
export function CausesAndActions({
  causes,
  actions,
  now,
}: {
  readonly causes: readonly CauseLine[];
  readonly actions: readonly ActionLine[];
  readonly now: string;
}): VNode {
  const answering = (n: number) => actions.filter((action) => action.causes.includes(n) && !action.dropped).map((action) => action.n);
  return (
    <>
      {causes.length === 0 ? null : (
        <ul class="plain">
          {causes.map((cause) => (
            <li key={cause.id}>
              <strong>{`Orsak ${cause.n}: ${cause.area}`}</strong>
              {`${cause.level === null ? '' : `, ${cause.level.toLocaleLowerCase('sv')}`}${cause.serious ? ', allvarlig' : ''}.`} {cause.text}
              <Answered actions={answering(cause.n)} noAction={cause.noAction} />
            </li>
          ))}
        </ul>
      )}
      {actions.length === 0 ? null : (
        <ul class="plain">
          {actions.map((action) => (
            <li key={action.id}>
              <strong>{`Åtgärd ${action.n}: ${action.what ?? action.area}`}</strong>
              <span class="hint">
                {`${action.status}. ${action.area}, ${action.horizon}. Ansvarig: ${action.owner}.${action.causes.length === 0 ? '' : ` Mot orsak ${action.causes.join(' och ')}.`} `}
                {action.status === 'Genomförd' || action.due === null ? (
                  action.due === null ? (
                    ''
                  ) : (
                    `Klar senast ${shortDay(action.due)}. `
                  )
                ) : (
                  <Deadline due={action.due} now={now} isLaw={false} />
                )}
              </span>
              {action.howJudged === null ? null : <span class="hint">{`Effekten bedöms så här: ${action.howJudged}`}</span>}
              {action.effect === null ? null : <span class="hint">{action.effect}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is done about a cause; that nothing is, and no reason says why, is marked. */
function Answered({ actions, noAction }: { readonly actions: readonly number[]; readonly noAction: boolean }): VNode {
  if (actions.length > 0) return <span class="hint">{`Möts av åtgärd ${actions.join(' och ')}.`}</span>;
  if (noAction) return <span class="hint">Ingen åtgärd behövs, med skäl.</span>;
  return (
    <span class="due soon block">
      <span aria-hidden="true">▲ </span>Orsaken har ingen åtgärd, och inga skäl till att ingen behövs.
    </span>
  );
}

/** What has passed between the municipality and IVO, and the next date with why. */
export function IvoTrack({ ivo, now }: { readonly ivo: IvoProps; readonly now: string }): VNode {
  return (
    <>
      {ivo.number === null ? null : (
        <p>
          IVO:s nummer: <strong>{ivo.number}</strong>
        </p>
      )}
      <ol class="history">
        {ivo.lines.map((line) => (
          <li key={line.title + line.when}>
            <span>{`${line.title}${line.text === '' ? '' : `: ${line.text}`}`}</span>
            <span class="hint">{line.when}</span>
            <FileLinks at={`/arende/${ivo.caseId}/bilaga`} files={line.files} />
          </li>
        ))}
      </ol>
      {ivo.next === null ? ivo.quiet === '' ? null : <p>{ivo.quiet}</p> : <NextDate duty={ivo.next} now={now} />}
    </>
  );
}

function NextDate({ duty, now }: { readonly duty: DutyLine; readonly now: string }): VNode {
  return (
    <div class="next-date">
      <p>
        <strong>Nästa datum:</strong> {`${duty.name}, `}
        <Deadline due={duty.due} now={now} isLaw={duty.isLaw} ownTarget={duty.ownTarget} />
        {duty.law === null ? null : <span class="hint block">{duty.law}</span>}
      </p>
      <WhyDate {...duty.why} />
    </div>
  );
}

/** Duties with their days, each with why that day. */
export function Duties({ duties, now }: { readonly duties: readonly DutyLine[]; readonly now: string }): VNode {
  return (
    <ul class="duties">
      {duties.map((duty) => (
        <li key={duty.id} id={`d-${duty.id.replaceAll(/[^A-Za-z0-9-]/g, '-')}`}>
          <strong>{duty.name}</strong> {duty.law === null ? null : <span class="hint">{duty.law}</span>}
          <br />
          {duty.state === '' ? <Deadline due={duty.due} now={now} isLaw={duty.isLaw} ownTarget={duty.ownTarget} /> : duty.state}
          <WhyDate {...duty.why} />
        </li>
      ))}
    </ul>
  );
}
