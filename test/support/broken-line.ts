import { connect, createServer, type Socket } from 'node:net';

/**
 * A connection to a server that can be cut and restored, for what must hold when PostgreSQL can't be reached. The connections are real, and
 * so is the server behind them.
 */
export async function brokenLine(url: string): Promise<{ readonly url: string; cut(): void; mend(): void; close(): Promise<void> }> {
  const far = new URL(url);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const behind = connect(Number(far.port), far.hostname);
    for (const [socket, other] of [
      [near, behind],
      [behind, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const here = new URL(url);
  here.hostname = '127.0.0.1';
  here.port = String(typeof address === 'object' ? address?.port : '');
  return {
    url: here.href,
    cut: () => {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
