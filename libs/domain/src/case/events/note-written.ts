import { z } from 'zod';
import { sealed } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';

/** For those who handle the case. It answers nobody: a message that waits goes on waiting. */
export const noteWritten = defineCaseEvent({
  name: 'NoteWritten',
  label: 'Intern anteckning',
  open: z.object({}),
  sealed: sealed('text'),
});
