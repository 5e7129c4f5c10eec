import type { Code, CodeOf } from './code.js';

/** The type of an attachment, by its content and never by its name. */
export const attachmentTypes = [
  { code: 'jpeg', label: 'Bild (JPEG)' },
  { code: 'png', label: 'Bild (PNG)' },
  { code: 'pdf', label: 'PDF-dokument' },
  { code: 'text', label: 'Text' },
] as const satisfies readonly Code[];
export type AttachmentType = CodeOf<typeof attachmentTypes>;

/** The sender of an attachment: each has a limit of their own, so that neither can use up the other's. */
export const attachmentSides = [
  { code: 'sender', label: 'Den som lämnade ärendet' },
  { code: 'staff', label: 'Verksamheten' },
] as const satisfies readonly Code[];
export type AttachmentSide = CodeOf<typeof attachmentSides>;

/** The purpose of an attachment in the case, where it is more than what somebody sent along. */
export const attachmentPurposes = [
  { code: 'investigation', label: 'Utredningen som dokument' },
  { code: 'ivoReceipt', label: 'Kvittens från IVO' },
  { code: 'ivoLetter', label: 'Brev från IVO' },
  { code: 'disclosure', label: 'Utdrag som har lämnats ut' },
] as const satisfies readonly Code[];
export type AttachmentPurpose = CodeOf<typeof attachmentPurposes>;
