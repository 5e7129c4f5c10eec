import type { ExistingCase } from '#domain/case/case';
import { figuresOf, plainNumber } from '#domain/case/diary-number';
import { caseStream } from '#domain/ids';
import type { EventStore, KeyEntry } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';

/** The cases that have a diary number, and the keys that keep two appends from giving it out at once. */
export interface DiaryNumberUse {
  readonly cases: readonly ExistingCase[];
  /** The key of the append that gives the number to a case; none where no number is given. */
  readonly keys: (caseId: string) => readonly KeyEntry[];
}

const nothing: DiaryNumberUse = { cases: [], keys: () => [] };

/**
 * Every event that gives a number is counted, and the append that gives it next takes the key of that count. Of two appends that saw the same
 * count one conflicts and is decided again. A number that a case no longer has is free, which a key of the number alone would not allow.
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
  // By the digits, as the count is, so that a number with the same digits can't change the count before the key is taken.
  const hash = seal.hmac('diaryNumber', `${figures}/${given.length}`);
  return { cases: await load([...streams]), keys: (caseId) => [{ list: 'diaryNumber', hash, stream: caseStream(caseId) }] };
}
