import { z } from 'zod';
import { count, id, key, maybe, position, sealed } from '../../shapes.schema.js';
import { defineReportEvent } from '../reportdocument.js';

/** `position`: the event up to which its figures and texts are counted. `document`: the file among its attachments, with its hash. `by`: who signs. */
export const reportFrozen = defineReportEvent({
  name: 'ReportFrozen',
  label: 'Berättelsen frystes',
  open: z.object({ position, document: id, sha256: key, contradictions: count, by: maybe(id) }),
  sealed: sealed('explanation'),
  detail: ({ position: at }) => `med siffrorna vid händelse ${at}`,
  evolve: (_report, { open, at }) => ({ status: 'frozen', frozen: { at, position: open.position, document: open.document, sha256: open.sha256 } }),
});
