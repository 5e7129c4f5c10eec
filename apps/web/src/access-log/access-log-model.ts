import { labelOf } from '#domain/codes/code';
import { roles } from '#domain/codes/roles';
import { addDuration, startOfDay, stockholmDate } from '#domain/law/calendar';
import { logReviewType } from '#domain/logreview/index';
import { unitsToCreateIn } from '#domain/records/decide';
import type { Asking } from '#domain/records/record-command';
import { type AccessSearch, accessesDrawn, accessesFound, type LoggedAccess } from '#event-store/access-log';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import type { Tx } from '#platform/database';
import { recordList } from '#read-model/record-list';
import { namesOfStreams, type StreamName, streamOfNumber } from '#read-model/stream-names';
import { accessLogTexts as texts } from '#text/access-log';
import type { Fault } from '#ui/error-summary';
import { type FormBody, textOf } from '../frame/request.js';
import { type TypedDays, typedDays } from '../frame/typed-days.js';
import { planHref } from '../logreviews/log-review-room.js';

/** Where the log is read. */
export interface LogCore {
  readonly database: Tx;
  readonly register: OrganisationRegister;
  /** Everybody that the log can name, by name. */
  readonly people: readonly Person[];
  /** The instant of the request. */
  readonly now: string;
}

/** An access as the page and the file show it. */
export interface AccessRow {
  readonly at: string;
  readonly person: string;
  readonly post: string;
  readonly action: string;
  readonly of: string;
  readonly unit: string;
  readonly route: string;
}

/** What was typed, and what was wrong with it. */
export interface LogQuery extends TypedDays {
  readonly number: string;
  readonly person: string;
  readonly page: number;
}

export interface LogRows {
  readonly rows: readonly AccessRow[];
  readonly total: number;
}

/** The controls of a month, and the form that plans one; null for whom it is not. */
export interface MonthReviews {
  readonly reviews: readonly { readonly href: string; readonly number: string; readonly status: string }[];
  readonly planHref: string | null;
}

export const PAGE = 100;
/** So many lines are at most in a file. */
export const MOST_IN_FILE = 50_000;
export const SAMPLE = 30;
/** One a month for as long as anybody works. */
const MOST_REVIEWS = 10_000;

/** Where no days are named. */
const DAYS = 30;

/** The search as it was asked, and the month before today where no days were named. */
export function logQueryOf(asked: FormBody, today: string): LogQuery {
  const page = Number(textOf(asked, 'sida'));
  return {
    number: textOf(asked, 'nummer'),
    person: textOf(asked, 'person'),
    ...typedDays(asked, today, DAYS, texts.faults),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The rows of a search; its faults where it can't be made. @throws DatabaseFault */
export async function logRows(core: LogCore, query: LogQuery, limit = PAGE): Promise<LogRows & { readonly faults: readonly Fault[] }> {
  const none = { rows: [], total: 0 };
  if (query.faults.length > 0) return { ...none, faults: query.faults };
  const stream = query.number === '' ? null : await streamOfNumber(core.database, query.number);
  if (query.number !== '' && stream === null) return { ...none, faults: [{ field: 'nummer', text: texts.faults.number }] };
  const search: AccessSearch = {
    streams: stream === null ? null : [stream],
    person: query.person === '' ? null : query.person,
    from: startOfDay(query.from),
    to: startOfDay(addDuration(query.tom, 'P1D')),
  };
  const { items, total } = await accessesFound(core.database, search, limit, (query.page - 1) * PAGE);
  return { rows: await rowsOf(core, items), total, faults: [] };
}

/** The sample of a month (YYYY-MM), in the order in which it happened. @throws DatabaseFault */
export async function sampleRows(core: LogCore, month: string): Promise<LogRows> {
  const first = `${month}-01`;
  const { items, total } = await accessesDrawn(core.database, { from: startOfDay(first), to: startOfDay(addDuration(first, 'P1M')) }, SAMPLE);
  return {
    rows: await rowsOf(
      core,
      items.toSorted((one, other) => one.at.localeCompare(other.at)),
    ),
    total,
  };
}

/** The controls of a month that the reader sees, and where one is planned: for the whole board where the reader's post is there. @throws DatabaseFault */
export async function reviewsOf({ database }: LogCore, asking: Asking, month: string): Promise<MonthReviews> {
  const { items } = await recordList(database, logReviewType, asking, {}, MOST_REVIEWS);
  const units = unitsToCreateIn(logReviewType, asking);
  const unit = units.find((code) => asking.organisation.unit(code, asking.today)?.level === 'board') ?? units[0];
  return {
    reviews: items
      .filter(({ facts }) => facts['month'] === month)
      .map(({ id, number, status }) => ({ href: `/${logReviewType.page}/${id}`, number, status: labelOf(logReviewType.statuses, status) })),
    planHref: unit === undefined ? null : planHref(month, unit),
  };
}

async function rowsOf({ database, register, people, now }: LogCore, items: readonly LoggedAccess[]): Promise<readonly AccessRow[]> {
  const today = stockholmDate(now);
  const names = await namesOfStreams(database, [...new Set(items.map(({ stream }) => stream))]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const unitName = (code: string): string => register.organisation.nameOf(code, today);
  return items.map(({ at, person, action, stream, route }) => {
    const known = personOf.get(person);
    const name: StreamName | undefined = names.get(stream);
    return {
      at,
      person: known?.name ?? (person === 'unknown' ? texts.unknown : person),
      post: (known?.posts ?? []).map(({ role, unit }) => `${labelOf(roles, role)}, ${unitName(unit)}`).join('; '),
      action,
      of: name?.number ?? '',
      unit: name === undefined || name.unit === null ? '' : unitName(name.unit),
      route,
    };
  });
}
