import type { VNode } from 'preact';
import type { Under } from '#domain/case/case-command';
import { correctionTexts } from '#text/correction';
import { texts } from '#text/pages';
import { Card } from '#ui/card';
import { CommandForm, type CommandFormProps } from '#ui/command-form';

export interface OfferGroup {
  readonly under: Under;
  readonly forms: readonly CommandFormProps[];
}

export interface OffersProps {
  readonly offers: readonly OfferGroup[];
  /** The form to show open. */
  readonly openForm: string | null;
  /** Whether the reader is allowed a single step in spite of a conflict of interest. */
  readonly excepted: boolean;
  /** The page where what is stated is corrected, for one who may; null for others. */
  readonly correctHref: string | null;
  /** Whether the form of the next step stands on the page. */
  readonly hasStep: boolean;
}

/** Every other command that this person may give now, under three headings; each form folded until it is opened. */
export function Offers({ offers, openForm, excepted, correctHref, hasStep }: OffersProps): VNode {
  const none = correctHref === null && offers.every(({ forms }) => forms.length === 0);
  return (
    <Card id="gora" title={hasStep ? texts.case.more : texts.case.todo} class="offers">
      {excepted ? <p>{texts.case.excepted}</p> : null}
      {none ? <p>Just nu finns inget {hasStep ? 'mer ' : ''}för dig att göra här.</p> : null}
      <div class="doing">
        {offers.map(({ under, forms }) =>
          forms.length === 0 && !(under === 'correct' && correctHref !== null) ? null : (
            <div key={under} class={forms.some(({ command }) => command === openForm) ? 'open' : undefined}>
              <h3>{texts.case.under[under]}</h3>
              {under !== 'correct' || correctHref === null ? null : (
                <p class="correct">
                  <a href={correctHref}>{correctionTexts.title}</a>
                </p>
              )}
              {forms.map((form) => (
                <details key={form.command} open={form.command === openForm}>
                  <summary>{form.draft == null ? form.title : `${form.title} (utkast)`}</summary>
                  <CommandForm {...form} isAside={form.command !== openForm} />
                </details>
              ))}
            </div>
          ),
        )}
      </div>
    </Card>
  );
}
