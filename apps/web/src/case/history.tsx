import type { VNode } from 'preact';
import { longMoment } from '#ui/deadline';

export interface HistoryLine {
  readonly version: number;
  /** The event's position in the log, which figures refer to. */
  readonly position: number;
  readonly at: string;
  readonly text: string;
  readonly who: string;
}
export interface HistoryProps {
  /** "20 händelser, senast 25 november: Ärendet öppnades igen". */
  readonly says: string;
  /** Whether a group of it was asked for. */
  readonly isAsked: boolean;
  readonly filters: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
  readonly newest: readonly HistoryLine[];
  readonly older: readonly HistoryLine[];
  /** Duties opened, closed and recalculated: apart, so that what people have done is seen. */
  readonly bookkeeping: readonly HistoryLine[];
}

/** What has happened, newest first, each event with an anchor. Everything is on the page; long groups are folded. */
export function History({ filters, newest, older, bookkeeping }: Omit<HistoryProps, 'says' | 'isAsked'>): VNode {
  return (
    <>
      <nav aria-label="Visa i historiken" class="filters">
        {filters.map((filter) => (
          <a key={filter.href} href={filter.href} {...(filter.current ? { 'aria-current': 'true' as const } : {})}>
            {filter.label}
          </a>
        ))}
      </nav>
      <Lines lines={newest} />
      <Folded title="Äldre" lines={older} />
      <Folded title="Frister som öppnats, klarats och räknats om" lines={bookkeeping} />
    </>
  );
}

function Folded({ title, lines }: { readonly title: string; readonly lines: readonly HistoryLine[] }): VNode | null {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{`${title} (${lines.length})`}</summary>
      <Lines lines={lines} />
    </details>
  );
}

const Lines = ({ lines }: { readonly lines: readonly HistoryLine[] }): VNode => (
  <ol class="history">
    {lines.map((line) => (
      <li key={line.version} id={`h-${line.position}`}>
        <span>{line.text}</span>
        <span class="hint">{`${longMoment(line.at)}, ${line.who}`}</span>
        <a class="place" href={`#h-${line.position}`} title="Länk till den här händelsen">{`händelse ${line.position}, version ${line.version}`}</a>
      </li>
    ))}
  </ol>
);
