import type { VNode } from 'preact';
import { Form } from '#ui/form';
import { htmlOf, Page } from '#ui/page';
import type { Problem } from './problem.filter.js';

/** A form that was sent and could not be taken in. */
export interface SentForm {
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The page for a fault: plain, and made of nothing that may itself be unavailable. What was typed can be sent again. */
export const problemPage = (said: Problem, sent: SentForm | null = null): string =>
  htmlOf(
    Page({
      title: said.title,
      faulty: true,
      user: null,
      demo: false,
      health: '',
      children: (
        <>
          <h1>{said.title}</h1>
          {said.detail === undefined ? null : <p>{said.detail}</p>}
          {sent === null ? null : <SendAgain {...sent} />}
          <p>
            <a href="/">Till startsidan</a>
          </p>
        </>
      ),
    }),
  );

/** The same form with the same key, so that a command that was stored after all is not stored twice. A page can't hold files. */
function SendAgain({ action, fields }: SentForm): VNode {
  const words = fields.filter(([name, value]) => !name.startsWith('_') && /\s|.{25}/.test(value.trim()));
  return (
    <>
      <p>Det du skrev finns kvar här på sidan. Har du bifogat filer behöver du välja dem på nytt.</p>
      <Form action={action}>
        {fields.map(([name, value], n) => (
          <input type="hidden" name={name} value={value} key={n} />
        ))}
        <button>Försök igen</button>
      </Form>
      {words.length === 0 ? null : <h2>Det här skrev du</h2>}
      {words.map(([, text], n) => (
        <p class="said" key={n}>
          {text}
        </p>
      ))}
    </>
  );
}
