import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { Lacking } from './lacks.js';

/**
 * A print of the case is given out: to whom, which passages, and what was left out by which rule. What is recorded is the file that the
 * case keeps, whether the case has ended or not (TF 2 kap.). The judgement of harm is the person's. @throws Refusal
 */
export function discloseFromCase(state: ExistingCase, { type: _, ...open }: CommandOf<'DiscloseFromCase'>): NewCaseEvent[] {
  const kept = state.attachments.find(({ id }) => id === open.document);
  const isThere = kept !== undefined && kept.purpose === 'disclosure' && kept.sha256 === open.sha256;
  const places = open.passages.map(({ event, words, part }) => `${event}/${words}/${part}`);
  new Lacking('DiscloseFromCase')
    .add(isThere ? [] : [{ field: 'document', text: 'Utdraget finns inte i ärendet. Granska och lämna ut det på nytt' }], 'unknownReference')
    .add(new Set(places).size < places.length ? [{ field: 'passages', text: 'Samma uppgift är med två gånger' }] : [])
    .orRefuse();
  return [{ type: 'DisclosureDecided', open }];
}
