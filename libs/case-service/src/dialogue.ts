import type { ExistingCase, Receipt } from '#domain/case/case';
import { processOf } from '#domain/case/processes/index';
import { stageRow } from '#domain/case/processes/process';
import { labelOf } from '#domain/codes/code';
import { stages } from '#domain/codes/stages';
import { caseStream } from '#domain/ids';
import type { EventStore, RecordedEvent } from '#event-store/event-store';

/** Something that was said between the municipality and the holder of a receipt code. */
export interface Said {
  readonly at: string;
  readonly from: 'you' | 'us';
  readonly as: 'message' | 'answer';
  /** Code of the way in which feedback was given; null for what was written here. */
  readonly method: string | null;
  /** Null where it was said in another way than by text. */
  readonly text: string | null;
}

/** What the holder of a receipt code may know: the status, and the messages between the two. Nothing of the investigation. */
export interface DialogueView {
  readonly number: string;
  /** The diary's mark of secrecy. */
  readonly secrecy: boolean;
  readonly stage: string;
  /** The status, in a sentence. */
  readonly status: string;
  readonly messages: readonly { readonly at: string; readonly from: 'you' | 'us'; readonly text: string }[];
}

/** The dialogue of a receipt code (docs/contract.md#http, POST /api/follow). */
export class Dialogue {
  constructor(private readonly store: EventStore) {}

  async of(state: ExistingCase): Promise<DialogueView> {
    const stream = caseStream(state.id);
    const [events, words] = await Promise.all([this.store.load(stream), this.store.words(stream)]);
    const messages = dialogueOf(state, events, words).flatMap(({ at, from, text }) => (text === null ? [] : [{ at, from, text }]));
    return { number: state.number, secrecy: state.diary.secrecy, stage: state.stage, status: statusOf(state), messages };
  }
}

interface WithReporter {
  readonly receipt: Pick<Receipt, 'reporter'>;
}

/** The dialogue of a case with its holder of the code, in the order of the events; for the API and the pages alike. */
export function dialogueOf(
  state: WithReporter,
  events: readonly RecordedEvent[],
  words: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): readonly Said[] {
  return events.flatMap((event) => {
    const as = saidAs(event, state);
    if (as === null) return [];
    const text = words.get(event.eventId)?.['text'];
    const from = event.type === 'ReporterReplied' || event.open['direction'] === 'in' ? 'you' : 'us';
    return [{ at: event.at, from, as, method: (event.open['method'] as string | undefined) ?? null, text: typeof text === 'string' ? text : null }];
  });
}

/** Feedback counts where it is addressed to the holder of the code: as the one who complained, or as one who reported without a name. */
function saidAs(event: RecordedEvent, state: WithReporter): Said['as'] | null {
  if (event.type === 'MessageExchanged' || (event.type === 'ReporterReplied' && event.actor === 'anonymous')) return 'message';
  const isTheirs = event.open['to'] === 'complainant' || (event.open['to'] === 'reporter' && state.receipt.reporter === null);
  if (event.type !== 'FeedbackGiven' || !isTheirs) return null;
  return event.open['what'] === 'answer' ? 'answer' : 'message';
}

function statusOf(state: ExistingCase): string {
  if (state.end?.as === 'cancelled') return 'Ärendet är makulerat.';
  if (state.end?.as === 'closed') return 'Ärendet är avslutat. Du kan skriva till oss om du inte är nöjd.';
  if (state.stage === 'closed' || state.stage === 'cancelled') return '';
  const row = stageRow(processOf(state.desc.process), state.stage);
  return `${labelOf(stages, state.stage)}. Det vi gör nu: ${row.purpose.charAt(0).toLowerCase()}${row.purpose.slice(1)}`;
}
