import type { ReportKind, ReportStatus } from '../codes/report-documents.js';
import { rolesOver } from '../org/roles-over.js';
import type { Asking } from '../records/record-command.js';
import { commandsOf } from '../records/record-command.js';
import { eventsOf, type RecordState } from '../records/record-event.js';
import { type Heading, headingsOf, type ReportLevel } from './outline-002.js';
import { writersOf } from './who.js';

/** One heading that somebody has dealt with. Its text is sealed and not here. */
export interface Section {
  readonly heading: string;
  /** Number of the event that last wrote it: who saves says which they have read. */
  readonly version: number;
  readonly at: string;
  /** `nothing`: it is said outright that there is nothing to tell. */
  readonly as: 'written' | 'nothing';
}

/** A report of a unit, a division or a board for one year, written heading by heading. Its words are sealed and not here. */
export interface ReportDocument extends RecordState {
  readonly kind: ReportKind;
  readonly year: number;
  readonly level: ReportLevel;
  /** Version of the outline that its headings come from. */
  readonly outline: string;
  /** The day (YYYY-MM-DD) by which it is to be handed in. */
  readonly due: string;
  readonly openedAt: string;
  readonly status: ReportStatus;
  readonly sections: readonly Section[];
  /** Who handed it in last, and when. */
  readonly submitted: { readonly by: string | null; readonly at: string } | null;
  /** The document as the platform set it last, after which event; null until it is. */
  readonly made: {
    readonly position: number;
    readonly document: string;
    readonly sha256: string;
    readonly contradictions: number;
    readonly version: number;
  } | null;
  /** As it was frozen: the position of its figures, the file and its hash; null until it is. */
  readonly frozen: { readonly at: string; readonly position: number; readonly document: string; readonly sha256: string } | null;
  readonly stepsTaken: readonly string[];
}

export const defineReportEvent = eventsOf<ReportDocument>();
export const defineReportCommand = commandsOf<ReportDocument>('reportdocument');

type Written = Pick<ReportDocument, 'level' | 'unit' | 'sections'>;

export const isWritable = ({ status }: Pick<ReportDocument, 'status'>): boolean => status === 'writing' || status === 'sentBack';

export const sectionOf = ({ sections }: Pick<ReportDocument, 'sections'>, heading: string): Section | undefined =>
  sections.find((section) => section.heading === heading);

/** How a heading stands: what is prefilled, and a table, lacks nothing. */
export function standingOf(report: Written, { code, kind }: Heading): 'written' | 'nothing' | 'prefilled' | 'missing' | 'none' {
  const section = sectionOf(report, code);
  if (section !== undefined) return section.as;
  return kind === 'text' ? 'missing' : kind === 'prefilled' ? 'prefilled' : 'none';
}

/** The headings that wait for somebody's words, those that the law asks for alone where `byLaw`. */
export const missingIn = (report: Written, byLaw = false): readonly Heading[] =>
  headingsOf(report).filter((heading) => standingOf(report, heading) === 'missing' && (!byLaw || heading.law !== undefined));

/** Whether the actor is one of those who answer for the text of a report on its level. */
export const mayWrite = ({ level, unit }: Pick<ReportDocument, 'level' | 'unit'>, { actor, organisation, today }: Asking): boolean =>
  rolesOver(actor, unit, organisation, today).some((role) => writersOf(level).includes(role));
