import type { ProviderNews } from '../codes/provider-news.js';
import { uuidOf } from '../ids.js';
import type { Organisation } from '../org/units.js';
import type { ExistingCase } from './case.js';
import type { OpenOf } from './events.schema.js';
import { processOf } from './processes/index.js';

/*
 * What a private provider tells the board of its own lex Sarah goes to the municipality's mirror of it, where both are kept in this system:
 * that a report has been received, later that IVO has been notified (SoL 27 kap. 4 and 6 §§, LSS 24 d and 24 f §§). Codes, days and the number by
 * which the provider knows it; no word of what is written in the provider's own tree.
 */

export interface BoardTold {
  /** The provider's own case. */
  readonly source: string;
  readonly number: string;
  /** The provider's unit, and the municipality's unit that stands for it. */
  readonly providerUnit: string;
  readonly unit: string;
  readonly about: ProviderNews;
  readonly toldAt: string;
  readonly notifiedAt: string | null;
  readonly lawAreas: ExistingCase['desc']['lawAreas'];
}

/** The id of the mirror of a provider's case: one for each, whoever makes it and however often. */
export const mirrorIdOf = (source: string): string => uuidOf('mirror', source);

/** The municipality's unit that stands for a provider's, by the nearest setting; null where none does on that day. */
export function mirrorOf(unit: string | null, organisation: Organisation, date: string): string | null {
  if (unit === null || organisation.placeOf(unit, date) !== 'provider') return null;
  for (const { code } of organisation.answering(unit, date)) {
    const mirror = organisation.settings.mirrors[code];
    if (mirror !== undefined) return mirror.from <= date && organisation.placeOf(mirror.unit, date) === 'mirrored' ? mirror.unit : null;
  }
  return null;
}

/** What an event in a provider's own lex Sarah tells the board; null where it tells nothing, or nothing stands for the unit. */
export function boardTold(
  event: { readonly type: string; readonly at: string; readonly open: object },
  state: ExistingCase,
  organisation: Organisation,
  date: string,
): BoardTold | null {
  const { to, what } = event.open as OpenOf<'FeedbackGiven'>;
  if (event.type !== 'FeedbackGiven' || to !== 'board' || what === 'confirmation' || processOf(state.desc.process).provider !== true) return null;
  const unit = mirrorOf(state.desc.unit, organisation, date);
  const sentAt = state.ivoTrack.sent?.at ?? null;
  const notifiedAt = sentAt !== null && sentAt <= event.at ? sentAt : null;
  if (unit === null || state.desc.unit === null) return null;
  return {
    source: state.id,
    number: state.number,
    providerUnit: state.desc.unit,
    unit,
    about: notifiedAt === null ? 'report' : 'notification',
    toldAt: event.at,
    notifiedAt,
    lawAreas: state.desc.lawAreas,
  };
}
