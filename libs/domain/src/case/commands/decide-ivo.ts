import { handOverReceivers } from '../../codes/case-codes.js';
import { ivoNotify } from '../../codes/ivo.js';
import type { Lack } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { shallBeNotified } from '../../law/notifiable.js';
import { flag, id, instant, oneOf } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { Codes } from '../choices.js';
import type { CommandOf } from '../commands.schema.js';
import { earlyStages, holdsFor } from '../conditions.js';
import type { Context } from '../decide/context.js';
import { decidedAt, type Ground, groundOfOutcome, lacksInRecord, received, recordOf, wordsOfDecision } from '../decide/decision-record.js';
import { closed, metBy } from '../decide/duties.js';
import { notYoursFor } from '../decide/guards.js';
import { investigatedIt, isBelow } from '../decide/judging.js';
import { inStage, mustBeOpen } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { conflictUnanswered } from '../processes/gates.js';
import { processOf } from '../processes/index.js';
import type { Process } from '../processes/process.js';
import { chiefs } from '../who.js';
import { decisionRecord, decisionRecordForm, reasons } from './shared.js';

/** What is plain at receipt is notified at once (SoL 27 kap. 6 §: snarast); whose duty it is may be plain then too. */
const mayBeEarly: readonly string[] = ['yes', 'otherIsObliged'];

/** Asked where the case has not come to its decision yet: there everything that is missing can be put right at once. */
const NOW = 'Måste anmälan göras nu? Ange att den är brådskande, så antecknas vad som saknades';

/**
 * Takes the position on notification. It may come on the first day; stage "IVO-beslut" is where it must be taken at the latest
 * (SoL 27 kap. 6 §, PSL 3 kap. 5 §). @throws Refusal with everything that is missing
 */
export const decideIvo = defineCaseCommand({
  name: 'DecideIvo',
  input: {
    notify: oneOf(ivoNotify),
    presenter: id.nullable().default(null),
    ...decisionRecord,
    urgent: flag.default(false),
    other: oneOf(handOverReceivers).nullable().default(null),
    toldAt: instant.nullable().default(null),
    reasons,
  },
  names: { presenter: 'carrier', participants: 'carrier' },
  decidesMatter: true,
  // Where the position is that nothing can be notified, it is no decision to guard.
  asksLogInAgain: ({ ivo }) => ivo.position === 'decides',
  endsDuties: true,
  who: chiefs,
  mustStand: (state, process, asking): void => {
    if (process.ivo.position === 'decides') {
      mustBeOpen(state);
      notYoursFor(investigatedIt(state, process, asking, 'DecideIvo'));
    } else inStage(state, 'ivoDecision', 'DecideIvo');
    notYoursFor(isBelow(state, process, asking, 'DecideIvo'));
  },
  offered: [
    { stages: ['ivoDecision'], when: 'always' },
    { stages: [...earlyStages, 'assessing'], when: ['decides'] },
  ],
  onDecisionPage: true,
  title: 'Besluta om anmälan till IVO',
  button: 'Spara beslutet',
  form: {
    notify: {
      label: 'Beslut',
      choices: (state): Codes => {
        if (holdsFor(['mirror'], state)) return ['otherIsObliged', 'notApplicable'];
        if (!holdsFor(['decides'], state)) return ['notApplicable'];
        if (state.ivoTrack.sent !== null) return ['alreadyNotified'];
        return ['yes', ...(shallBeNotified(state.assessment.outcome) || state.stage !== 'ivoDecision' ? [] : ['no']), 'otherIsObliged'];
      },
      // Where the kind of case can't be notified there is one position to take, and what is asked for is the reasons.
      initial: (state): string | null => (holdsFor(['decides'], state) || holdsFor(['mirror'], state) ? null : 'notApplicable'),
    },
    presenter: { label: 'Vem har föredragit ärendet?', required: true, asked: ['decides'] },
    other: { label: 'Är någon annan anmälningsskyldig: vem?', asked: ['decides', 'mirror'] },
    toldAt: { label: 'När fick den veta det?', asked: ['decides', 'mirror'] },
    urgent: {
      label: 'Måste anmälan göras nu, fast underlaget inte är klart?',
      hint: 'Det som saknas antecknas, och utredningen sänds in när den är färdig.',
      asked: [['decides', 'unready']],
    },
    reasons: { label: 'Skäl', hint: 'Skälen sparas också när saken inte anmäls.' },
    ...decisionRecordForm,
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const { position } = process.ivo;
    const grounds = groundOfIvo(state, command.urgent);
    new Lacking('DecideIvo')
      // Only the decision to notify may come before the stage of it; what is wrong beside that is said in the same answer.
      .need(state.stage === 'ivoDecision' || mayBeEarly.includes(command.notify), '', 'Det görs i ett annat skede av ärendet', 'notInThisStage')
      .add(position === 'never' ? notItself(state, command) : position === 'mirrors' ? notOurs(state, command) : unlawful(state, command, process, context))
      .add(lacksInRecord(command, state, grounds, context))
      .need(command.toldAt === null || command.toldAt <= context.now, 'toldAt', 'Tidpunkten kan inte ligga i framtiden')
      .orRefuse();
    if (command.notify === 'yes' && state.ivo?.notify === 'yes') return [];
    const { notify, urgent, presenter, other, toldAt } = command;
    const at = decidedAt(command, grounds);
    return [
      {
        type: 'IvoDecided',
        at,
        open: {
          notify,
          ...recordOf(state, command, context),
          urgent,
          presenter,
          reason: 'stated',
          missing: urgent ? lacksToDecide(state, command, process, context).map(({ field }) => field) : [],
          other,
          toldAt,
        },
        sealed: wordsOfDecision(command),
      },
      // Decided is decided: what is left to do, to send, is another duty.
      ...(state.assessment.outcome === null ? [] : closed(state, metBy(process, 'decision'), 'met', null, at)),
    ];
  },
});

