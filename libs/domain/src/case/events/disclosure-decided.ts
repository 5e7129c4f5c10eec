import { z } from 'zod';
import { disclosureRecipients } from '../../codes/disclosure.js';
import { inSentence } from '../../codes/in-sentence.js';
import { id, key, oneOf } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { disclosedPassage } from './shared.js';

export const disclosureDecided = defineCaseEvent({
  name: 'DisclosureDecided',
  label: 'Ett utdrag lämnades ut',
  v: 2,
  open: z.object({
    to: oneOf(disclosureRecipients),
    passages: z.array(disclosedPassage).min(1).max(2000),
    document: id,
    sha256: key,
  }),
  detail: (open): string | null => {
    const leftOut = (open.passages as readonly { readonly rule: unknown }[]).filter(({ rule }) => rule !== null).length;
    return `${inSentence(label('disclosureRecipient', open.to) ?? '')}${leftOut === 0 ? '' : `, ${leftOut} ${leftOut === 1 ? 'uppgift utelämnad' : 'uppgifter utelämnade'}`}`;
  },
  evolve(state, event): Change {
    const { to, passages, document } = event.open;
    const leftOut = passages.filter(({ rule }) => rule !== null).length;
    const given = passages.filter(({ rule, spans }) => rule === null || spans !== null).length;
    return { documents: { ...state.documents, disclosures: [...state.documents.disclosures, { at: event.at, to, given, leftOut, document }] } };
  },
});
