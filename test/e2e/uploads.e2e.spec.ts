import { connect } from 'node:net';
import { bytesHeld, MOST_HELD } from '../../apps/web/src/attachments/uploads.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { reported } from '../support/complaint-over-http.js';
import { waitFor } from '../support/processes.js';
import { publicForm } from '../support/public-form.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const MB = 1024 * 1024;
const BOUNDARY = 'grans';
const part = (head: string, body = '') => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}`;

/** Sends a form of one large file piece by piece until it is answered, or all is sent; the bytes that went, the answer, and the most that was held. */
async function streamed(path: string, fields: Readonly<Record<string, string>>, size: number) {
  const { hostname, port } = new URL(api.base);
  const head = Object.entries(fields).map(([name, text]) => `${part(`name="${name}"`, text)}\r\n`);
  const before = `${head.join('')}${part('name="bilagor"; filename="stor.jpg"')}`;
  const after = `\r\n--${BOUNDARY}--\r\n`;
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString('latin1')));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  const isAnswered = () => /^HTTP\/1\.1 \d{3}/.test(answer);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/html\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: ${Buffer.byteLength(before) + size + after.length}\r\n\r\n${before}`,
  );
  let [sent, most] = [0, 0];
  while (sent < size && !isAnswered() && !socket.destroyed) {
    await new Promise((next) => socket.write(Buffer.alloc(64 * 1024, 7), next));
    sent += 64 * 1024;
    most = Math.max(most, bytesHeld());
    await new Promise((next) => setTimeout(next, 5));
  }
  if (sent >= size) socket.write(after);
  await waitFor(async () => (isAnswered() ? true : undefined), 20_000, 'an answer');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]), answer, sent, most, closed, socket };
}

describe('A form with files is judged while it streams', () => {
  test.each([
    ['without a session', (id: string) => `/arende/${id}/bilaga`, {}],
    ['of a staff report without a session', () => '/rapportera/avvikelse', { what: 'Uppdiktade ord.' }],
    ['with a wrong code', () => '/lamna-synpunkt/bilagor', { code: 'AAAA-AAAA-AAAA-AAAA' }],
    ['without a code', () => '/lamna-synpunkt/bilagor', {}],
    ['to a followed case, by one who follows none', () => '/folj/meddelande', { message: 'Uppdiktade ord.' }],
  ])(
    'a large one %s is answered before it has come, and nothing of it is held',
    async (_what, path, fields) => {
      const id = await reported(api);
      const { status, sent, most, closed, socket } = await streamed(path(id), fields, 9 * MB);
      expect([status < 500, status, sent < 9 * MB, most]).toEqual([true, status, true, 0]);
      expect(status).not.toBe(201);
      // The rest of the body is not waited for.
      await closed;
      expect(socket.destroyed).toBe(true);
    },
    60_000,
  );

  test('a small one without a right is read past its files, so that the words after them can be given back', async () => {
    const form = new FormData();
    form.append('bilagor', new Blob([Buffer.alloc(2_000, 32)]), 'x.txt');
    form.append('code', 'AAAA-AAAA-AAAA-AAAA');
    const answer = await fetch(`${api.base}/lamna-synpunkt/bilagor`, { method: 'POST', body: form, headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(bytesHeld()).toBe(0);
  });

  test('the memory has a limit, each form holds no more than the files that can be stored, and everything is released when it has been answered', async () => {
    expect(MOST_HELD).toBeLessThanOrEqual(256 * MB);
    const form = new FormData();
    for (const [name, value] of Object.entries(publicForm({ what: 'Uppdiktade ord.' }))) form.append(name, value);
    for (let n = 0; n < 15; n += 1) form.append('bilagor', new Blob([Buffer.from(`Bilaga ${n}, uppdiktad.`)]), `album-${n + 1}.txt`);
    const answer = await fetch(`${api.base}/lamna-synpunkt`, { method: 'POST', body: form, headers: { accept: 'text/html' } });
    const page = await answer.text();
    expect([answer.status, page.match(/är en för mycket/g)?.length]).toEqual([201, 10]);
    await waitFor(async () => (bytesHeld() === 0 ? true : undefined), 10_000, 'what was held to be let go of');
  });

  test('the held bytes are in the metrics, with their limit, while a file comes and when its sender has gone', async () => {
    const metric = async (name: string): Promise<number> => {
      const text = await (await fetch(`${api.base}/metrics`)).text();
      return Number(text.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1]);
    };
    expect([await metric('gensvar_upload_held_bytes'), await metric('gensvar_upload_held_bytes_most')]).toEqual([0, MOST_HELD]);
    const { hostname, port } = new URL(api.base);
    const socket = connect(Number(port), hostname);
    const body = `${part('name="_steg"', 'granska')}\r\n${part('name="bilagor"; filename="stor.jpg"')}`;
    socket.write(
      `POST /lamna-synpunkt HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/html\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\nContent-Length: ${8 * MB}\r\n\r\n${body}`,
    );
    socket.write(Buffer.alloc(4 * MB));
    await waitFor(async () => ((await metric('gensvar_upload_held_bytes')) > 3 * MB ? true : undefined), 30_000, 'the file to be held');
    expect(await metric('gensvar_upload_held_bytes')).toBeLessThanOrEqual(MOST_HELD);
    socket.destroy();
    await waitFor(async () => ((await metric('gensvar_upload_held_bytes')) === 0 ? true : undefined), 30_000, 'what was held to be let go of');
  });
});
