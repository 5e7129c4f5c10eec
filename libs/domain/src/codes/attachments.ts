import type { Code, CodeOf } from './code.js';

/** What an attachment is, told by its content and never by its name. */
export const attachmentTypes = [
  { code: 'jpeg', label: 'Bild (JPEG)' },
  { code: 'png', label: 'Bild (PNG)' },
  { code: 'pdf', label: 'PDF-dokument' },
  { code: 'text', label: 'Text' },
] as const satisfies readonly Code[];
export type AttachmentType = CodeOf<typeof attachmentTypes>;
