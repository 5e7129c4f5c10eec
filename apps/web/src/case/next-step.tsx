import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { NextCard } from '#ui/card';
import { Deadline, shortDay } from '#ui/deadline';
import { Hidden, PartForm, Send } from '#ui/form';
import { Saved } from '#ui/told-line';
import { WhyDate } from '#ui/why-date';
import { STEP } from '../forms/sent-form.js';
import type { CasePageProps } from './case.page.js';

/** The state of the case: the next step, what is missing with a link for each, its day with why, and one button. */
export function NextStep(props: CasePageProps): VNode {
  const { next, ending, now, reportedOnly, saved } = props;
  if (next === null)
    return (
      <NextCard id="nasta" title="Läget">
        <Saved text={saved} />
        <p>{ending}</p>
      </NextCard>
    );
  return (
    <NextCard id="nasta" title={reportedOnly ? 'Det här händer nu' : 'Nästa steg'} isMine={next.isMine}>
      <Saved text={saved} />
      <p>{next.purpose}</p>
      <p class="hint">{next.duty}</p>
      {next.due === null ? null : (
        <div id="frist">
          <p>
            {`${next.due.name}: `}
            <Deadline due={next.due.due} now={now} isLaw={next.due.isLaw} ownTarget={next.due.ownTarget} />
          </p>
          <WhyDate {...next.due.why} />
        </div>
      )}
      {reportedOnly ? null : <Missing {...next} />}
      <Onwards {...props} next={next} />
    </NextCard>
  );
}

/** At the bottom of a phone, while the case waits for the reader: what is missing and by when, and the way to the next step. */
export function StepRow({ next, now }: CasePageProps): VNode | null {
  if (next === null || !next.isMine) return null;
  const n = next.missing.length;
  const due = next.due?.due ?? null;
  return (
    <a class="step-row" href="#nasta">
      <span>{n === 0 ? next.text : n === 1 ? '1 sak saknas' : `${n} saker saknas`}</span>
      <span>
        {due === null ? 'Nästa steg' : due < now ? 'försenat' : shortDay(due)} <span aria-hidden="true">↑</span>
      </span>
    </a>
  );
}

function Missing({ missing }: NonNullable<CasePageProps['next']>): VNode {
  if (missing.length === 0) return <p>{texts.case.nothingMissing}</p>;
  return (
    <>
      <h3>{texts.case.missing}</h3>
      <ul class="missing">
        {missing.map(({ text, href }) => (
          <li key={text}>
            <span class="near" aria-hidden="true">
              ▲
            </span>
            <span>
              {href === null ? text : <a href={href}>{text}</a>}
              {href === null ? <span class="hint"> görs av någon annan</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The main button of the page: to the decision where that is what waits, otherwise on to the next stage; drawn without a form while another form is open. */
function Onwards({
  id,
  version,
  next,
  step,
  decisionHref,
  reportedOnly,
  openForm,
}: CasePageProps & { readonly next: NonNullable<CasePageProps['next']> }): VNode {
  const awaitsDecision = decisionHref !== null && next.to === 'feedback' && next.missing.length > 0;
  return (
    <>
      {decisionHref === null || next.to !== 'feedback' ? null : (
        <p>
          <a class={awaitsDecision ? (openForm === null ? 'button' : 'button second') : undefined} href={decisionHref}>
            Till beslutet
          </a>
        </p>
      )}
      {step !== null ? (
        <p>
          <a class="button" href={`#k-${STEP}`}>
            {texts.case.toStep}
          </a>
        </p>
      ) : next.mayAdvance ? (
        <PartForm part="AdvanceCase" action={`/arende/${id}`}>
          <Hidden name="_type" value="AdvanceCase" />
          <Hidden name="_key" value={`${version}-advance-${id}`} />
          <Hidden name="_version" value={String(version)} />
          <Hidden name="to" value={next.to} />
          <Send class={awaitsDecision || openForm !== null ? 'second' : undefined}>{next.text}</Send>
        </PartForm>
      ) : (
        <p class="hint">{reportedOnly ? 'Den som handlägger ärendet tar det vidare.' : 'Det är någon annan som tar ärendet vidare.'}</p>
      )}
    </>
  );
}
