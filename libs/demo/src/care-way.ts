import type { CommandOf } from '#domain/case/commands.schema';
import { patientInformationPoints } from '#domain/codes/patient-information';
import { personId, type Step } from './story.js';
import { assign, diarise, does, type FoundCause, findCauses, judgeActions, onTheWay, type Planned, planActions, sitting, type Told, tell } from './telling.js';

/** What is found and decided of a lex Maria. */
export interface CareTale {
  readonly diary: number;
  readonly fact: string;
  readonly causes: readonly FoundCause[];
  readonly actions: readonly Planned[];
  readonly outcome: Required<Pick<CommandOf<'DecideOutcome'>, 'hslOutcome' | 'injury' | 'serious' | 'avoidable'>>;
  readonly reasons: string;
  /** Notified before the investigation was ready, so many days ago. */
  readonly notifiedEarly?: number;
  /** When the patient, or one who stands near, was told the six things. */
  readonly informed?: number;
  readonly evidence?: string;
}

/** A lex Maria as far as there are days for it: taken on, analysed, outcome decided, notified, people told, effect judged and closed. */
export function careWay(told: Told, days: readonly number[], tale: CareTale): readonly Step[] {
  const { causes, actions } = tale;
  const onTo = (daysAgo: number, to: CommandOf<'AdvanceCase'>['to'], who = 'mas') => does(told, daysAgo, who, { type: 'AdvanceCase', to }, `on-to-${to}`);
  return onTheWay(days, [
    (d) => [
      diarise(told, d, tale.diary),
      ...assign(told, d, 'mas', 'ebba', 'analysledare'),
      // What was suspected at first is judged anew by MAS, with reasons.
      does(told, d, 'mas', { type: 'AnswerConflict', answer: 'none' }, 'triage-free'),
      ...sitting(told, d, 'mas', 'assessed-first', {
        type: 'AnswerTriage',
        irregularity: 'no',
        careInjury: tale.outcome.injury === true ? 'yes' : 'no',
        danger: 'no',
        serious: 'yes',
        avoidable: 'unsure',
        reasons: tale.reasons,
      }),
      ...(tale.notifiedEarly === undefined ? [] : notified(told, tale.notifiedEarly, tale.reasons, true)),
      onTo(d, 'investigating'),
    ],
    (d) => [
      ...sitting(
        told,
        d,
        'ebba',
        'analysed',
        { type: 'OpenInvestigation', method: 'incidentAnalysis', lead: personId('ebba'), team: 3 },
        { type: 'HearParty', party: 'relative', result: 'heard' },
        { type: 'MakeEntry', nature: 'fact', by: 'document', text: tale.fact },
      ),
      ...findCauses(told, d, 'ebba', causes),
      ...sitting(told, d, 'ebba', 'completed', { type: 'CompleteInvestigation', similarBefore: true, recurrence: true }),
      onTo(d, 'assessing', 'ebba'),
    ],
    (d) => [
      ...sitting(told, d, 'gunilla', 'decided', { type: 'DecideOutcome', ...tale.outcome, reasons: tale.reasons }),
      ...planActions(told, d, 'mas', actions, causes.length),
      onTo(d, 'ivoDecision'),
    ],
    (d) => [
      ...(tale.notifiedEarly === undefined
        ? notified(told, d, tale.reasons, false)
        : sitting(told, d, 'registrator', 'sent', { type: 'SendToIvo', what: 'investigation' })),
      onTo(d, 'feedback'),
    ],
    (d) => [
      ...(tale.outcome.injury === true && tale.informed === undefined ? informed(told, d, 'mas') : []),
      ...tell(told, d, 'mas', 'reporter', 'staffGroup', 'board'),
      onTo(d, 'followUp'),
    ],
    (d) => [...judgeActions(told, d, 'mas', actions.length, tale.evidence ?? 'Journalgranskningen visar att det följs.'), onTo(d, 'closed')],
  ]);
}

/** The six things, told to one who stands near the patient (PSL 3 kap. 8 §). */
export const informed = (told: Told, d: number, by: string): readonly Step[] =>
  sitting(told, d, by, 'informed', {
    type: 'InformPatient',
    to: 'relative',
    points: patientInformationPoints.map(({ code }) => code),
    journalRef: 'Omvårdnadsjournalen, samma dag',
  });

/** Decided by the one who is named for it and sent the same day; what is plain is not left waiting for the analysis. */
const notified = (told: Told, d: number, reasons: string, urgent: boolean): readonly Step[] => [
  ...sitting(
    told,
    d,
    'mas',
    'notification',
    { type: 'AnswerConflict', answer: 'none' },
    { type: 'DecideIvo', notify: 'yes', presenter: personId('gunilla'), urgent, reasons },
  ),
  ...sitting(told, d, 'registrator', 'notified', { type: 'NotifyIvo', way: 'eService', investigationAttached: !urgent }),
];
