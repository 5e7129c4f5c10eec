import pRetry from 'p-retry';
import type { Surroundings } from '#case-service/program';
import { indexAllWords, isIndexFilled } from '#event-store/word-index-of-all';
import { errorFields } from '#platform/log';

/** Indexes the words of a store that is older than its index, once, beside everything else: until then they are not found. */
export async function fillWords({ core: { database, seal, store }, log }: Surroundings, signal: AbortSignal): Promise<void> {
  const fill = async () => {
    if (await isIndexFilled(database)) return;
    const rows = await indexAllWords(database, seal, store.index, signal);
    log.info({ rows }, 'words indexed');
  };
  const onFailedAttempt = (error: unknown) => log.warn(errorFields(error), 'words are not indexed yet');
  await pRetry(fill, { retries: Number.POSITIVE_INFINITY, maxTimeout: 60_000, signal, onFailedAttempt }).catch((error: unknown) => {
    if (!signal.aborted) log.error(errorFields(error), 'words are not indexed: run gensvar rebuild word_index');
  });
}
