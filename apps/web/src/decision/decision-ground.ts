import type { ExistingCase } from '#domain/case/case';
import { holdsFor, type When } from '#domain/case/conditions';
import { careOutcomeDecided, irregularityDecided, outcomeProposed } from '#domain/case/processes/decision-gates';
import { investigated } from '#domain/case/processes/gates';
import { actionOrReasonFound, causeFound, contentPoints, diarised, incidentAnalysed, seriousCausesAnswered } from '#domain/case/processes/investigation-gates';
import type { Gate } from '#domain/case/processes/process';

/** One requirement of the decision: met or missing, with the form that supplies it. */
export interface GroundLine {
  readonly text: string;
  readonly done: boolean;
  readonly href: string;
  /** Whether law or the order of decision demands it; the others are about the quality of the basis. */
  readonly needed: boolean;
}

type Row = readonly [text: string, gates: readonly Gate[], command: string, when: When];

const rows: readonly Row[] = [
  ['Diarienummer', [diarised], 'Diarise', 'always'],
  ['Utredningens innehållspunkter', contentPoints, 'MakeEntry', ['lexSarah']],
  ['Händelseanalys', [incidentAnalysed], 'OpenInvestigation', ['lexMaria']],
  ['Minst en orsak', [causeFound], 'FindCause', 'always'],
  ['Åtgärder, eller skäl till att ingen behövs', [actionOrReasonFound, seriousCausesAnswered], 'PlanAction', 'always'],
  ['Utredningen är klar', [investigated], 'CompleteInvestigation', 'always'],
  ['Utredarens förslag till bedömning', [outcomeProposed], 'ProposeOutcome', ['lexSarah']],
];

/** The checklist of the decision: its basis, then the three things without which it can't be made; one of them is the decider's own. */
export function groundOf(state: ExistingCase, person: string | null, decides: boolean): readonly GroundLine[] {
  const own = `/arende/${state.id}`;
  const here = `${own}/beslut`;
  const quality = rows.flatMap(([text, gates, command, when]): readonly GroundLine[] => {
    if (!holdsFor(when, state)) return [];
    const lacking = gates.filter((gate) => gate(state) !== null).length;
    const counted = gates.length > 2 && lacking > 0 ? `${text}: ${gates.length - lacking} av ${gates.length}` : text;
    return [{ text: counted, done: lacking === 0, href: `${own}?gor=${command}#k-${command}`, needed: false }];
  });
  const outcome = state.desc.kind === 'lexMaria' ? careOutcomeDecided : irregularityDecided;
  return [
    ...quality,
    { text: 'Beslutad bedömning', done: outcome(state) === null, href: `${here}?gor=DecideOutcome#k-DecideOutcome`, needed: true },
    ...(decides && state.ivo === null
      ? [{ text: 'Ditt svar på frågan om jäv', done: person !== null && state.conflict.free.includes(person), href: `${here}#k-AnswerConflict`, needed: true }]
      : []),
    { text: 'Vem som har föredragit ärendet', done: state.ivo?.presenter != null, href: `${here}#f-DecideIvo-presenter`, needed: true },
  ];
}
