import type { OpenedCase } from '#case-service/case-reader';
import { labelOf } from '#domain/codes/code';
import { roles } from '#domain/codes/roles';
import type { Person } from '#organisation/people';

/** One entry of an investigation with its source: nothing is overwritten, a mended one stands beside what it replaces. */
export interface EntryView {
  readonly id: string;
  readonly point: string;
  readonly nature: string;
  /** Who it comes from. */
  readonly by: string;
  readonly heardAt: string | null;
  readonly writtenAt: string;
  readonly byRole: string | null;
  /** Who wrote it down: a name to those who may read the words, else the role. */
  readonly writtenBy: string;
  readonly replaced: boolean;
  readonly replaces: string | null;
  readonly text: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The entries of the investigation, oldest first; the words only for one who may read them. */
export function entriesOf({ events, state, words, mayRead }: OpenedCase, people: readonly Person[]): readonly EntryView[] {
  return events.flatMap((event): readonly EntryView[] => {
    if (event.type !== 'EntryMade') return [];
    const { entry, point, nature, by, heardAt, byRole, replaces } = event.open;
    const role = text(byRole);
    const name = people.find((row) => `person:${row.id}` === event.actor)?.name;
    return [
      {
        id: String(entry),
        point: String(point),
        nature: String(nature),
        by: String(by),
        heardAt: text(heardAt),
        writtenAt: event.at,
        byRole: role,
        writtenBy: mayRead && name !== undefined ? name : labelOf(roles, (role ?? 'medarbetare') as (typeof roles)[number]['code']),
        replaced: state.investigation.entries.some((row) => row.id === entry && row.replaced),
        replaces: text(replaces),
        text: mayRead ? text(words.get(event.eventId)?.['text']) : null,
      },
    ];
  });
}

/** The words of the event by which something was made (a cause, an action, a proposal): the last one that fits, or null. */
export function wordOf(
  { events, words, mayRead }: OpenedCase,
  type: string,
  word: string,
  fits: (open: Readonly<Record<string, unknown>>) => boolean = () => true,
): string | null {
  const event = events.filter((row) => row.type === type && fits(row.open)).at(-1);
  return event === undefined || !mayRead ? null : text(words.get(event.eventId)?.[word]);
}
