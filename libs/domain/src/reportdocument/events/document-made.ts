import { z } from 'zod';
import { count, id, key, position } from '../../shapes.schema.js';
import { defineReportEvent } from '../reportdocument.js';

/** The platform set the document: `position` of its figures and texts, the file among the attachments, and how many numbers in its texts contradict a table. */
export const documentMade = defineReportEvent({
  name: 'DocumentMade',
  label: 'Dokumentet skapades',
  open: z.object({ position, document: id, sha256: key, contradictions: count }),
  detail: ({ position: at }) => `med siffrorna vid händelse ${at}`,
  evolve: (_report, { open, version }) => ({ made: { ...open, version } }),
});
