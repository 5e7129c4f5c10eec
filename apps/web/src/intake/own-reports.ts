import { foldStored } from '#case-service/case-service';
import { dueOf, type ExistingCase, nextDuty } from '#domain/case/case';
import { labelOf } from '#domain/codes/code';
import { feedbackMethods } from '#domain/codes/feedback';
import { kinds } from '#domain/codes/kinds';
import { stages } from '#domain/codes/stages';
import { caseStream } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { logAccesses } from '#event-store/access-log';
import type { EventStore, RecordedEvent } from '#event-store/event-store';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { workList } from '#read-model/work-list';
import { staffReportTexts as said } from '#text/staff-report';
import { longDay } from '../frame/days.js';

/** A report as its reporter sees it: the answer first. */
export interface OwnReport {
  readonly id: string;
  readonly number: string;
  readonly secrecy: boolean;
  readonly kind: string;
  readonly reported: string;
  /** The beginning of what the person wrote; null where it has been removed. */
  readonly about: string | null;
  /** The answer, in its own words or by how it was given; null where there is none. */
  readonly answer: string | null;
  readonly status: string;
  readonly next: string | null;
}

export interface OwnReports {
  readonly reports: readonly OwnReport[];
  readonly total: number;
  readonly page: number;
}

/** The reports that a person has made. The answer to the reporter is the reporter's to read (R-201, AC-39). */
export class OwnReportsModel {
  constructor(
    private readonly database: Tx,
    private readonly store: EventStore,
    private readonly register: OrganisationRegister,
    private readonly clock: Clock,
  ) {}

  async of(person: string, page: number): Promise<OwnReports> {
    const now = this.clock.now().toISOString();
    const mine = { units: null, withoutUnit: false, kinds: null, lawAreas: null, handler: null, lead: null, reporter: person, called: null };
    const found = await workList(this.database, { clauses: [mine], carried: [], notBarred: person }, { sort: '-received', page }, now);
    const streams = await this.store.loadMany(found.items.map(({ id }) => caseStream(id)));
    await logAccesses(this.database, { person, action: 'list', streams: [...streams.keys()], route: 'GET /rapportera/mina' });
    const words = await this.store.wordsMany([...streams.keys()]);
    const reports: OwnReport[] = [];
    for (const { id } of found.items) {
      const events = streams.get(caseStream(id)) ?? [];
      const state = foldStored(id, events);
      if (state.exists) reports.push(this.#line(state, answerIn(events, words), aboutOf(events, words, person), now));
    }
    return { reports, total: found.total, page: found.page };
  }

  #line(state: ExistingCase, answer: string | null, about: string | null, now: string): OwnReport {
    const unit = state.desc.unit === null ? null : this.register.organisation.unit(state.desc.unit, stockholmDate(now));
    const due = state.end === null ? nextDuty(state) : null;
    return {
      id: state.id,
      number: state.number,
      secrecy: state.diary.secrecy,
      kind: labelOf(kinds, state.desc.kind),
      reported: said.own.reported(longDay(state.desc.receivedAt), unit?.name ?? 'utan enhet'),
      about,
      answer,
      status: state.end === null ? labelOf(stages, state.stage) : said.own[state.end.as],
      next: due === null ? null : (dueOf(due) < now ? said.own.late : said.own.next)(longDay(dueOf(due))),
    };
  }
}

type WordsByEvent = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** As much as one recognises a report by. */
const MOST_OF_LINE = 120;

/** The first line of what the reporter wrote; cut between two words where it is long. What others wrote, when they made another case of it, is theirs. */
function aboutOf([received]: readonly RecordedEvent[], words: WordsByEvent, person: string): string | null {
  const what = received?.actor === `person:${person}` ? words.get(received.eventId)?.['what'] : undefined;
  const [line = ''] = typeof what === 'string' ? what.trim().split('\n') : [];
  if (line === '') return null;
  return line.length <= MOST_OF_LINE ? line : `${line.slice(0, MOST_OF_LINE).replace(/\s+\S*$/, '')} …`;
}

/** The last answer to the reporter, in its own words or by how it was given. */
function answerIn(events: readonly RecordedEvent[], words: WordsByEvent): string | null {
  const given = events.findLast(({ type, open }) => type === 'FeedbackGiven' && open['to'] === 'reporter' && open['what'] === 'answer');
  if (given === undefined) return null;
  const text = words.get(given.eventId)?.['text'];
  return typeof text === 'string' ? text : said.own.told(labelOf(feedbackMethods, String(given.open['method'])), longDay(given.at));
}
