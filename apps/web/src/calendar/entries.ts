import { actionType } from '#domain/action/index';
import { uuidOf } from '#domain/ids';
import { wordingOf } from '#domain/law/regulation';
import { recordTypes } from '#domain/record-types';
import type { OwnDeadline } from '#read-model/own-deadlines';
import { calendarTexts as said } from '#text/calendar';
import type { CalendarEntry } from './ical.js';

/** Deadlines as entries: number, what is to be done by the name of its rule, and the page at `site`. */
export const entriesOf = (deadlines: readonly OwnDeadline[], site: string): readonly CalendarEntry[] =>
  deadlines.map((deadline) => ({
    uid: `${uuidOf('calendar', deadline.key)}@gensvar`,
    day: deadline.day,
    summary: said.entry(deadline.number, whatOf(deadline)),
    url: `${site}${deadline.path}`,
  }));

function whatOf({ of }: OwnDeadline): string {
  if ('rule' in of) return wordingOf(of.rule, of.version)?.name ?? of.rule;
  if (of.family === actionType.family) return of.status === 'done' ? said.action.effect : said.action.do;
  return recordTypes.find(({ family }) => family === of.family)?.words.due ?? of.family;
}
