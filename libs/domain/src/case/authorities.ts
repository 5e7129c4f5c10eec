import type { AskingAuthority, OwnNotification } from '../codes/authorities.js';
import type { ExistingCase } from './case.js';
import type { CaseEvent } from './events.schema.js';
import { step } from './step.js';

/** A letter in which an authority asks for a statement, and when that was sent. */
export interface AuthorityRequest {
  readonly id: string;
  readonly from: AskingAuthority;
  readonly letterOn: string;
  readonly dueOn: string | null;
  readonly sentAt: string | null;
  /** The letter that came with the complaint itself: its duty runs from the receipt. */
  readonly cameWithIt: boolean;
}

/** A notification to IVO that is neither lex Sarah nor lex Maria: decided by itself, yes or no, and sent. */
export interface DecidedNotification {
  readonly about: OwnNotification;
  readonly notify: boolean;
  readonly at: string;
  readonly sentAt: string | null;
}

export interface WithAuthorities {
  readonly requests: readonly AuthorityRequest[];
  readonly own: readonly DecidedNotification[];
}
export const noAuthorities: WithAuthorities = { requests: [], own: [] };

type Told = Extract<CaseEvent, { type: 'AuthorityAsked' | 'AuthorityAnswered' | 'OwnNotificationDecided' | 'OwnNotificationSent' }>;

/** When the patientnämnd that sent the complaint was answered without a recorded request. */
export const committeeToldAt = (state: Pick<ExistingCase, 'feedback'>): string | null =>
  state.feedback.find((given) => given.to === 'patientsCommittee' && given.what === 'answer')?.at ?? null;

/** Folds what has passed between the municipality and authorities beside the IVO track. */
export function toldAuthorities(state: ExistingCase, event: Told): Pick<ExistingCase, 'authorities' | 'steps'> {
  const { requests, own } = state.authorities;
  const withStep = (authorities: WithAuthorities, type: string, part: Parameters<typeof step>[2]) => ({
    authorities,
    steps: [...state.steps, step(event, type, part)],
  });
  switch (event.type) {
    case 'AuthorityAsked': {
      const { id, from, letterOn, dueOn } = event.open;
      const cameWithIt =
        from === 'patientsCommittee' &&
        state.desc.channel === 'viaPatientsCommittee' &&
        requests.every((row) => row.from !== from) &&
        committeeToldAt(state) === null;
      return withStep({ own, requests: [...requests, { id, from, letterOn, dueOn, sentAt: null, cameWithIt }] }, 'authorityAsked', { code: from, ref: id });
    }
    case 'AuthorityAnswered': {
      const { request } = event.open;
      return withStep({ own, requests: requests.map((row) => (row.id === request ? { ...row, sentAt: event.at } : row)) }, 'authorityAnswered', {
        ref: request,
      });
    }
    case 'OwnNotificationDecided': {
      const { about, notify, byRole } = event.open;
      const others = own.filter((row) => row.about !== about);
      return withStep({ requests, own: [...others, { about, notify, at: event.at, sentAt: null }] }, 'ownNotification', {
        code: about,
        role: byRole,
        flag: notify,
      });
    }
    case 'OwnNotificationSent': {
      const { about } = event.open;
      return withStep({ requests, own: own.map((row) => (row.about === about ? { ...row, sentAt: event.at } : row)) }, 'ownNotificationSent', { code: about });
    }
    default:
      event satisfies never;
      return state;
  }
}
