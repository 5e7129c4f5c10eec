import { actionAreas, actionStates, effects } from '../codes/actions.js';
import { labelOf } from '../codes/code.js';
import { dayInWords } from '../days.js';
import type { RecordType } from '../records/record-type.js';
import { type Action, isOver } from './action.js';
import { agenda, stepTaken, takeStep } from './agenda.js';
import { changeOwner, dropAction, extendAction, postponeAction } from './commands/change-action.js';
import { completeAction } from './commands/complete-action.js';
import { decideAction, startAction } from './commands/decide-action.js';
import { judgeEffect } from './commands/judge-effect.js';
import { proposeAction } from './commands/propose-action.js';
import { actionDropped, actionExtended, actionPostponed, ownerChanged } from './events/action-changed.js';
import { actionCompleted } from './events/action-completed.js';
import { actionDecided, actionStarted } from './events/action-decided.js';
import { actionProposed } from './events/action-proposed.js';
import { actionReopened, effectJudged } from './events/effect-judged.js';
import { actionReaders } from './who.js';

export type { Action } from './action.js';

/** Actions (åtgärder) as records of their own: proposed, decided, in progress, done, and followed up until their effect is judged. */
export const actionType: RecordType<Action> = {
  family: 'action',
  path: 'actions',
  page: 'atgarder',
  series: 'ATG',
  words: {
    the: 'åtgärden',
    one: 'en åtgärd',
    many: 'Åtgärder',
    due: 'Nästa datum',
    purpose: 'Det som har bestämts att göra, vem som gör det, och om det hjälpte.',
  },
  statuses: actionStates,
  abouts: [
    { code: 'decision', label: 'beslut om åtgärden' },
    { code: 'soonDue', label: 'åtgärden, som ska vara klar inom en vecka' },
    { code: 'due', label: 'åtgärden, som ska vara klar' },
    { code: 'effect', label: 'åtgärdens effekt' },
  ],
  events: [
    actionProposed,
    actionDecided,
    actionStarted,
    actionCompleted,
    effectJudged,
    actionReopened,
    actionPostponed,
    ownerChanged,
    actionExtended,
    actionDropped,
    stepTaken,
  ],
  creation: proposeAction,
  commands: [decideAction, startAction, completeAction, judgeEffect, postponeAction, changeOwner, extendAction, dropAction, takeStep],
  readers: actionReaders,
  handedDown: false,
  ownerOf: ({ owner }) => owner,
  agenda,
  facts(action) {
    const { state, due, effectDue } = action;
    return {
      status: state,
      due: isOver(action) ? null : state === 'done' ? effectDue : due,
      closed: isOver(action),
      values: {
        area: action.area,
        serves: action.serves,
        effect: action.effect,
        proposedAt: action.proposedAt,
        decidedAt: action.decidedAt,
        doneOn: action.doneOn,
        effectDue,
        round: action.round,
      },
    };
  },
  standing: { what: 'Åtgärd', howJudged: 'Så bedöms effekten' },
  heading: 'what',
  terms: ({ area, effect, effectDue, doneOn, round }) => [
    { term: 'Handlar om', text: labelOf(actionAreas, area) },
    ...(doneOn === null ? [] : [{ term: 'Genomförd', text: dayInWords(doneOn) }]),
    ...(effectDue === null ? [] : [{ term: 'Effekten bedöms', text: dayInWords(effectDue) }]),
    ...(effect === null ? [] : [{ term: 'Effekt', text: labelOf(effects, effect) }]),
    ...(round === 0 ? [] : [{ term: 'Öppnad igen', text: `${round} ${round === 1 ? 'gång' : 'gånger'}, utan effekt` }]),
  ],
  casesOf: () => [],
};
