import { handOverReceivers, reopenReasons } from '../../codes/case-codes.js';
import { cancelReasons } from '../../codes/closing.js';
import { complaintCategories } from '../../codes/complaint-categories.js';
import { stages } from '../../codes/stages.js';
import { entry, flag, id, maybeWords, oneOf, several, words } from '../shapes.schema.js';
import { command, reasons } from './command.schema.js';

/** How a case ends, and begins again. */
export const ending = {
  HandOverCase: command('HandOverCase', { to: oneOf(handOverReceivers), told: flag, recipient: maybeWords, reasons }),
  CloseAtOnce: command('CloseAtOnce', {
    toldOnTheSpot: flag,
    categories: several(oneOf(complaintCategories)).nullable().default(null),
    categoryOther: entry.nullable().default(null),
    whatWasDone: words,
  }),
  ReopenCase: command('ReopenCase', { to: oneOf(stages).default('investigating'), reason: oneOf(reopenReasons), text: words }),
  CancelCase: command('CancelCase', { reason: oneOf(cancelReasons), second: id, text: words }),
  /** A second person's own answer to what another has asked them to stand for (CancelCase, OverrideConflict). */
  ConfirmSecond: command('ConfirmSecond', { request: id, reasons: maybeWords }),
  RefuseSecond: command('RefuseSecond', { request: id, reasons }),
} as const;
