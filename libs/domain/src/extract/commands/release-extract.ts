import { z } from 'zod';
import { Lacking } from '../../lacks.js';
import { count, id, key, words } from '../../shapes.schema.js';
import { extractReleased } from '../events/extract-released.js';
import { counted, defineExtractCommand, isOpen, isSameHit } from '../extract.js';
import { extractors } from '../who.js';

/** A hit as it stands when the extract is given out: how many lines it has. */
const foundHit = z.object({ family: key, of: id, lines: count }).strict();

/**
 * Decides that the extract is given out: the document that was looked through and is kept with the record. Every hit of that moment must have been judged,
 * all its lines.
 */
export const releaseExtract = defineExtractCommand({
  name: 'ReleaseExtract',
  input: { found: z.array(foundHit).max(500), document: id, sha256: key, identity: words },
  who: extractors,
  title: 'Lämna ut registerutdraget',
  button: 'Beslut: lämna ut registerutdraget',
  form: {},
  onPageOfItsOwn: true,
  offered: isOpen,
  decide({ judged, attachments }, { found, document, sha256, identity }) {
    const isJudged = (hit: (typeof found)[number]) => (judged.find((one) => isSameHit(one, hit))?.passages.length ?? 0) >= hit.lines;
    const left = found.filter((hit) => !isJudged(hit)).length;
    new Lacking('ReleaseExtract')
      .need(
        left === 0,
        'found',
        left === 1 ? 'En träff är inte granskad, eller har fått nya uppgifter' : `${left} träffar är inte granskade, eller har fått nya uppgifter`,
      )
      .need(
        attachments.some((file) => file.id === document && file.sha256 === sha256),
        'document',
        'Utdraget finns inte här. Granska och lämna ut det på nytt',
      )
      .orRefuse();
    const hits = judged.filter((hit) => found.some((one) => isSameHit(one, hit)));
    return [extractReleased.of({ document, sha256, ...counted(hits) }, { identity })];
  },
});
