import { Lacking } from '../../lacks.js';
import { addDuration } from '../../law/calendar.js';
import { date, words } from '../../shapes.schema.js';
import { extractExtended } from '../events/extract-extended.js';
import { defineExtractCommand, isOpen } from '../extract.js';
import { extractors } from '../who.js';

/** GDPR art. 12.3: two further months where the request is complicated or there are many, of which the person is told within a month of the request. */
const [TO_TELL, TO_ANSWER] = ['P1M', 'P3M'];

/** Takes the two further months, once; the person must have been told within the first month. */
export const extendExtract = defineExtractCommand({
  name: 'ExtendExtract',
  input: { reasons: words, toldOn: date },
  who: extractors,
  title: 'Förläng tiden med två månader',
  button: 'Förläng tiden',
  form: {
    reasons: {
      label: 'Varför behövs mer tid?',
      hint: 'Begäran är komplicerad, eller så har ni fått många. Skälen ska den som begär också få (dataskyddsförordningen art. 12.3).',
    },
    toldOn: { label: 'När fick den som begär veta det?', hint: 'Senast en månad efter att begäran kom in.' },
  },
  offered: (extract) => isOpen(extract) && extract.extendedOn === null,
  decide({ receivedOn }, { reasons, toldOn }, { today }) {
    const last = addDuration(receivedOn, TO_TELL);
    new Lacking('ExtendExtract')
      .need(toldOn <= today, 'toldOn', 'Dagen har inte kommit än')
      .need(toldOn >= receivedOn, 'toldOn', 'Dagen ligger före den då begäran kom in')
      .need(toldOn <= last, 'toldOn', 'Tiden förlängs bara om den som begär fick veta det inom en månad')
      .orRefuse();
    return [extractExtended.of({ due: addDuration(receivedOn, TO_ANSWER), toldOn }, { whyLater: reasons })];
  },
});
