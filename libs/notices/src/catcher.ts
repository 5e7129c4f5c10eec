import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '#platform/clock';

/** A mail that was caught. */
export interface CaughtMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** When it was first caught, by the platform's clock. */
  readonly at: string;
  /** How many times it came: a resent mail is the same mail. */
  readonly times: number;
}

const KEPT = 500;

/** The demo's mail server: accepts every mail, delivers none, and shows the last five hundred at /demo/mail. */
export class MailCatcher {
  readonly #caught = new Map<string, CaughtMail>();
  readonly #server: SMTPServer;

  constructor(private readonly clock: Pick<Clock, 'now'>) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on(
          'end',
          () =>
            void this.#take(Buffer.concat(parts)).then(
              () => done(),
              () => done(new Error('unreadable')),
            ),
        );
      },
    });
    // The sender retries after a broken connection.
    this.#server.on('error', () => undefined);
  }

  /** Listens on a port (0 = any free). Answers the port. */
  async listen(port: number, host = '127.0.0.1'): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.server.once('error', reject);
      this.#server.listen(port, host, () => resolve());
    });
    return (this.#server.server.address() as { port: number }).port;
  }

  /** The last first. */
  list(): readonly CaughtMail[] {
    return [...this.#caught.values()].reverse();
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #take(raw: Buffer): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const messageId = mail.messageId ?? `<${this.#caught.size}@uncounted>`;
    const known = this.#caught.get(messageId);
    this.#caught.set(messageId, {
      messageId,
      to: (mail.to ?? []).map((to) => to.address ?? '').filter((address) => address !== ''),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      at: known?.at ?? this.clock.now().toISOString(),
      times: (known?.times ?? 0) + 1,
    });
    for (const oldest of this.#caught.keys()) {
      if (this.#caught.size <= KEPT) break;
      this.#caught.delete(oldest);
    }
  }
}
