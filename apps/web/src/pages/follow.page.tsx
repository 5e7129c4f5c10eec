import type { VNode } from 'preact';
import { texts } from '#text/pages';
import { longMoment } from '#ui/deadline';
import { ErrorSummary, type Fault } from '#ui/error-summary';
import { Field } from '#ui/field';

export interface Followed {
  readonly number: string;
  readonly status: string;
  readonly messages: readonly { readonly at: string; readonly from: 'you' | 'us'; readonly text: string }[];
}

export interface FollowProps {
  readonly followed: Followed | null;
  readonly code: string;
  readonly key: string;
  readonly faults: readonly Fault[];
}

/** The dialogue of a receipt code. The code is typed and posted, never in an address. */
export function Follow({ followed, code, key, faults }: FollowProps): VNode {
  if (followed === null) {
    return (
      <>
        <ErrorSummary title={faults.length === 0 ? '' : 'Vi hittar inte ärendet'} faults={faults} />
        <h1>{texts.follow.title}</h1>
        <p class="lead">{texts.follow.lead}</p>
        <form method="post" action="/folj" novalidate>
          <Field
            field={{ name: 'code', label: 'Kod', hint: '16 tecken. Mellanslag gör inget.', as: 'short', options: [], required: true }}
            value={code}
            error={faults[0]?.text}
          />
          <button>Visa ärendet</button>
        </form>
      </>
    );
  }
  return (
    <>
      <ErrorSummary title={faults.length === 0 ? '' : 'Meddelandet skickades inte'} faults={faults} />
      <h1>{`Ditt ärende ${followed.number}`}</h1>
      <p class="lead">{followed.status}</p>
      <h2>Meddelanden</h2>
      {followed.messages.length === 0 ? <p>Inga meddelanden ännu.</p> : null}
      <ol class="messages">
        {followed.messages.map((message) => (
          <li key={message.at} class={message.from}>
            <p class="hint">{`${message.from === 'you' ? 'Du' : 'Kommunen'}, ${longMoment(message.at)}`}</p>
            <p>{message.text}</p>
          </li>
        ))}
      </ol>
      <form method="post" action="/folj" novalidate>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="_key" value={key} />
        <Field field={{ name: 'message', label: 'Skriv mer', as: 'words', options: [], required: false }} value="" error={faults[0]?.text} />
        <button>Skicka</button>
      </form>
      <p>{texts.report.help}</p>
    </>
  );
}
