import type { VNode } from 'preact';
import type { ApiToken } from '#organisation/api-tokens';
import type { ListedSession } from '#organisation/sessions';
import { signInTexts } from '#text/sign-in';
import { longMoment } from '#ui/deadline';
import { Form } from '#ui/form';
import { FeedAddress, type FeedAddressProps } from '../calendar/feed-address.js';

const said = signInTexts.sessions;

export interface SessionsProps {
  readonly sessions: readonly ListedSession[];
  readonly tokens: readonly ApiToken[];
  readonly calendar: FeedAddressProps;
}

export function SessionsPage({ sessions, tokens, calendar }: SessionsProps): VNode {
  return (
    <>
      <h1>{said.title}</h1>
      <p class="lead">{said.lead}</p>
      <ul class="plain">
        {sessions.map(({ id, device, begunAt, seenAt, own }) => (
          <li key={id}>
            <p>
              <b>{device === '' ? said.unknownDevice : device}</b>
              {own ? ` (${said.own})` : ''}
              <span class="hint">{said.times(longMoment(begunAt), longMoment(seenAt))}</span>
            </p>
            {own ? null : <End name="session" id={id} label={said.end} of={`${device} ${longMoment(begunAt)}`} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <End name="others" id="1" label={said.endOthers} /> : null}
      <h2>{said.tokens.title}</h2>
      <p>{tokens.length === 0 ? said.tokens.none : said.tokens.lead}</p>
      <ul class="plain">
        {tokens.map(({ id, label, issuedAt, endsAt }) => (
          <li key={id}>
            <p>
              <b>{label}</b>
              <span class="hint">{said.tokens.times(longMoment(issuedAt), longMoment(endsAt))}</span>
            </p>
            <End name="token" id={id} label={said.tokens.end} of={label} />
          </li>
        ))}
      </ul>
      <FeedAddress {...calendar} />
    </>
  );
}

/** Several on one page do the same: each says to a screen reader what it does it to. */
function End({ name, id, label, of }: { readonly name: string; readonly id: string; readonly label: string; readonly of?: string }): VNode {
  return (
    <Form action="/inloggningar/avsluta">
      <input type="hidden" name={name} value={id} />
      <button class="quiet" {...(of === undefined ? {} : { 'aria-label': `${label}: ${of}` })}>
        {label}
      </button>
    </Form>
  );
}
