import { z } from 'zod';
import { count, id, key, sealed } from '../../shapes.schema.js';
import { defineExtractEvent } from '../extract.js';

export const extractReleased = defineExtractEvent({
  name: 'ExtractReleased',
  label: 'Registerutdraget lämnades ut',
  open: z.object({ document: id, sha256: key, given: count, leftOut: count }),
  sealed: sealed('identity'),
  detail: ({ given, leftOut }) =>
    `${given === 1 ? '1 uppgift' : `${given} uppgifter`}, ${leftOut === 0 ? 'inget utelämnat' : `${leftOut} med något utelämnat`}`,
  evolve: (_extract, { open: { document, given, leftOut }, at }) => ({ released: { at, document, given, leftOut } }),
});
