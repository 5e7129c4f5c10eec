import type { AskingAuthority, OwnNotification } from '../codes/authorities.js';
import type { ExistingCase } from './case.js';
import type { CaseEvent } from './events.schema.js';

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
export const committeeToldAt = (state: Pick<ExistingCase, 'contact'>): string | null =>
  state.contact.feedback.find((given) => given.to === 'patientsCommittee' && given.what === 'answer')?.at ?? null;

/** Folds what has passed between the municipality and authorities beside the IVO track. */
export function toldAuthorities(state: ExistingCase, event: Told): Pick<ExistingCase, 'outside'> {
  return { outside: { ...state.outside, authorities: withAuthority(state, event) } };
}

function withAuthority(state: ExistingCase, event: Told): WithAuthorities {
  const { requests, own } = state.outside.authorities;
  switch (event.type) {
    case 'AuthorityAsked': {
      const { id, from, letterOn, dueOn } = event.open;
      const cameWithIt =
        from === 'patientsCommittee' &&
        state.desc.channel === 'viaPatientsCommittee' &&
        requests.every((row) => row.from !== from) &&
        committeeToldAt(state) === null;
      return { own, requests: [...requests, { id, from, letterOn, dueOn, sentAt: null, cameWithIt }] };
    }
    case 'AuthorityAnswered': {
      const { request } = event.open;
      return { own, requests: requests.map((row) => (row.id === request ? { ...row, sentAt: event.at } : row)) };
    }
    case 'OwnNotificationDecided': {
      const { about, notify } = event.open;
      return { requests, own: [...own.filter((row) => row.about !== about), { about, notify, at: event.at, sentAt: null }] };
    }
    case 'OwnNotificationSent': {
      const { about } = event.open;
      return { requests, own: own.map((row) => (row.about === about ? { ...row, sentAt: event.at } : row)) };
    }
    default:
      event satisfies never;
      return state.outside.authorities;
  }
}
