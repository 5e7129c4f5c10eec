import { z } from 'zod';
import { defineExtractEvent, isSameHit } from '../extract.js';
import { hitShape } from './hit.schema.js';

export const hitJudged = defineExtractEvent({
  name: 'HitJudged',
  label: 'En träff granskades',
  open: z.object(hitShape),
  detail: ({ passages }) => (passages.length === 1 ? '1 uppgift' : `${passages.length} uppgifter`),
  evolve: ({ judged }, { open }) => ({ judged: [...judged.filter((hit) => !isSameHit(hit, open)), open] }),
});
