import type { VNode } from 'preact';
import { inSentence } from '#domain/codes/in-sentence';
import { Card } from '#ui/card';
import { longMoment } from '#ui/deadline';

export interface MailLine {
  readonly id: string;
  readonly failed: boolean;
  readonly text: string;
}

export interface MailsProps {
  readonly mails: readonly MailLine[];
  /** When the one who spoke up wrote, if nobody has answered since. */
  readonly written: string | null;
}

/** Whether mail to the one who spoke up has been sent, and their last message, where it waits for an answer. */
export function Mails({ mails, written }: MailsProps): VNode | null {
  if (mails.length === 0 && written === null) return null;
  return (
    <Card id="mejl" title="Med den som hörde av sig">
      {written === null ? null : (
        <p>
          <strong>{`Har skrivit ${longMoment(written)} och väntar.`}</strong> Svara, öppna ärendet igen, eller anteckna att du har läst det.
        </p>
      )}
      <ul class="plain">
        {mails.map(({ id, failed, text }) => (
          <li key={id}>{failed ? <strong>{`Mejl om ${inSentence(text)}. Nå personen på ett annat sätt.`}</strong> : `Mejl om ${inSentence(text)}`}</li>
        ))}
      </ul>
    </Card>
  );
}
