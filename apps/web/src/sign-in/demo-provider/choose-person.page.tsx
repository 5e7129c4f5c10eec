import type { VNode } from 'preact';
import { signInTexts as said } from '#text/sign-in';
import { Form } from '#ui/form';

export interface ChoosePersonProps {
  readonly people: readonly { readonly login: string; readonly name: string; readonly role: string }[];
  readonly action: string;
  /** They are logged in, and are to say again who they are. */
  readonly isAgain: boolean;
}

/** The demo's log-in page: choose a person. In a municipality this page is its own identity provider's. */
export function ChoosePerson({ people, action, isAgain }: ChoosePersonProps): VNode {
  const { title, lead } = isAgain ? said.confirm.demo : said.choose;
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <Form method="get" action={action}>
        <ul class="people">
          {people.map(({ login, name, role }) => (
            <li key={login}>
              <button class="second" name="user" value={login}>
                {name}
              </button>{' '}
              <span class="hint">{role}</span>
            </li>
          ))}
        </ul>
      </Form>
    </>
  );
}

/** The page was opened without a log-in under way, or after too long. */
export function NotBegun(): VNode {
  return (
    <>
      <h1>{said.failed.title}</h1>
      <p class="lead">{said.failed.lead}</p>
      <p>
        <a href="/logga-in">{said.again}</a>
      </p>
    </>
  );
}
