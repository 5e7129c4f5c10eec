import type { VNode } from 'preact';
import { followTexts as said } from '#text/follow';
import { longMoment } from '#ui/deadline';

export interface MessagesProps {
  readonly messages: readonly { readonly from: 'you' | 'us'; readonly at: string; readonly text: string }[];
}

/** What has been written between the one who spoke up and the municipality, oldest first. */
export const Messages = ({ messages }: MessagesProps): VNode => (
  <ol class="messages">
    {messages.map((message) => (
      <li key={message.at} class={message.from}>
        <p class="hint">{`${message.from === 'you' ? said.you : said.us}, ${longMoment(message.at)}`}</p>
        <p class="said">{message.text}</p>
      </li>
    ))}
  </ol>
);
