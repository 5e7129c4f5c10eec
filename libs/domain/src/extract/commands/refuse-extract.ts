import { extractRefusalGrounds } from '../../codes/extracts.js';
import { Lacking } from '../../lacks.js';
import { date, oneOf, words } from '../../shapes.schema.js';
import { extractRefused } from '../events/extract-refused.js';
import { defineExtractCommand, isOpen } from '../extract.js';
import { extractors } from '../who.js';

/** Refuses a request in writing: with the ground, the reasons, and when the person was given the decision (GDPR art. 12.4; lagen (2018:218) 7 kap. 2 §). */
export const refuseExtract = defineExtractCommand({
  name: 'RefuseExtract',
  input: { ground: oneOf(extractRefusalGrounds), reasons: words, toldOn: date },
  who: extractors,
  title: 'Avslå begäran',
  button: 'Beslut: avslå begäran',
  form: {
    ground: { label: 'På vilken grund?' },
    reasons: {
      label: 'Beslutet och skälen',
      hint: 'Så som den som begär får dem. Beslutet ska säga att det kan överklagas till förvaltningsrätten, och att klagomål kan lämnas till Integritetsskyddsmyndigheten.',
    },
    toldOn: { label: 'När lämnades beslutet till den som begär?' },
  },
  offered: isOpen,
  decide({ receivedOn }, { ground, reasons, toldOn }, { today }) {
    new Lacking('RefuseExtract')
      .need(toldOn <= today, 'toldOn', 'Dagen har inte kommit än')
      .need(toldOn >= receivedOn, 'toldOn', 'Dagen ligger före den då begäran kom in')
      .orRefuse();
    return [extractRefused.of({ ground, toldOn }, { refusal: reasons })];
  },
});
