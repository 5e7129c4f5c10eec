import { dialogueOf } from '#case-service/dialogue';
import type { ExistingCase } from '#domain/case/case';
import { mayReply } from '#domain/case/decide/reply-by-code';
import { isPraise } from '#domain/case/processes/gates';
import { processOf } from '#domain/case/processes/index';
import { labelOf } from '#domain/codes/code';
import { feedbackMethods } from '#domain/codes/feedback';
import { caseStream } from '#domain/ids';
import type { EventStore } from '#event-store/event-store';
import { followTexts as said } from '#text/follow';
import type { StageStep } from '#ui/stage-bar';
import { longDay } from '../frame/days.js';
import { promiseOf } from '../intake/receipt-model.js';

/** What the holder of a code sees: the status, what is promised, the messages and the attachments. Nothing of the investigation. */
export interface Followed {
  readonly number: string;
  readonly secrecy: boolean;
  readonly status: string;
  readonly steps: readonly StageStep[];
  readonly promises: readonly string[];
  readonly answers: readonly { readonly at: string; readonly way: string; readonly text: string | null }[];
  readonly messages: readonly { readonly at: string; readonly from: 'you' | 'us'; readonly text: string }[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly mayReply: boolean;
}

/** @param now ISO instant */
export async function followedOf(store: EventStore, state: ExistingCase, now: string): Promise<Followed> {
  const stream = caseStream(state.id);
  const [events, words] = await Promise.all([store.load(stream), store.words(stream)]);
  const dialogue = dialogueOf(state, events, words);
  return {
    number: state.number,
    secrecy: state.diary.secrecy,
    status: state.end === null ? (said.stageNames[state.stage] ?? '') : said[state.end.as],
    steps: stepsOf(state),
    promises: promisesOf(state, now),
    answers: dialogue.flatMap(({ at, as, method, text }) => (as === 'answer' ? [{ at, way: wayOf(method), text }] : [])),
    messages: dialogue.flatMap(({ at, from, as, text }) => (as === 'message' && text !== null ? [{ at, from, text }] : [])),
    files: events.flatMap((event) => {
      if (event.type !== 'AttachmentAdded' || event.actor !== 'anonymous') return [];
      return [{ id: String(event.open['attachmentId']), name: String(words.get(event.eventId)?.['name'] ?? '') }];
    }),
    mayReply: mayReply(state) && !isPraise(state),
  };
}

const wayOf = (method: string | null): string =>
  method !== null && feedbackMethods.some(({ code }) => code === method) ? labelOf(feedbackMethods, method) : '';

function promisesOf(state: ExistingCase, now: string): readonly string[] {
  if (state.end !== null) return [];
  const confirmation = promiseOf(state, 'confirmation');
  const answer = promiseOf(state, 'answer');
  return [
    ...(confirmation === null || confirmation < now ? [] : [said.promisedConfirmation(longDay(confirmation))]),
    ...(answer === null ? [] : [(answer < now ? said.late : said.promisedAnswer)(longDay(answer))]),
  ];
}

/** The stages in plain words for somebody who waits; stages that were passed are left out. */
function stepsOf(state: ExistingCase): readonly StageStep[] {
  const rows = processOf(state.desc.process).stages.filter(({ stage }) => !state.progress.notApplicable.some((passed) => passed.stage === stage));
  const now = rows.findIndex(({ stage }) => stage === state.stage);
  return rows.map(({ stage }, n) => ({
    label: said.stageNames[stage] ?? stage,
    state: n === now ? ('now' as const) : now === -1 || n < now ? ('done' as const) : ('ahead' as const),
    note: null,
    href: null,
  }));
}
