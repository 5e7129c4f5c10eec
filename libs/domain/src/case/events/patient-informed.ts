import { z } from 'zod';
import { feedbackRecipients } from '../../codes/feedback.js';
import { patientInformationPoints } from '../../codes/patient-information.js';
import { key, oneOf, sealed, several } from '../../shapes.schema.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import { label } from '../history-words.js';
import { type Step, step } from '../step.js';

export const patientInformed = defineCaseEvent({
  name: 'PatientInformed',
  label: 'Patienten informerades',
  open: z.object({ to: oneOf(feedbackRecipients), points: several(oneOf(patientInformationPoints)), has: several(key).default([]) }),
  sealed: sealed('journalRef', 'recipient'),
  group: 'svar',
  detail: (open): string | null => label('feedbackRecipient', open.to),
  evolve(state, event): Change {
    return {
      contact: { ...state.contact, patientInformed: [...state.contact.patientInformed, { to: event.open.to, at: event.at }] },
    };
  },
  steps: (event): readonly Step[] => [step(event, 'patientInformed', { code: event.open.to, n: event.open.points.length })],
});
