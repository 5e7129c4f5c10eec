import { randomUUID } from 'node:crypto';
import { commandIdOf } from '#case-service/case-service';
import { people } from '../support/scenario.js';
import { mixed } from './mixture.js';
import { type FaultSystem, sleep } from './system.js';

/** An acknowledged command: its id in the store, and the answer. */
export interface Acknowledged {
  readonly commandId: string;
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger reads from the wire
  readonly body: any;
  /** How often it had to be sent. */
  readonly sent: number;
}

const LONGEST_MS = 120_000;

/** A client that never gives up: it sends the same key again until an answer comes. */
export class Client {
  readonly acknowledged: Acknowledged[] = [];
  readonly #token: string;
  #reports = 0;

  constructor(
    private readonly system: FaultSystem,
    private readonly who: keyof typeof people = 'registrar',
  ) {
    this.#token = system.tokenOf(who);
  }

  report(body: Record<string, unknown>): Promise<Acknowledged> {
    this.#reports += 1;
    return this.post('/api/cases', { ...mixed(this.#reports - 1), ...body });
  }

  command(caseId: string, command: { type: string } & Record<string, unknown>): Promise<Acknowledged> {
    return this.post(`/api/cases/${caseId}/commands`, command);
  }

  /** Sends until it is answered; one in five is sent once more after that, like a double click. */
  async post(path: string, body: unknown): Promise<Acknowledged> {
    const key = randomUUID();
    const first = await this.#untilAnswered(path, body, key);
    if (this.acknowledged.length % 5 === 0) {
      const again = await this.#untilAnswered(path, body, key);
      if (JSON.stringify(again.body) !== JSON.stringify(first.body)) throw new Error('the same key was answered differently');
    }
    const done = { ...first, commandId: commandIdOf(people[this.who], key) };
    this.acknowledged.push(done);
    return done;
  }

  async #untilAnswered(path: string, body: unknown, key: string) {
    const until = Date.now() + LONGEST_MS;
    for (let sent = 1; Date.now() < until; sent += 1) {
      const answer = await this.#send(path, body, key).catch(() => null);
      if (answer !== null && answer.status < 500) {
        if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status} ${answer.body.code}`);
        return { ...answer, sent };
      }
      await sleep(100);
    }
    throw new Error('no answer within two minutes');
  }

  async #send(path: string, body: unknown, key: string) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.#token}`, 'idempotency-key': key };
    const response = await fetch(this.system.url + path, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(5_000) });
    return { status: response.status, body: await response.json() };
  }
}

/** A report that is registered weeks late: its receipt, if it is a complaint, and its reminders are due at once. */
export const weeksAgo = (weeks = 6): { receivedAt: string; answer: { by: 'email'; to: string } } => ({
  receivedAt: new Date(Date.now() - weeks * 7 * 86_400_000).toISOString(),
  answer: { by: 'email', to: 'svar@example.org' },
});
