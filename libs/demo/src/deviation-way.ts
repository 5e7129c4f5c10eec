import type { CommandOf } from '#domain/case/commands.schema';
import type { Step } from './story.js';
import { assign, does, type FoundCause, findCauses, judgeActions, onTheWay, type Planned, planActions, sitting, type Told, tell } from './telling.js';

type Grade = CommandOf<'AssessRisk'>['severity'];

/** What is found and decided of a deviation. */
export interface DeviationTale {
  /** Manager of the unit, who has the case. */
  readonly by: string;
  /** Who takes it on where the risk is more than the unit's own manager settles. */
  readonly head?: string;
  /** Who answers the first assessment, where the type says that it may be a missförhållande: never the unit's own manager. */
  readonly triagedBy?: string;
  readonly triage?: Partial<Omit<CommandOf<'AnswerTriage'>, 'type'>>;
  /** Severity and probability: first, and when the investigation is done. */
  readonly risk: readonly [Grade, Grade];
  readonly riskAfter?: readonly [Grade, Grade];
  /** Care that is grave is analysed as an incident, with somebody to lead it. */
  readonly analysis?: string;
  readonly fact: string;
  readonly causes: readonly FoundCause[];
  readonly actions: readonly Planned[];
  /** Under HSL: what it was, and the three answers behind it. */
  readonly care?: Required<Pick<CommandOf<'DecideOutcome'>, 'hslOutcome' | 'injury' | 'serious' | 'avoidable'>>;
  readonly reasons: string;
  /** Whether somebody reported it who is to be told, and whom else. */
  readonly told?: readonly ('reporter' | 'individual' | 'relative' | 'staffGroup')[];
  readonly evidence?: string;
}

/** A deviation as far as there are days for it: taken on, investigated, assessed, decided, people told, effect judged and closed. */
export function deviationWay(told: Told, days: readonly number[], tale: DeviationTale): readonly Step[] {
  const { by, head = by, causes, actions, reasons } = tale;
  const onTo = (daysAgo: number, to: CommandOf<'AdvanceCase'>['to'], who = by) => does(told, daysAgo, who, { type: 'AdvanceCase', to }, `on-to-${to}`);
  return onTheWay(days, [
    (d) => [...takenOn(told, d, tale), onTo(d, 'investigating')],
    (d) => [...investigated(told, d, tale), ...findCauses(told, d, by, causes), ...completed(told, d, by), onTo(d, 'assessing')],
    (d) => [...assessed(told, d, tale), ...planActions(told, d, head, actions, causes.length), onTo(d, 'ivoDecision', head)],
    (d) => [does(told, d, head, { type: 'DecideIvo', notify: 'notApplicable', reasons }, 'position'), onTo(d, 'feedback', head)],
    (d) => [...tell(told, d, by, ...(tale.told ?? ['reporter', 'individual', 'staffGroup'])), onTo(d, 'followUp')],
    (d) => [...judgeActions(told, d, head, actions.length, tale.evidence ?? 'Stickproven visar att det följs.'), onTo(d, 'closed', head)],
  ]);
}

/** Risk, the two questions and a handler: what a deviation needs before anybody investigates, and before it becomes something else. */
export const takenOn = (
  told: Told,
  d: number,
  { by, risk, triage, triagedBy }: Pick<DeviationTale, 'by' | 'risk' | 'triage' | 'triagedBy'>,
): readonly Step[] => [
  does(told, d, by, { type: 'AssessRisk', severity: risk[0], probability: risk[1] }, 'assessed-first-0'),
  ...(triagedBy === undefined ? [] : [does(told, d, triagedBy, { type: 'AnswerConflict', answer: 'none' }, 'triage-free')]),
  does(told, d, triagedBy ?? by, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', ...triage }, 'assessed-first-1'),
  ...assign(told, d, by, by, 'enhetschef'),
];

const investigated = (told: Told, d: number, { by, analysis, fact }: DeviationTale): readonly Step[] =>
  sitting(told, d, by, 'investigated', ...(analysis === undefined ? [] : [{ type: 'OpenInvestigation', method: 'incidentAnalysis', team: 3 } as const]), {
    type: 'MakeEntry',
    nature: 'fact',
    by: 'staff',
    text: fact,
  });

const completed = (told: Told, d: number, by: string): readonly Step[] =>
  sitting(told, d, by, 'completed', { type: 'CompleteInvestigation', similarBefore: false, recurrence: true });

const assessed = (told: Told, d: number, { by, head = by, risk, riskAfter = risk, care, reasons }: DeviationTale): readonly Step[] =>
  sitting(
    told,
    d,
    head,
    'assessed',
    { type: 'AssessRisk', severity: riskAfter[0], probability: riskAfter[1] },
    ...(care === undefined ? [] : [{ type: 'DecideOutcome', ...care, reasons } as const]),
  );
