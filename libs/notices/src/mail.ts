import { createTransport } from 'nodemailer';

/** A mail as it is sent: plain text only, which every program can read. */
export interface Mail {
  /** `<…@gensvar>`; a mail sent again has the same. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The mail server can't take any mail now. Reveals nothing of whom it was for. */
export class MailAway extends Error {
  override readonly name = 'MailAway';
  readonly code = 'mailAway';
}

/** The mail server will never take this mail. */
export class MailRejected extends Error {
  override readonly name = 'MailRejected';
  readonly code = 'mailRejected';
}

/** The mail server defers this one mail (4xx for its recipient or its content); others may be sent. */
export class MailDeferred extends Error {
  override readonly name = 'MailDeferred';
  readonly code: string;

  constructor(responseCode: number | undefined) {
    super('deferred');
    this.code = `smtp${responseCode ?? 400}`;
  }
}

/** Hands mails to a server. */
export interface Post {
  /** Resolves when the server has accepted the mail. @throws MailAway, MailRejected, MailDeferred */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 10_000;
/** "Service not available, closing transmission channel" (RFC 5321 4.2.3): about the server, not about the mail. */
const CLOSING = 421;

/** Sends by SMTP, one connection at a time. @param url `smtp://host:port` or `smtps://user:password@host` */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({ url, pool: false, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS } as never);
  return {
    async send({ messageId, to, subject, text }) {
      await transport
        .sendMail({ messageId, from: { name: 'Gensvar', address: from }, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } })
        .catch((error: unknown) => Promise.reject(faultOf(error)));
    },
    close: () => transport.close(),
  };
}

/** Whether a refusal is about this mail or about the server. The server's own sentence quotes the address, so only its kind is kept. */
function faultOf(error: unknown): Error {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
  const ofThisMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== CLOSING;
  if (!ofThisMail) return new MailAway();
  return (responseCode ?? 500) >= 500 ? new MailRejected() : new MailDeferred(responseCode);
}
