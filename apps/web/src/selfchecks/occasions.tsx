import type { VNode } from 'preact';
import type { OpenedRecord } from '#case-service/record-reader';
import { labelOf } from '#domain/codes/code';
import { checkVerdicts } from '#domain/codes/self-checks';
import { dayInWords } from '#domain/days';
import { selfCheckPerformed } from '#domain/selfcheck/events/self-check-performed';
import type { SelfCheck } from '#domain/selfcheck/index';
import { measuredInWords } from '#domain/selfcheck/selfcheck';
import { statedInWords } from '#domain/selfcheck/stated';
import { selfCheckTexts as said } from '#text/self-check';

/** Each occasion, the latest first: when, what it came to, what was measured, and what was written about it. */
export function Occasions({ state, events, words }: OpenedRecord): VNode {
  const { performances } = state as SelfCheck;
  const texts = events.filter(({ type }) => type === selfCheckPerformed.name).map(({ eventId }) => words.get(eventId) ?? {});
  return (
    <section aria-labelledby="gangerna">
      <h2 id="gangerna">{said.occasions}</h2>
      {performances.length === 0 ? <p>{said.notYet}</p> : null}
      <ol class="history">
        {performances
          .map(({ due, on, verdict, measured, stated }, n) => (
            <li key={due + on}>
              <strong>{`${labelOf(checkVerdicts, verdict)}, ${dayInWords(on)}`}</strong>
              {measured === null ? '' : `: ${measuredInWords(measured)}`}
              {stated === null ? null : <span class="block">{statedInWords(stated)}</span>}
              {['found', 'reasons', 'action'].flatMap((name) => {
                const text = texts[n]?.[name];
                return typeof text === 'string'
                  ? [
                      <q class="block" key={name}>
                        {text}
                      </q>,
                    ]
                  : [];
              })}
              <span class="hint">{said.due(dayInWords(due))}</span>
            </li>
          ))
          .toReversed()}
      </ol>
    </section>
  );
}
