import { localLists } from '#domain/codes/local-lists';
import { longDate } from '#ui/deadline';
import { entryKey, type Known } from './change-fields.js';
import type { LocalListsProps } from './local-lists.page.js';

/** The first day of an entry that has always been there. */
const ALWAYS = '2000-01-01';

/** Every list of every division of the day, and those of an ended division as long as they have entries. */
export function localListsOf({ organisation, entries, today }: Known, mayChange: boolean): LocalListsProps {
  const divisions = organisation.at(today).filter(({ level }) => level === 'division');
  const ended = entries.map(({ division }) => division).filter((code) => divisions.every((row) => row.code !== code));
  const all = [
    ...divisions.map(({ code, name }) => ({ code, name })),
    ...[...new Set(ended)].map((code) => ({ code, name: organisation.nameOf(code, today) })),
  ];
  return {
    mayChange,
    lists: localLists.map(({ code: list, label: name }) => ({
      list,
      name,
      divisions: all.map((division) => ({
        ...division,
        entries: entries
          .filter((entry) => entry.list === list && entry.division === division.code)
          .map((entry) => ({
            key: entryKey(entry),
            label: entry.label,
            from: entry.validFrom === ALWAYS ? 'Från början' : longDate(entry.validFrom),
            to: entry.validTo === null ? '' : longDate(entry.validTo),
          })),
      })),
    })),
  };
}
