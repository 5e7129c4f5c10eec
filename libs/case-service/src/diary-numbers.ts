import type { ExistingCase } from '#domain/case/case';
import { figuresOf, plainNumber } from '#domain/case/diary-number';
import { caseStream } from '#domain/ids';
import type { EventStore, KeyEntry } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';

/** Who may have a diary number, as the store stands, and what makes the next to take it the only one. */
export interface DiaryNumberUse {
  readonly cases: readonly ExistingCase[];
  /** The key of the append that gives the number to a case; none where no number is given. */
  readonly keys: (caseId: string) => readonly KeyEntry[];
}

const nothing: DiaryNumberUse = { cases: [], keys: () => [] };

/**
 * Every event that gives a number is counted, and the append of the next takes the key of that count: of two who have seen the same store one is
 * in conflict, looks again and finds the other. A number that a case no longer has is free again, which a key of the number alone would not let.
 */
export async function diaryNumberUse(
  store: EventStore,
  seal: Seal,
  number: string | null,
  load: (streams: readonly string[]) => Promise<readonly ExistingCase[]>,
): Promise<DiaryNumberUse> {
  if (number === null) return nothing;
  const figures = figuresOf(number);
  const given = await store.diaryNumbers(figures);
  const streams = new Set(given.filter((row) => plainNumber(row.number) === plainNumber(number)).map(({ stream }) => stream));
  // By the figures, as the count is: so that nobody else's number can come between the count and the key.
  const hash = seal.hmac('diaryNumber', `${figures}/${given.length}`);
  return { cases: await load([...streams]), keys: (caseId) => [{ list: 'diaryNumber', hash, stream: caseStream(caseId) }] };
}
