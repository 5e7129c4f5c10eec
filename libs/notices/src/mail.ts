import { createTransport } from 'nodemailer';

/** A mail as it leaves: plain text only, since that is read everywhere. */
export interface Mail {
  /** `<…@gensvar>`; a mail sent again has the same. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The mail server can't take any mail now. Says nothing of whom it was for. */
export class MailAway extends Error {
  override readonly name = 'MailAway';
  readonly code = 'mailAway';
}

/** The mail server will never take this mail. */
export class MailRejected extends Error {
  override readonly name = 'MailRejected';
  readonly code = 'mailRejected';
}

/** Hands mails to a server. */
export interface Post {
  /** Resolves when the server has answered for the mail. @throws MailAway, MailRejected */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 10_000;

/** Post by SMTP, one connection at a time. @param url `smtp://host:port` or `smtps://user:password@host` */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({ url, pool: false, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS } as never);
  return {
    async send({ messageId, to, subject, text }) {
      await transport
        .sendMail({ messageId, from: { name: 'Gensvar', address: from }, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } })
        .catch((error: unknown) => {
          // The server's own sentence quotes the address; only its kind is kept.
          const { responseCode, code } = error as { responseCode?: number; code?: string };
          throw (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 500) >= 500 ? new MailRejected() : new MailAway();
        });
    },
    close: () => transport.close(),
  };
}
