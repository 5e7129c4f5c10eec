import { askingAuthorities } from '#domain/codes/authorities';
import { causeLevels } from '#domain/codes/causes';
import { channels } from '#domain/codes/channels';
import type { Code } from '#domain/codes/code';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { feedbackMethods } from '#domain/codes/feedback';
import { riskCloseReasons } from '#domain/codes/risk';

/**
 * Codes that hold from or until a day, added to lists of the product for the spec that imports this file, before any schema is made of the lists: it must be
 * the first import. The rows are as somebody would write them in the list.
 */
export const TURN = '2025-04-01';
export const added = {
  /** What describes the event. */
  begun: { code: 'digitalServices', label: 'Digitala tjänster', validFrom: TURN },
  ended: { code: 'faxServices', label: 'Faxtjänster', validTo: TURN },
  future: { code: 'tubePost', label: 'Rörpost', validFrom: '2999-01-01' },
  way: { code: 'fax', label: 'Fax', validTo: TURN },
  /** What is done with the case, and with a record. */
  authority: { code: 'newAgency', label: 'Nya myndigheten', validFrom: TURN },
  oldAuthority: { code: 'oldAgency', label: 'Gamla myndigheten', validTo: TURN },
  method: { code: 'videoCall', label: 'Videosamtal', validFrom: TURN },
  level: { code: 'region', label: 'Regionen', validFrom: '2999-01-01' },
  reason: { code: 'splitUp', label: 'Delad i flera', validTo: TURN },
} as const satisfies Readonly<Record<string, Code>>;

const add = (list: readonly Code[], ...codes: readonly Code[]): number => (list as Code[]).push(...codes);
add(complaintCategories, added.begun, added.ended, added.future);
add(channels, added.way);
add(askingAuthorities, added.authority, added.oldAuthority);
add(feedbackMethods, added.method);
add(causeLevels, added.level);
add(riskCloseReasons, added.reason);
