import { feedbackRecipients } from '../../codes/feedback.js';
import { patientInformationPoints } from '../../codes/patient-information.js';
import { refuse } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { doneOn } from '../../records/command-text.js';
import { maybeWords, oneOf, several } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { mustBeOpen, notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { becameA, isCare } from '../processes/investigation-gates.js';
import { workers } from '../who.js';
import { at } from './shared.js';

const informed = feedbackRecipients.filter(({ code }) => code === 'patient' || code === 'relative') as unknown as readonly [
  { readonly code: 'patient'; readonly label: string },
  { readonly code: 'relative'; readonly label: string },
];

/**
 * The six things that a patient who has suffered a vårdskada is told (PSL 3 kap. 8 §).
 * The patient, or one who stands near, is told the six things (PSL 3 kap. 8 §). The journal holds the note of it; the case holds the day
 * and a reference, never the note (docs/law/access.md#secrecy).
 */
export const informPatient = defineCaseCommand({
  name: 'InformPatient',
  input: {
    to: oneOf(informed).default('patient'),
    points: several(oneOf(patientInformationPoints)),
    journalRef: maybeWords,
    recipient: maybeWords,
    at,
  },
  urgentStep: 'informPatient',
  who: workers,
  mustStand: (state): void => {
    mustBeOpen(state);
    const no = (text: string) => refuse('incomplete', [{ field: 'InformPatient', text }]);
    if (!isCare(state)) no('De sex punkterna gäller hälso- och sjukvård. Återkoppla till den enskilde i stället');
    if (becameA(state, 'lexMaria')) no('Händelsen utreds som lex Maria. Anteckna informationen i det ärendet');
  },
  offered: [{ stages: 'any', when: ['care', 'lexMaria'] }],
  title: 'Patienten har informerats',
  button: 'Spara',
  form: {
    to: { label: 'Vem fick informationen?', required: true },
    points: { label: 'Vad har sagts?', hint: 'Alla sex ska vara med (PSL 3 kap. 8 §).' },
    journalRef: { label: 'Var i patientjournalen står det?', hint: 'Bara hänvisningen. Anteckningen finns i journalen.', required: true },
    recipient: { label: 'Om det var en närstående: vem?' },
    at: doneOn,
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const missing = patientInformationPoints.filter(({ code }) => !command.points.includes(code));
    new Lacking('InformPatient')
      .add(notPast(command.at, 'InformPatient.at', context, state.desc.occurredAt ?? state.desc.noticedAt ?? state.desc.receivedAt))
      .add(missing.map(({ label }) => ({ field: 'InformPatient.points', text: `Berätta också: ${label}` })))
      .need(Boolean(command.journalRef), 'journalRef', 'Ange var i patientjournalen informationen är antecknad (PSL 3 kap. 8 §)')
      .orRefuse();
    const sealed = Object.fromEntries(
      Object.entries({ journalRef: command.journalRef, recipient: command.recipient }).filter(([, value]) => value !== undefined && value !== ''),
    );
    return [
      {
        type: 'PatientInformed',
        at: command.at,
        open: { to: command.to, points: patientInformationPoints.map(({ code }) => code), has: Object.keys(sealed) },
        sealed,
      },
    ];
  },
});
