import type { OpenedCase } from '#case-service/case-reader';
import { type ExistingCase, isOpen } from '#domain/case/case';
import type { CommandType } from '#domain/case/commands.schema';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { packageTexts as said } from '#text/ivo-package';
import { longMoment } from '#ui/deadline';
import { attachmentsOf, type NamedAttachment } from '../attachments/attachments.js';
import { type IvoFieldGroup, ivoFields } from './ivo-fields.js';

export interface PackageFile extends NamedAttachment {
  /** Its number among the attached files; null for one that the e-service does not take. */
  readonly n: number | null;
}

export interface PackageProps {
  readonly caseId: string;
  readonly order: string;
  /** Empty once the form has been sent, when only the investigation is left to send. */
  readonly groups: readonly IvoFieldGroup[];
  readonly document: { readonly file: PackageFile | null; readonly note: string | null; readonly make: string | null };
  readonly files: readonly PackageFile[];
}

/** The events that the document of the investigation is made of: after a later one of these it is out of date. */
const told = new Set([
  'AddendumMade',
  'ActionChanged',
  'ActionPlanned',
  'CaseClassified',
  'CaseCorrected',
  'CauseFound',
  'CauseWithdrawn',
  'Diarised',
  'EntryMade',
  'FeedbackNotPossible',
  'InvestigationCompleted',
  'IvoDecided',
  'OutcomeDecided',
  'PartyHeard',
  'PatientInformed',
  'SealedPartRemoved',
]);

/** Whether one who may send to IVO has something to send: the notification, or the investigation that was to follow it. */
export const hasPackage = (state: ExistingCase, allowed: readonly CommandType[]): boolean =>
  isOpen(state) &&
  state.ivo?.notify === 'yes' &&
  (state.ivoTrack.sent === null || state.ivoTrack.investigationSentAt === null) &&
  allowed.includes(state.ivoTrack.sent === null ? 'NotifyIvo' : 'SendToIvo');

/** For a decided notification: what to copy into IVO's form, and the attached files, in order. */
export function ivoPackage(opened: OpenedCase, people: readonly Person[], register: OrganisationRegister): PackageProps {
  const { state } = opened;
  const { document, others } = packageFiles(opened);
  const unfinished = state.investigation.completed === null;
  const stale = document !== null && isStale(opened, document.id);
  return {
    caseId: state.id,
    order: state.desc.kind === 'lexMaria' ? said.order.lexMaria : said.order.lexSarah,
    groups: state.ivoTrack.sent === null ? ivoFields(opened, people, register) : [],
    document: {
      file: document === null ? null : { ...document, n: 1, what: `${document.what}, upprättad ${longMoment(document.at)}` },
      note: unfinished ? said.unfinished : document === null ? said.unmade : stale ? said.stale : null,
      make: unfinished || (document !== null && !stale) ? null : document === null ? said.make : said.again,
    },
    files: others,
  };
}

/** The latest document of the investigation, and other files that may be attached, numbered after it. */
function packageFiles(opened: OpenedCase): { readonly document: NamedAttachment | null; readonly others: readonly PackageFile[] } {
  const named = attachmentsOf(opened);
  const document = named.filter(({ purpose }) => purpose === 'investigation').at(-1) ?? null;
  let n = 1;
  const others = named.flatMap((file): readonly PackageFile[] => {
    if (file.purpose !== null) return [];
    if (file.mediaType === 'text') return [{ ...file, n: null }];
    n += 1;
    return [{ ...file, n }];
  });
  return { document, others };
}

const isStale = ({ events }: OpenedCase, documentId: string): boolean => {
  const made = events.findIndex(({ type, open }) => type === 'AttachmentAdded' && open['attachmentId'] === documentId);
  return events.slice(made + 1).some(({ type }) => told.has(type));
};

/** The files that are ticked in advance in the form on what was sent. */
export const packed = (opened: OpenedCase): readonly string[] => {
  const { document, others } = packageFiles(opened);
  return [...(document === null ? [] : [document.id]), ...others.filter(({ n }) => n !== null).map(({ id }) => id)];
};
