import { type Lack, lack, refuse } from '../../errors.js';
import { type ExistingCase, mergedInto } from '../case.js';
import { answered, hasWayBack } from './gates.js';
import type { Gate, Process } from './process.js';

/*
 * What a case must hold, or must not have come to, before it ends ahead of its last stage: closed at once, or cancelled.
 */

/** What has been notified to IVO stands. */
export const notWithIvo: Gate = (state) => lack(state.ivoTrack.sent === null, 'CancelCase', 'Ärendet är anmält till IVO och kan inte makuleras');
/** What was reported is looked into even if the one who reported takes it back; once judged it is no mistake (SoL 27 kap. 5 §, PSL 3 kap. 3 §). */
export const notJudged: Gate = (state) =>
  lack(
    (state.desc.kind !== 'lexSarah' && state.desc.kind !== 'lexMaria') || state.assessment.outcome === null,
    'CancelCase',
    'Ärendet är utrett och bedömt, och kan inte makuleras',
  );

/** A duplicate is investigated in another case. */
export const noDuplicate: Gate = (state) =>
  lack(mergedInto(state) === null, 'UnlinkCase.other', 'Ärendet är en dubblett och utreds i ett annat. Ta först bort kopplingen');
/** Both it and the duplicate, which is counted here, would be gone from the figures. */
export const hasNoDuplicate: Gate = (state) =>
  lack(
    !state.links.some(({ relation }) => relation === 'hasDuplicate'),
    'UnlinkCase.other',
    'Ett annat ärende är en dubblett av det här. Ta först bort den kopplingen',
  );

/** A closed case that is mended so that the law demands something of it. */
export const openAgainFirst: Lack = { field: 'ReopenCase', text: 'Öppna ärendet igen först: ändringen innebär en skyldighet' };

/** @throws Refusal for a kind that is always investigated */
export const mustHaveShortPath = (process: Process): NonNullable<Process['shortPath']> =>
  process.shortPath ?? refuse('notInThisStage', [{ field: 'CloseAtOnce', text: 'Det här slaget av ärende utreds alltid, och kan inte avslutas direkt' }]);

/** What keeps the case from being closed at once: what it lacks, and that somebody is not told of it. */
export function lacksOnShortPath(state: ExistingCase, process: Process, toldOnTheSpot: boolean): readonly Lack[] {
  return [...mustHaveShortPath(process).needs.map((gate) => gate(state)), toldOnTheSpot ? null : untold(state)].filter((lack) => lack !== null);
}

function untold(state: ExistingCase): Lack | null {
  const tell = (who: string): Lack => ({ field: 'CloseAtOnce.toldOnTheSpot', text: `Berätta för den som ${who} vad som gjordes innan ärendet avslutas` });
  if (state.desc.kind !== 'complaint') {
    const isTold = state.contact.feedback.some((given) => given.to === 'reporter' && given.what === 'answer');
    return state.receipt.reporter === null || isTold ? null : tell('rapporterade');
  }
  if (answered(state) === null) return null;
  if (hasWayBack(state)) return tell('hörde av sig');
  return outOfReach(state) === null
    ? { field: 'ExplainNoFeedback.reason', text: 'Berätta för den som hörde av sig vad som gjordes, eller ange varför det inte går' }
    : null;
}

/** Why nobody can be told, as far as the case says. */
export function outOfReach(state: ExistingCase): 'declined' | 'senderUnknown' | null {
  if (state.desc.answerBy === 'none' && !state.desc.anonymous) return 'declined';
  return state.desc.anonymous || state.desc.source === 'otherOrUnknown' ? 'senderUnknown' : null;
}
