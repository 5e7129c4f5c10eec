import type { Adapter, AdapterPayload } from 'oidc-provider';

export type Remembered = Map<string, { readonly payload: AdapterPayload; readonly timer: NodeJS.Timeout | undefined }>;

/** The log-ins of the demo's provider, by kind and id, for minutes, in this process alone. */
export class ProviderMemory implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly kept: Remembered,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<undefined> {
    await this.destroy(id);
    const timer = expiresIn === undefined ? undefined : setTimeout(() => this.kept.delete(this.#key(id)), expiresIn * 1_000).unref();
    this.kept.set(this.#key(id), { payload, timer });
    return undefined;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.kept.get(this.#key(id))?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#own()].find(([, { payload }]) => payload.uid === uid)?.[1].payload;
  }

  /** Codes for devices are not given out. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<undefined> {
    const kept = await this.find(id);
    if (kept !== undefined) kept.consumed = 1;
    return undefined;
  }

  async destroy(id: string): Promise<undefined> {
    clearTimeout(this.kept.get(this.#key(id))?.timer);
    this.kept.delete(this.#key(id));
    return undefined;
  }

  async revokeByGrantId(grantId: string): Promise<undefined> {
    for (const [key, { payload }] of this.#own()) if (payload.grantId === grantId) this.kept.delete(key);
    return undefined;
  }

  #key(id: string): string {
    return `${this.kind}:${id}`;
  }

  #own() {
    return [...this.kept].filter(([key]) => key.startsWith(`${this.kind}:`));
  }
}
