import http from 'node:http';

/** A client with connections of its own that are kept open, as a browser or another system has them. */
export function httpClient(url) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const call = (method, path, { token, cookie, key, body, timeout = 10_000 } = {}) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      };
      const request = http.request(new URL(path, url), { method, agent, headers, timeout }, (response) => {
        const chunks = [];
        response
          .on('data', (chunk) => chunks.push(chunk))
          .once('error', reject)
          .once('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: response.statusCode,
              headers: response.headers,
              body: /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(text) : text,
            });
          });
      });
      request.once('timeout', () => request.destroy(new Error(`no answer within ${timeout} ms`))).once('error', reject);
      request.end(payload);
    });
  return {
    call,
    get: (path, more) => call('GET', path, more),
    post: (path, body, more) => call('POST', path, { ...more, body }),
    close: () => agent.destroy(),
  };
}

/** The bearer of a demo person. */
export async function tokenOf(client, user) {
  const { status, body } = await client.post('/demo/token', { user });
  if (status !== 200 && status !== 201) throw new Error(`/demo/token answered ${status}`);
  return body.token;
}

/** The cookie of a demo person who has logged in with a browser. */
export async function cookieOf(client, user) {
  const { status, headers } = await client.get(`/demo/login?user=${user}`);
  if (status !== 303) throw new Error(`/demo/login answered ${status}`);
  return headers['set-cookie'].map((cookie) => cookie.split(';')[0]).join('; ');
}
