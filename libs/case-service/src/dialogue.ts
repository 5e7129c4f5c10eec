import type { ExistingCase } from '#domain/case/case';
import { labelOf } from '#domain/codes/code';
import { stages } from '#domain/codes/stages';
import { caseStream } from '#domain/ids';
import { processOf } from '#domain/process/index';
import { stageRow } from '#domain/process/process';
import type { EventStore } from '#event-store/event-store';

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
    const messages = events.flatMap((event) => {
      const toThem = event.open['to'] === 'complainant' || (event.open['to'] === 'reporter' && state.reporter === null);
      const said = event.type === 'MessageExchanged' || (event.type === 'FeedbackGiven' && toThem);
      const text = words.get(event.eventId)?.['text'];
      if (!said || typeof text !== 'string') return [];
      return [{ at: event.at, from: event.open['direction'] === 'in' ? ('you' as const) : ('us' as const), text }];
    });
    return { number: state.number, secrecy: state.secrecy, stage: state.stage, status: statusOf(state), messages };
  }
}

function statusOf(state: ExistingCase): string {
  if (state.cancelled !== null) return 'Ärendet är makulerat.';
  if (state.closed !== null) return 'Ärendet är avslutat. Du kan skriva till oss om du inte är nöjd.';
  if (state.stage === 'closed' || state.stage === 'cancelled') return '';
  const row = stageRow(processOf(state.desc.process), state.stage);
  return `${labelOf(stages, state.stage)}. Det vi gör nu: ${row.purpose.charAt(0).toLowerCase()}${row.purpose.slice(1)}`;
}