/** A complaint or a deviation is not notified itself: suspicion of more becomes a case of its own. */
function notItself(state: ExistingCase, command: CommandOf<'DecideIvo'>): readonly Lack[] {
  if (command.notify === 'notApplicable') return [];
  const what = state.desc.kind === 'complaint' ? 'Ett klagomål' : 'En avvikelse';
  return because('notify', `${what} anmäls inte i sig. Misstänks ett missförhållande eller en vårdskada ska det rapporteras som ett eget ärende`);
}

/** A provider answers for its own notification; a huvudman can't notify for another (docs/law/lex-sarah.md#private-providers). */
function notOurs(state: ExistingCase, command: CommandOf<'DecideIvo'>): readonly Lack[] {
  if (command.notify === 'otherIsObliged') return otherUnnamed(command);
  if (command.notify !== 'notApplicable')
    return because('notify', 'Utföraren beslutar och anmäler själv. Välj att annan är anmälningsskyldig, eller att det inte är aktuellt');
  return shallBeNotified(state.assessment.outcome)
    ? because('notify', 'Utförarens bedömning ska anmälas. Välj att annan är anmälningsskyldig, och när utföraren fick veta det')
    : [];
}

/** Everything that keeps this decision from being made, the ban on it first. */
function unlawful(state: ExistingCase, command: CommandOf<'DecideIvo'>, process: Process, context: Context): readonly Lack[] {
  const ground = lacksToDecide(state, command, process, context);
  const isSent = state.ivoTrack.sent !== null;
  switch (command.notify) {
    case 'yes':
      if (command.urgent || ground.length === 0) return [];
      return [...ground, ...(state.stage === 'ivoDecision' ? [] : because('urgent', NOW))];
    case 'alreadyNotified':
      return [...(isSent ? [] : because('notify', 'Ingen anmälan har skickats. Skicka den, eller välj ett annat beslut')), ...ground];
    case 'otherIsObliged':
      // Whose duty it is may be plain before anything is investigated; who decides so, and who presented it, is recorded all the same.
      return [
        ...(isSent ? because('notify', 'Saken är redan anmäld härifrån. Välj ”Redan anmält”') : []),
        ...otherUnnamed(command),
        ...ofDecider(state, command, context),
      ];
    case 'no':
    case 'notApplicable':
      return [...noNo(state, command.notify), ...ground];
    default:
      command.notify satisfies never;
      return [];
  }
}

/** An outcome that the law says shall be notified has no "no" (SoL 27 kap. 6 §, PSL 3 kap. 5 §). */
function noNo(state: ExistingCase, notify: 'no' | 'notApplicable'): readonly Lack[] {
  return [
    ...(shallBeNotified(state.assessment.outcome)
      ? because('notify', 'Den här bedömningen ska anmälas till IVO. Den som är av annan mening beslutar en annan bedömning, med skäl')
      : []),
    ...(state.ivoTrack.sent === null
      ? []
      : because('notify', 'Saken är redan anmäld. Välj ”Redan anmält”, och sänd en komplettering till IVO om den nya bedömningen')),
    ...(notify === 'notApplicable' ? because('notify', 'Ta ställning: anmäls, anmäls inte, redan anmält, eller annan är anmälningsskyldig') : []),
  ];
}

/** What the decider lacks: named one by one, each with the field that mends it. */
function lacksToDecide(state: ExistingCase, command: Pick<CommandOf<'DecideIvo'>, 'presenter'>, process: Process, context: Context): readonly Lack[] {
  return [...process.ivo.needs.map((gate) => gate(state)).filter((lack) => lack !== null), ...ofDecider(state, command, context)];
}

function ofDecider(state: ExistingCase, command: Pick<CommandOf<'DecideIvo'>, 'presenter'>, context: Context): readonly Lack[] {
  // A company has neither a föredragande nor the municipality's rules on jäv; that nobody decides on themselves is asked all the same.
  const process = processOf(state.desc.process);
  return [
    ...[conflictUnanswered(state, context.actor.person, process)].filter((lack) => lack !== null),
    ...(command.presenter === null && process.provider !== true ? because('presenter', 'Ange vem som har föredragit ärendet') : []),
  ];
}

/** What the position on notification stands on; where it was urgent, no more than what had come in. */
const groundOfIvo = (state: ExistingCase, urgent: boolean): readonly Ground[] =>
  urgent ? [received(state)] : [...groundOfOutcome(state), { at: state.assessment.outcome?.at ?? null, text: 'bedömningen beslutades' }];

const otherUnnamed = (command: CommandOf<'DecideIvo'>): readonly Lack[] => [
  ...(command.other === null ? because('other', 'Ange vem som är anmälningsskyldig') : []),
  ...(command.toldAt === null ? because('toldAt', 'Ange när den som är anmälningsskyldig fick veta det') : []),
];

const because = (field: string, text: string): readonly Lack[] => [{ field: `DecideIvo.${field}`, text }];
