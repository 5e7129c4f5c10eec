import type { VNode } from 'preact';
import { CommandForm, type CommandFormProps } from '#ui/command-form';
import { longMoment } from '#ui/deadline';

export interface ChangedLine {
  readonly version: number;
  readonly at: string;
  readonly text: string;
  readonly who: string;
  readonly words: readonly string[];
}
export interface ConflictProps {
  /** What the person wrote, as a form on the current case; null where its form stands on the page. */
  readonly form: CommandFormProps | null;
  readonly lines: readonly ChangedLine[];
}

/** Somebody else was first: both versions side by side, the text kept, and one button to send it on the new version. */
export function Conflict({ form, lines }: ConflictProps): VNode {
  return (
    <section class="conflict" aria-labelledby="tva-versioner">
      <h2 id="tva-versioner">Två versioner</h2>
      <div class="versions">
        <div>
          <h3>Det här ändrades medan du skrev</h3>
          <ol class="history">
            {lines.map((line) => (
              <li key={line.version}>
                <span>{line.text}</span>
                {line.words.map((words) => (
                  <q class="block" key={words}>
                    {words}
                  </q>
                ))}
                <span class="hint">{`${longMoment(line.at)}, ${line.who}`}</span>
              </li>
            ))}
          </ol>
        </div>
        {form === null ? (
          <p>Det du skrev står kvar i formuläret. Inget av det är sparat än: läs igenom det och spara igen.</p>
        ) : (
          <div>
            <h3>Det här skrev du</h3>
            <CommandForm {...form} button="Skicka igen, på den nya versionen" />
          </div>
        )}
      </div>
    </section>
  );
}
