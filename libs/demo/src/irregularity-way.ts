import type { CommandOf } from '#domain/case/commands.schema';
import { personId, type Step } from './story.js';
import { assign, diarise, does, type FoundCause, findCauses, judgeActions, onTheWay, type Planned, planActions, sitting, type Told, tell } from './telling.js';

type Outcome = NonNullable<CommandOf<'DecideOutcome'>['outcome']>;

/** What is found and decided of a lex Sarah. */
export interface IrregularityTale {
  readonly diary: number;
  /** Who investigates it, and never decides it. */
  readonly by?: string;
  readonly kinds: CommandOf<'ClassifyCase'>['lexSarahKinds'];
  readonly serious?: 'yes' | 'no' | 'unsure';
  /** Who was informed and heard: the one concerned, or who speaks for them; a child itself. */
  readonly heard?: 'individual' | 'relative';
  readonly happened: string;
  readonly measures: string;
  readonly causes: readonly FoundCause[];
  readonly actions: readonly Planned[];
  readonly proposed: Outcome;
  /** Where the decider finds otherwise. */
  readonly outcome?: Outcome;
  readonly reasons: string;
  readonly notify?: 'yes' | 'no';
  readonly told?: readonly ('reporter' | 'individual' | 'relative' | 'staffGroup' | 'board')[];
  readonly evidence?: string;
}

/** A lex Sarah as far as there are days for it: taken on, investigated, proposed, decided, people told, effect judged and closed. */
export function irregularityWay(told: Told, days: readonly number[], tale: IrregularityTale): readonly Step[] {
  const { by = 'viktor', causes, actions } = tale;
  const onTo = (daysAgo: number, to: CommandOf<'AdvanceCase'>['to'], who = by) => does(told, daysAgo, who, { type: 'AdvanceCase', to }, `on-to-${to}`);
  return onTheWay(days, [
    (d) => [...takenOnBySas(told, d, tale), onTo(d, 'investigating')],
    (d) => [...investigated(told, d, tale), onTo(d, 'assessing')],
    (d) => [
      does(told, d, by, { type: 'ProposeOutcome', outcome: tale.proposed, reasons: tale.reasons }, 'proposed'),
      ...planActions(told, d, by, actions, causes.length),
      onTo(d, 'ivoDecision'),
    ],
    (d) => [...decided(told, d, tale), onTo(d, 'feedback', 'karin')],
    (d) => [...tell(told, d, 'sas', ...(tale.told ?? ['reporter', 'individual', 'staffGroup', 'board'])), onTo(d, 'followUp', 'sas')],
    (d) => [...judgeActions(told, d, 'sas', actions.length, tale.evidence ?? 'Stickproven visar att det följs.'), onTo(d, 'closed', 'sas')],
  ]);
}

/** Given a diary number and an investigator, who judges at once whether it is serious already. */
export const takenOnBySas = (
  told: Told,
  d: number,
  { diary, by = 'viktor', kinds, serious = 'no' }: Pick<IrregularityTale, 'diary' | 'by' | 'kinds' | 'serious'>,
): readonly Step[] => [
  diarise(told, d, diary),
  ...assign(told, d, 'sas', by, 'lexSarahUtredare'),
  ...sitting(
    told,
    d,
    by,
    'assessed-first',
    { type: 'ClassifyCase', lexSarahKinds: kinds, affects: 'individual' },
    { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious },
  ),
];

/** The nine points of a lex Sarah investigation as entries of their own, each fact or judgement, and the causes. */
function investigated(told: Told, d: number, { by = 'viktor', heard = 'individual', happened, measures, causes }: IrregularityTale): readonly Step[] {
  const entry = (point: CommandOf<'MakeEntry'>['point'], nature: 'fact' | 'judgement', from: 'staff' | 'investigator' | 'document', text: string) =>
    ({ type: 'MakeEntry', point, nature, by: from, text }) as const;
  return [
    ...sitting(
      told,
      d,
      by,
      'investigated',
      { type: 'HearParty', party: heard, result: 'heard' },
      entry('whatHappened', 'fact', 'staff', happened),
      entry('noticed', 'fact', 'staff', 'Uppmärksammades av den som rapporterade, samma dag som rapporten lämnades.'),
      entry('occurred', 'fact', 'document', 'Tidpunkten är den som anges i rapporten och stämmer med dokumentationen.'),
      entry('happenedBefore', 'fact', 'document', 'Inga liknande rapporter från enheten de senaste två åren.'),
      entry('mayHappenAgain', 'judgement', 'investigator', 'Det kan hända igen så länge orsaken finns kvar.'),
      entry('measures', 'fact', 'staff', measures),
      entry('otherFindings', 'fact', 'investigator', 'I övrigt har inget kommit fram som ändrar bilden.'),
    ),
    ...findCauses(told, d, by, causes),
    ...sitting(told, d, by, 'completed', { type: 'CompleteInvestigation', similarBefore: false, recurrence: true }),
  ];
}

/** Decided by another than the one who investigated; what shall be notified is sent with the finished investigation. */
function decided(told: Told, d: number, { by = 'viktor', proposed, outcome = proposed, reasons, notify = 'no' }: IrregularityTale): readonly Step[] {
  return [
    ...sitting(
      told,
      d,
      'karin',
      'decided',
      { type: 'AnswerConflict', answer: 'none' },
      { type: 'DecideOutcome', outcome, reasons },
      { type: 'DecideIvo', notify, presenter: personId(by), reasons },
    ),
    ...(notify === 'yes' ? sitting(told, d, 'registrator', 'notified', { type: 'NotifyIvo', way: 'eService', investigationAttached: true }) : []),
  ];
}
