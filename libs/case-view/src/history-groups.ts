import type { EventType } from '#domain/case/events.schema';

/** What a history can be narrowed to, in the order of the links. The code stands in the address. */
export const historyGroups = [
  { code: 'arbete', label: 'Arbete och beslut' },
  { code: 'svar', label: 'Samtal och svar' },
  { code: 'ivo', label: 'IVO' },
  { code: 'jav', label: 'Jäv' },
  { code: 'frister', label: 'Frister och påminnelser' },
] as const;
export type HistoryGroup = (typeof historyGroups)[number]['code'];

const groups: Readonly<Partial<Record<EventType, HistoryGroup>>> = {
  MessageExchanged: 'svar',
  AddendumMade: 'svar',
  FeedbackGiven: 'svar',
  FeedbackNotPossible: 'svar',
  PatientInformed: 'svar',
  ReporterReplied: 'svar',
  ReceiptDue: 'svar',
  MailDue: 'svar',
  MailAccepted: 'svar',
  MailFailed: 'svar',
  IvoDecided: 'ivo',
  IvoNotificationSent: 'ivo',
  IvoMaterialSent: 'ivo',
  IvoAcknowledged: 'ivo',
  IvoSupplementRequested: 'ivo',
  IvoDecisionReceived: 'ivo',
  IvoClosed: 'ivo',
  AuthorityAsked: 'ivo',
  AuthorityAnswered: 'ivo',
  OwnNotificationDecided: 'ivo',
  OwnNotificationSent: 'ivo',
  ConflictAnswered: 'jav',
  ConflictOverridden: 'jav',
  StepExcepted: 'jav',
  ExceptedStepTaken: 'jav',
  ReminderDue: 'frister',
  EffectAsked: 'frister',
  Escalated: 'frister',
  DutyOpened: 'frister',
  DutyClosed: 'frister',
  DeadlineRecalculated: 'frister',
};

export const historyGroupOf = (type: string): HistoryGroup => groups[type as EventType] ?? 'arbete';

/** Bookkeeping of duties: what people have done would drown in it, so it stands by itself. */
const bookkeeping: readonly string[] = ['DutyOpened', 'DutyClosed', 'DeadlineRecalculated'];
export const isBookkeeping = (type: string): boolean => bookkeeping.includes(type);
