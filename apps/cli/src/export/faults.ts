import { AttachmentTampered } from '#event-store/attachments';
import { DatabaseFault } from '#platform/database';

/** Why something is not in the export as it should be; written on its line. */
export type Fault = 'changed' | 'gone' | 'unreadable' | 'notWritten';

const said: Readonly<Record<Fault, string>> = {
  changed: 'är inte det som sparades',
  gone: 'är borta och ingen händelse säger varför',
  unreadable: 'går inte att läsa',
  notWritten: 'gick inte att skriva till katalogen',
};

/** Faults that stop everything, not one thing: the disk is full or may not be written. */
const OF_ALL = /^(ENOSPC|EDQUOT|EROFS|EMFILE|ENFILE)$/;

/** What could not be exported, by id and never by name or words. */
export class Faults {
  readonly lines: string[] = [];

  note(what: string, fault: Fault): void {
    this.lines.push(`${what} ${said[fault]}.`);
  }

  /** Notes the fault of one thing. @throws an error that is not about it alone */
  of(what: string, error: unknown): Fault {
    const fault = this.unsaid(error);
    this.note(what, fault);
    return fault;
  }

  /** As of(), for what is noted elsewhere. */
  unsaid(error: unknown): Fault {
    const code = String((error as { code?: unknown }).code ?? '');
    if (error instanceof DatabaseFault ? error.ofTheDatabase : OF_ALL.test(code)) throw error;
    if (error instanceof AttachmentTampered) return 'changed';
    return error instanceof Error && 'syscall' in error ? 'notWritten' : 'unreadable';
  }
}
