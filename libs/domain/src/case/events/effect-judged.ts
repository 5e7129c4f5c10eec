import { z } from 'zod';
import { effects } from '../../codes/actions.js';
import { id, key, maybe, oneOf, sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';

export const effectJudged = defineCaseEvent({
  name: 'EffectJudged',
  label: 'Effekten av en åtgärd bedömdes',
  open: z.object({ actionId: id, effect: oneOf(effects), basis: maybe(key), next: maybe(id) }),
  sealed: sealed('evidence'),
  detail: (open): string | null => label('actionEffect', open.effect),
  evolve(state, event): Change {
    return {
      remedy: {
        ...state.remedy,
        actions: state.remedy.actions.map((action) =>
          action.actionId === event.open.actionId
            ? { ...action, status: 'done', doneAt: action.doneAt ?? event.at, effect: { effect: event.open.effect, at: event.at } }
            : action,
        ),
      },
    };
  },
});
