import { z } from 'zod';
import { reportKinds } from '../../codes/report-documents.js';
import { dayInWords } from '../../days.js';
import { count, date, key, oneOf } from '../../shapes.schema.js';
import { defineReportEvent } from '../reportdocument.js';

export const reportOpened = defineReportEvent({
  name: 'ReportOpened',
  label: 'Berättelsen öppnades',
  open: z.object({ number: key, unit: key, kind: oneOf(reportKinds), year: count, level: z.enum(['board', 'division', 'unit']), outline: key, due: date }),
  detail: ({ year, due }) => `för ${year}, klar senast den ${dayInWords(due)}`,
  begin: (id, { open, version, at }) => ({
    ...open,
    id,
    version,
    openedAt: at,
    status: 'writing',
    sections: [],
    submitted: null,
    made: null,
    frozen: null,
    stepsTaken: [],
  }),
});
