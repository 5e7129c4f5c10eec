import type { LRUCache } from 'lru-cache';
import type { Adapter, AdapterPayload } from 'oidc-provider';

export type Remembered = LRUCache<string, AdapterPayload>;

/** The log-ins of the demo's provider, by kind and id, for minutes, in this process alone. */
export class ProviderMemory implements Adapter {
  constructor(
    private readonly kind: string,
    private readonly kept: Remembered,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<undefined> {
    this.kept.set(this.#key(id), payload, expiresIn === undefined ? {} : { ttl: expiresIn * 1_000 });
    return undefined;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.kept.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#own().find(([, payload]) => payload.uid === uid)?.[1];
  }

  /** Codes for devices are not given out. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<undefined> {
    const payload = await this.find(id);
    if (payload !== undefined) payload.consumed = 1;
    return undefined;
  }

  async destroy(id: string): Promise<undefined> {
    this.kept.delete(this.#key(id));
    return undefined;
  }

  async revokeByGrantId(grantId: string): Promise<undefined> {
    for (const [key, { grantId: own }] of this.#own()) if (own === grantId) this.kept.delete(key);
    return undefined;
  }

  #key(id: string): string {
    return `${this.kind}:${id}`;
  }

  #own(): [string, AdapterPayload][] {
    return [...this.kept.entries()].filter(([key]) => key.startsWith(`${this.kind}:`));
  }
}
