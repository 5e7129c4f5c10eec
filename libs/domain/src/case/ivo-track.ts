import type { ExistingCase } from './case.js';
import type { CaseEvent, OpenOf } from './events.schema.js';

/** What has passed between the municipality and IVO. Runs beside the stages, and may begin on the first day (docs/engine.md#the-track-of-ivo). */
export interface IvoTrack {
  readonly sent: { readonly at: string; readonly way: string; readonly investigationAttached: boolean; readonly attachments: readonly string[] } | null;
  readonly investigationSentAt: string | null;
  readonly ivoNumber: string | null;
  readonly supplements: readonly AuthorityDemand[];
  readonly decision: { readonly at: string; readonly ivoOutcome: OpenOf<'IvoDecisionReceived'>['ivoOutcome'] } | null;
  readonly requirements: readonly AuthorityDemand[];
  readonly closedAt: string | null;
  /** What was sent of one's own accord, when last: after a lower outcome IVO is told so. */
  readonly supplementedAt: string | null;
}

/** Something that IVO has asked for, by the day of its letter. */
export interface AuthorityDemand {
  readonly id: string;
  readonly round: number | null;
  readonly askedAt: string;
  readonly dueOn: string | null;
  readonly sentAt: string | null;
}

export const noTrack: IvoTrack = {
  sent: null,
  investigationSentAt: null,
  ivoNumber: null,
  supplements: [],
  decision: null,
  requirements: [],
  closedAt: null,
  supplementedAt: null,
};

type TrackEvent = Extract<CaseEvent, { type: `Ivo${string}` }>;
type Change = Partial<Pick<ExistingCase, 'ivo' | 'ivoTrack'>>;

/** Folds what concerns IVO. */
export function tracked(state: ExistingCase, event: TrackEvent): Change {
  return event.type === 'IvoDecided' ? { ivo: { ...event.open, at: event.at } } : { ivoTrack: trackAfter(state.ivoTrack, event) };
}

function trackAfter(track: IvoTrack, event: Exclude<TrackEvent, { type: 'IvoDecided' }>): IvoTrack {
  switch (event.type) {
    case 'IvoNotificationSent': {
      const { way, investigationAttached, attachments } = event.open;
      const sent = { at: event.at, way, investigationAttached, attachments };
      return { ...track, sent, investigationSentAt: investigationAttached ? event.at : track.investigationSentAt };
    }
    case 'IvoMaterialSent':
      return sentMaterial(track, event.open, event.at);
    case 'IvoAcknowledged':
      return { ...track, ivoNumber: event.open.ivoNumber };
    case 'IvoSupplementRequested': {
      const { id, round, dueOn } = event.open;
      return { ...track, supplements: [...track.supplements, { id, round, askedAt: event.at, dueOn, sentAt: null }] };
    }
    case 'IvoDecisionReceived': {
      const requirements = event.open.requirements.map(({ id, dueOn }) => ({ id, round: null, askedAt: event.at, dueOn, sentAt: null }));
      const decision = { at: event.at, ivoOutcome: event.open.ivoOutcome };
      return { ...track, decision, requirements: [...track.requirements, ...requirements] };
    }
    case 'IvoClosed':
      return { ...track, closedAt: event.at };
    default:
      event satisfies never;
      return track;
  }
}

function sentMaterial(track: IvoTrack, open: OpenOf<'IvoMaterialSent'>, at: string): IvoTrack {
  switch (open.what) {
    case 'investigation':
      return { ...track, investigationSentAt: track.investigationSentAt ?? at };
    case 'supplement':
      return {
        ...track,
        supplementedAt: at,
        supplements: track.supplements.map((row) => (row.round === open.round && row.sentAt === null ? { ...row, sentAt: at } : row)),
      };
    case 'requirementReport':
      return { ...track, requirements: track.requirements.map((row) => (row.id === open.requirement ? { ...row, sentAt: at } : row)) };
    default:
      open.what satisfies never;
      return track;
  }
}

/** Is anything still to be said or heard? A case stays in follow-up until the track is closed, or never began. */
export const trackIsOpen = (track: IvoTrack): boolean => track.sent !== null && track.closedAt === null;
