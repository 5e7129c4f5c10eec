interface Served {
  close(): Promise<void>;
}

/** What every HTTP spec needs: a server that is closed after the file. `prepare` gets it, and makes what the specs ask for. */
export function atServer<T extends Served>(start: () => Promise<T>, prepare: (served: T) => unknown): void {
  let served: T | undefined;
  beforeAll(async () => {
    served = await start();
    await prepare(served);
  }, 240_000);
  afterAll(async () => {
    await served?.close();
  }, 60_000);
}
