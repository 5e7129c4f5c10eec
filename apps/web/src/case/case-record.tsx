import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { Card } from '#ui/card';
import { Quote } from '#ui/quote';
import type { CasePageProps } from './case.page.js';
import { CausesAndActions, Entries, Terms } from './sections.js';

export interface Said {
  readonly heading: string;
  readonly text: string;
  readonly note: string;
}

/** Words of people, each with who and when. */
export const Words = ({ list, isVoice = false }: { readonly list: readonly Said[]; readonly isVoice?: boolean }): VNode => (
  <>
    {list.map((part) => (
      <Quote key={part.heading + part.note + part.text.slice(0, 20)} {...part} isVoice={isVoice} />
    ))}
  </>
);

/** The report as it was sent, then what has been added, then what is stated as codes and times. */
export function Happening({ id, mayRead, words, addenda, facts, offers }: CasePageProps): VNode {
  const mayAdd = offers.some(({ forms }) => forms.some(({ command }) => command === 'AddToCase'));
  return (
    <Card id="handelsen" title="Händelsen" class="happening">
      {mayRead ? null : <p class="hint">{texts.case.noWords}</p>}
      <Words list={words} isVoice />
      {words.length === 0 ? null : (
        <p class="hint">
          {'Rapporten står som den skickades och kan inte ändras.'}
          {mayAdd ? ' ' : null}
          {mayAdd ? <a href={`/arende/${id}?gor=AddToCase#k-AddToCase`}>Lägg till en uppgift</a> : null}
        </p>
      )}
      {addenda.length === 0 ? null : <h3 class="part">Tillagt efteråt</h3>}
      <Words list={addenda} isVoice />
      <dl class="facts">
        {facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Sourced entries, causes and actions, and what the patient has been told. */
export function Investigation({ entries, causes, actions, patient, now }: CasePageProps): VNode | null {
  if (entries.length + causes.length + actions.length + patient.length === 0) return null;
  return (
    <Card id="utredning" title="Utredning">
      <Entries groups={entries} />
      {causes.length + actions.length === 0 ? null : <h3>Orsaker och åtgärder</h3>}
      <CausesAndActions causes={causes} actions={actions} now={now} />
      {patient.length === 0 ? null : <h3>Information till patienten</h3>}
      {patient.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Card>
  );
}

/** The judgement: proposal beside decision, with reasons. */
export function Judgement({ judgement, judgementWords }: CasePageProps): VNode | null {
  if (judgement.length === 0) return null;
  return (
    <Card id="bedomning" title="Bedömning och beslut">
      <Terms rows={judgement} />
      {judgementWords.map((part) => (
        <Quote key={part.heading} {...part} />
      ))}
    </Card>
  );
}
