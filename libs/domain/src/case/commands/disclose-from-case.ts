import { z } from 'zod';
import { disclosureRecipients } from '../../codes/disclosure.js';
import { Lacking } from '../../lacks.js';
import { id, key, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { disclosedPassage } from '../events/shared.js';
import type { NewCaseEvent } from '../events.schema.js';
import { disclosers } from '../who.js';

/**
 * A print that has been looked through and set; not offered on the command route, where nobody has shown it.
 * A print of the case is given out: to whom, which passages, and what was left out by which rule. What is recorded is the file that the
 * case keeps, whether the case has ended or not (TF 2 kap.). The judgement of harm is the person's. @throws Refusal
 */
export const discloseFromCase = defineCaseCommand({
  name: 'DiscloseFromCase',
  input: { to: oneOf(disclosureRecipients), passages: z.array(disclosedPassage).min(1).max(2000), document: id, sha256: key },
  who: disclosers,
  // TF and OSL do not apply to a company: what is in a private provider's own case is given out by its own rules.
  unless: (_, __, state, ___, organisation, today): boolean => organisation.placeOf(state.desc.unit, today) === 'provider',
  decide(state, { type: _, ...open }): readonly NewCaseEvent[] {
    const kept = state.documents.attachments.find(({ id }) => id === open.document);
    const isThere = kept !== undefined && kept.purpose === 'disclosure' && kept.sha256 === open.sha256;
    const places = open.passages.map(({ event, words, part }) => `${event}/${words}/${part}`);
    new Lacking('DiscloseFromCase')
      .add(isThere ? [] : [{ field: 'document', text: 'Utdraget finns inte i ärendet. Granska och lämna ut det på nytt' }], 'unknownReference')
      .add(open.passages.every(isWithin) ? [] : [{ field: 'passages', text: 'Det som utelämnas inom en uppgift ska ha en regel, och varje del anges för sig' }])
      .add(new Set(places).size < places.length ? [{ field: 'passages', text: 'Samma uppgift är med två gånger' }] : [])
      .orRefuse();
    return [{ type: 'DisclosureDecided', open }];
  },
});

/** What is left out within a passage is left out by a rule, part after part. */
const isWithin = ({ rule, spans }: z.infer<typeof disclosedPassage>): boolean =>
  spans === null || (rule !== null && spans.every(({ from, to }, n) => from < to && (n === 0 || from >= (spans[n - 1]?.to ?? 0))));
