import { z } from 'zod';
import { flag, maybeWords } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { inStage } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

/** Records that the investigation is done, and what it shows on the whole. */
export const completeInvestigation = defineCaseCommand({
  name: 'CompleteInvestigation',
  input: {
    noDeficiency: flag.default(false),
    similarBefore: z.boolean().nullable().default(null),
    recurrence: z.boolean().nullable().default(null),
    text: maybeWords,
  },
  inStep: 20,
  who: workers,
  mustStand: (state): void => inStage(state, 'investigating', 'CompleteInvestigation'),
  offered: [{ stages: ['investigating'], when: 'always' }],
  title: 'Utredningen är klar',
  button: 'Markera som klar',
  form: {
    noDeficiency: { label: 'Visade utredningen att det inte fanns någon brist?', asked: ['complaint', 'deviation'] },
    similarBefore: { label: 'Har något liknande hänt förut?' },
    recurrence: { label: 'Kan det hända igen?' },
    text: { label: 'Sammanfattning' },
  },
  decide(_state, command): readonly NewCaseEvent[] {
    return [
      {
        type: 'InvestigationCompleted',
        open: { noDeficiency: command.noDeficiency, similarBefore: command.similarBefore, recurrence: command.recurrence },
        sealed: command.text ? { text: command.text } : undefined,
      },
    ];
  },
});
