import { labelOf } from '../codes/code.js';
import { extractRefusalGrounds, extractStatuses } from '../codes/extracts.js';
import { dayInWords } from '../days.js';
import type { RecordType } from '../records/record-type.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { endExtract } from './commands/end-extract.js';
import { extendExtract } from './commands/extend-extract.js';
import { judgeHit } from './commands/judge-hit.js';
import { refuseExtract } from './commands/refuse-extract.js';
import { releaseExtract } from './commands/release-extract.js';
import { requestExtract } from './commands/request-extract.js';
import { extractEnded } from './events/extract-ended.js';
import { extractExtended } from './events/extract-extended.js';
import { extractRefused } from './events/extract-refused.js';
import { extractReleased } from './events/extract-released.js';
import { extractRequested } from './events/extract-requested.js';
import { hitJudged } from './events/hit-judged.js';
import { type Extract, isOpen } from './extract.js';
import { extractReaders } from './who.js';

export type { Extract, HitId, JudgedHit, JudgedPassage } from './extract.js';

/** Requests by persons for what is held about them (registerutdrag; GDPR art. 15). */
export const extractType: RecordType<Extract> = {
  family: 'extract',
  path: 'register-extracts',
  page: 'registerutdrag',
  series: 'REG',
  words: { the: 'begäran', one: 'en begäran om registerutdrag', many: 'Registerutdrag', due: 'Lämnas senast' },
  inMenu: true,
  statuses: extractStatuses,
  abouts: [{ code: 'due', label: 'begäran om registerutdrag, som ska besvaras' }],
  events: [extractRequested, hitJudged, extractExtended, extractReleased, extractRefused, extractEnded, stepTaken],
  creation: requestExtract,
  commands: [judgeHit, releaseExtract, extendExtract, refuseExtract, endExtract, takeStep],
  readers: extractReaders,
  handedDown: false,
  ownerOf: () => null,
  agenda,
  facts(extract) {
    const { receivedOn, due, requestedAt, judged, released, extendedOn, refused, endedAt } = extract;
    return {
      status: released !== null ? 'released' : refused !== null ? 'refused' : endedAt !== null ? 'ended' : judged.length > 0 ? 'reviewing' : 'received',
      due: isOpen(extract) ? due : null,
      closed: !isOpen(extract),
      values: {
        receivedOn,
        requestedAt,
        judged: judged.length,
        releasedAt: released?.at ?? null,
        extendedOn,
        refusedAt: refused?.at ?? null,
        refusal: refused?.ground ?? null,
        endedAt,
      },
    };
  },
  standing: {
    person: 'Vem som begär',
    personalNumber: 'Personnummer eller samordningsnummer',
    sought: 'Söks också på',
    identity: 'Så vet vi vem som begär',
    whyLater: 'Varför det tar längre tid',
    refusal: 'Beslutet att avslå, med skälen',
    reasons: 'Varför det inte blev något utdrag',
  },
  heading: { term: 'Begäran', of: ({ receivedOn }) => `Begäran om registerutdrag från den ${dayInWords(String(receivedOn))}` },
  terms: ({ receivedOn, judged, extendedOn, refused }) => [
    { term: 'Kom in', text: dayInWords(receivedOn) },
    { term: 'Granskade träffar', text: String(judged.length) },
    ...(extendedOn === null ? [] : [{ term: 'Förlängd', text: `två månader, den som begär fick veta det den ${dayInWords(extendedOn)}` }]),
    ...(refused === null ? [] : [{ term: 'Avslagen', text: labelOf(extractRefusalGrounds, refused.ground) }]),
  ],
  casesOf: () => [],
};
