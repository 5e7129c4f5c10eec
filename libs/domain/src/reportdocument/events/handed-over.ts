import { z } from 'zod';
import { id, maybe, sealed } from '../../shapes.schema.js';
import { defineReportEvent } from '../reportdocument.js';

/** `by`: the person who attests it. */
export const reportSubmitted = defineReportEvent({
  name: 'ReportSubmitted',
  label: 'Berättelsen intygades och lämnades in',
  open: z.object({ by: maybe(id) }),
  evolve: (_report, { open: { by }, at }) => ({ status: 'submitted', submitted: { by, at } }),
});

export const reportSentBack = defineReportEvent({
  name: 'ReportSentBack',
  label: 'Berättelsen skickades tillbaka',
  open: z.object({}),
  sealed: sealed('reasons'),
  evolve: () => ({ status: 'sentBack' }),
});

export const reportTakenIn = defineReportEvent({
  name: 'ReportTakenIn',
  label: 'Berättelsen togs emot',
  open: z.object({}),
  evolve: () => ({ status: 'takenIn' }),
});
