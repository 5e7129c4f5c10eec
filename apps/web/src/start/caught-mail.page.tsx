import type { VNode } from 'preact';
import type { CaughtMail } from '#notices/catcher';
import { longMoment } from '#ui/deadline';

/** The demo's mail as a page: what would have been sent, the last first. */
export const CaughtMailPage = ({ mails }: { readonly mails: readonly CaughtMail[] }): VNode => (
  <>
    <h1>Demons e-post</h1>
    <p class="lead">Så här ser de mejl ut som Gensvar hade skickat. I demokommunen skickas inga: de fångas upp här, de senaste femhundra.</p>
    {mails.length === 0 ? <p>Inget mejl än. Påminnelser kommer när klockan flyttas fram på startsidan.</p> : null}
    {mails.map(({ messageId, to, subject, text, at, times }) => (
      <article key={messageId}>
        <h2>{subject}</h2>
        <p class="hint">{`Till ${to.join(', ')}, ${longMoment(at)}${times > 1 ? `, skickat ${times} gånger` : ''}`}</p>
        <p class="said">{text}</p>
      </article>
    ))}
    <p>
      <a href="/">Till startsidan</a>
    </p>
  </>
);
