import type { VNode } from 'preact';
import type { OpenedRecord } from '#case-service/record-reader';
import { mayGive } from '#domain/records/decide';
import { performSelfCheck } from '#domain/selfcheck/commands/perform-self-check';
import { type SelfCheck, selfCheckType } from '#domain/selfcheck/index';
import { isOpen, measuredInWords } from '#domain/selfcheck/selfcheck';
import { selfCheckTexts as said } from '#text/self-check';
import { Form } from '#ui/form';

/** Whether the reader is one of those who carry the check out. */
export const mayPerform = (opened: OpenedRecord): boolean =>
  isOpen(opened.state as SelfCheck) && mayGive(selfCheckType, performSelfCheck, opened.state as SelfCheck, opened);

/** What the verdict is to stand on, as far as it has come, and the next step towards it. */
export function Basis(opened: OpenedRecord): VNode | null {
  const { id, way, sample, basis } = opened.state as SelfCheck;
  if (way === 'other' || !mayPerform(opened)) return null;
  const at = `/${selfCheckType.page}/${id}`;
  const result = basis?.measured == null ? null : measuredInWords(basis.measured);
  const step = (path: string, hint: string, button: string) => (
    <Form action={`${at}/${path}`}>
      <p class="hint">{hint}</p>
      <input type="hidden" name="_version" value={String(opened.state.version)} />
      <button class={result === null ? undefined : 'second'}>{button}</button>
    </Form>
  );
  if (way === 'computed')
    return (
      <>
        {result === null ? null : <p>{said.proposal(result, basis?.cases.length === 0)}</p>}
        {step('rakna', said.computeHint, result === null ? said.compute : said.computeAgain)}
      </>
    );
  if (way === 'sample' && basis === null) return step('urval', said.drawHint, said.draw(sample));
  const isAnswered = (basis?.answers.length ?? 0) > 0;
  return (
    <>
      {way === 'sample' && basis !== null ? <p>{said.drawn(basis.cases.length, basis.among)}</p> : null}
      {isAnswered ? <p>{result === null ? said.noneApplied : said.answered(result)}</p> : null}
      <p>
        <a class={isAnswered ? 'button second' : 'button'} href={`${at}/fragor`}>
          {isAnswered ? said.answerAgain : said.answer}
        </a>
      </p>
    </>
  );
}
