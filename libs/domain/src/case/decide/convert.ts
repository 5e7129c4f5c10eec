import type { CodeOf } from '../../codes/code.js';
import type { conversionReasons, conversionWays } from '../../codes/conversion.js';
import type { Kind } from '../../codes/kinds.js';
import { patientInformationPoints } from '../../codes/patient-information.js';
import type { Role } from '../../codes/roles.js';
import { refuse } from '../../errors.js';
import type { Lacking } from '../../lacks.js';
import { stockholmDate } from '../../law/calendar.js';
import { shallBeNotified } from '../../law/notifiable.js';
import { delegationPointOf } from '../../org/settings.js';
import type { ExistingCase } from '../case.js';
import { conflictsOf } from '../conflict.js';
import type { NewCaseEvent } from '../events.schema.js';
import { alreadyBecame, conversionOf, type Nature, natureOf, wayRound } from '../processes/conversions.js';
import { careInjuryOccurred } from '../processes/decision-gates.js';
import { seriousnessAnsweredFirst, unitStated } from '../processes/gates.js';
import { processFor } from '../processes/index.js';
import { type By, type Process, stagesAfter, type WorkStage } from '../processes/process.js';
import { decidingRole, isOneOf } from '../roles-in.js';
import { type Born, begun, PENDING } from './born.js';
import { type Context, newId } from './context.js';
import { closed, ofStage, opened } from './duties.js';
import { followed } from './follow.js';
import { foldNew } from './foresee.js';
import { given } from './given.js';
import { investigatedIt } from './judging.js';
import { workStage } from './situation.js';

/** What a conversion makes: on the case itself, and the new case, whose number the store gives. */
export interface Converted {
  readonly events: readonly NewCaseEvent[];
  readonly born: Born;
}

interface Conversion {
  readonly to: Kind;
  readonly way: CodeOf<typeof conversionWays>;
  readonly why: CodeOf<typeof conversionReasons>;
  readonly lawAreas: readonly LawArea[] | null;
  readonly knownAt: string | null;
  readonly eventClass: ExistingCase['desc']['eventClass'];
  readonly deviationType: ExistingCase['desc']['deviationType'];
  readonly lexSarahKinds: ExistingCase['desc']['lexSarahKinds'];
  readonly reasons: string;
}

/**
 * One becomes another (docs/law/conversions.md). The number, the day of receipt and the one who reported the first are kept; what the law
 * gives time for in the new kind runs from the day the facts were known, not from the day somebody pressed a button.
 * @param lacking what the command lacks; nothing yet
 */
export function convert(lacking: Lacking, state: ExistingCase, command: Conversion, process: Process, context: Context): Converted {
  const lawAreas = command.lawAreas ?? inheritedLaw(state, command.to);
  const from = natureOf(state.desc.kind, state.desc.lawAreas);
  const to = natureOf(command.to, lawAreas);
  const row = conversionOf(from, to);
  if (row !== null && !isOneOf(row.by, context.actor, state, context.organisation, context.today)) refuse('notYours');
  const way = row === null || row.ways.includes(command.way) ? command.way : (row.ways[0] as (typeof row.ways)[number]);
  const why = row === null || row.why.includes(command.why) ? command.why : (row.why[0] as (typeof row.why)[number]);
  lacking.need(row !== null, 'to', wayRound(from, to));
  addLacksOf(lacking, state, command, { lawAreas, to }, context);
  if (why === 'downgraded') addLacksOfPuttingDown(lacking, state, process, context);
  lacking.orRefuse();
  // What was known when this case came is known in the new one too; what is put down is another matter from today (docs/law/conversions.md).
  const knownAt = command.knownAt ?? (why === 'downgraded' ? context.now : state.desc.receivedAt);
  const child = newId(context, 'case', 1);
  const seen: NewCaseEvent = {
    type: 'CaseConverted',
    open: { to: command.to, child, childNumber: PENDING, link: way, lawAreas: [...lawAreas], why, knownAt },
    sealed: { reasons: command.reasons },
  };
  const events: NewCaseEvent[] = [
    seen,
    ...(why === 'downgraded' ? putDown(state, command, given(row).by, context) : []),
    ...(way === 'convertedFrom' ? passedOn(foldNew(state, [seen], context.now), process, child, context) : []),
  ];
  const made: Child = { child, way, lawAreas, knownAt: knownAt === state.desc.receivedAt ? null : knownAt };
  return { events: followed(state, events, process, context), born: born(state, command, made, context) };
}

/** Social law goes with a case that stays under social law; care is HSL alone. */
function inheritedLaw(state: ExistingCase, to: Kind): readonly LawArea[] {
  const has = (state.desc.lawAreas ?? []) as readonly LawArea[];
  if (to === 'lexMaria') return ['HSL'];
  const social = has.filter((law) => law !== 'HSL');
  if (to === 'lexSarah') return social;
  if (state.desc.kind === 'complaint') return has;
  return state.desc.kind === 'deviation' && social.length > 0 ? ['HSL'] : social;
}
type LawArea = NonNullable<ExistingCase['desc']['lawAreas']>[number];

interface Aim {
  readonly lawAreas: readonly string[];
  readonly to: Nature;
}

function addLacksOf(lacking: Lacking, state: ExistingCase, command: Conversion, { lawAreas, to }: Aim, context: Context): void {
  const earliest = [state.desc.receivedAt, state.desc.noticedAt, state.desc.occurredAt].filter((at) => at !== null).sort()[0] as string;
  const known = alreadyBecame(state, to);
  lacking
    .add([unitStated(state)])
    .need(lawAreas.length > 0, 'lawAreas', 'Ange vilken lag det nya ärendet gäller')
    .need(new Set(lawAreas.map((law) => law === 'HSL')).size < 2, 'lawAreas', 'Vård och omsorg bedöms i varsitt ärende. Välj HSL eller de andra lagarna')
    .need(command.to !== 'lexSarah' || !lawAreas.includes('HSL'), 'lawAreas', 'Lex Sarah gäller SoL, LSS, LVU, LVM och lagen om skyddat boende, inte HSL')
    .need(command.knownAt === null || command.knownAt <= context.now, 'knownAt', 'Tidpunkten kan inte ligga i framtiden')
    .need(command.knownAt === null || stockholmDate(command.knownAt) >= stockholmDate(earliest), 'knownAt', 'Saken kan inte ha varit känd före händelsen')
    .need(known === null, 'to', 'Ärendet har redan gett upphov till ett sådant ärende')
    .need(placeOfChild(state, command.to, context).process != null, 'knownAt', 'Ärendet kom in för långt tillbaka');
}

/**
 * A lex Sarah put down: the position "inget missförhållande" stands in it, and the report never disappears (docs/law/lex-sarah.md#who-decides). What
 * the decider has decided is not undone this way, and what a provider answers for is the provider's to judge.
 */
function putDown(state: ExistingCase, command: Conversion, by: readonly By[], context: Context): NewCaseEvent[] {
  if (state.assessment.outcome !== null) return [];
  const { actor, organisation, today } = context;
  const asDecider = decidingRole(actor, state, organisation, today);
  const named = by.find((who) => who !== 'decider' && who !== 'handler' && isOneOf([who], actor, state, organisation, today)) as Role | undefined;
  const decided =
    asDecider === null
      ? { byRole: named ?? ('sas' as const) }
      : { byRole: asDecider, delegationPoint: delegationPointOf(organisation.settings, state.desc.kind, asDecider) };
  return [
    { type: 'OutcomeDecided', open: { outcome: 'noIrregularity', ...decided }, sealed: { reasons: command.reasons } },
    { type: 'IvoDecided', open: { notify: 'no', ...decided, reason: 'downgraded' }, sealed: { reasons: command.reasons } },
  ];
}

function addLacksOfPuttingDown(lacking: Lacking, state: ExistingCase, process: Process, context: Context): void {
  const {
    assessment: { outcome },
    ivo,
    ivoTrack,
  } = state;
  const mayDiffer = outcome === null || outcome.outcome === 'noIrregularity';
  lacking
    .need(process.ivo.position !== 'mirrors', 'why', 'Utföraren bedömer sin egen rapport. Kommunen kan inte sänka den')
    .need(ivoTrack.sent === null, 'why', 'Saken är anmäld till IVO. Bedöm den här i ärendet, och sänd en komplettering')
    .need(ivo?.notify !== 'yes', 'why', 'Saken är beslutad att anmälas till IVO. Den som beslutar får ändra det, med skäl')
    .need(mayDiffer, 'why', 'Bedömningen är redan beslutad. Den som är av annan mening beslutar en annan bedömning, med skäl');
  if (outcome !== null) return;
  const isDecider = decidingRole(context.actor, state, context.organisation, context.today) !== null;
  // Whether it is serious is asked before anybody but the decider says that it was nothing (docs/law/lex-sarah.md#first-assessment).
  lacking.add(isDecider ? [] : [seriousnessAnsweredFirst(state)]).needEach(
    [investigatedIt(state, process, context, 'why')].filter((lack) => lack !== null),
    'notYours',
  );
}

/** What is left of the way to the answer is "ej aktuellt: utreds i …"; the one who spoke up is still answered here. */
export function passedOn(state: ExistingCase, process: Process, child: string, context: Context): NewCaseEvent[] {
  const from = workStage(state);
  if (from === 'feedback' || from === 'followUp') return [];
  const passed = stagesAfter(process, from).filter((stage): stage is WorkStage => stage !== 'feedback' && stage !== 'followUp');
  const leaving = from === 'received' ? passed : [from, ...passed];
  const left: NewCaseEvent[] = [
    ...closed(state, ofStage(process, from), 'notApplicable', 'elsewhere'),
    {
      type: 'StageEntered',
      open: {
        stage: 'feedback',
        from,
        direction: 'forward',
        notApplicable: leaving.map((stage) => ({ stage, reason: 'elsewhere' as const })),
        elsewhere: child,
      },
    },
  ];
  return [...left, ...opened(process, foldNew(state, left, context.now), 'feedback', context)];
}

interface Child {
  readonly child: string;
  readonly way: Conversion['way'];
  readonly lawAreas: readonly LawArea[];
  /** Null where it was known when it was received. */
  readonly knownAt: string | null;
}

/** Where the new case belongs, and the process of its day; null where there is none so far back. */
function placeOfChild(state: ExistingCase, to: Kind, { organisation }: Context) {
  const day = stockholmDate(state.desc.receivedAt);
  const unit = organisation.successorOf(state.desc.unit ?? '', day)?.code ?? state.desc.unit;
  return { unit, process: processFor(to, day, state.receipt.concernsUnit !== null ? 'mirrored' : organisation.placeOf(unit, day)) };
}

function born(state: ExistingCase, command: Conversion, { child, way, lawAreas, knownAt }: Child, context: Context): Born {
  const { unit, process: found } = placeOfChild(state, command.to, context);
  const process = given(found);
  const { categories: _c, categoryOther: _o, opinionType: _t, answerBy: _a, ...kept } = state.desc;
  const isReport = state.desc.kind !== 'complaint';
  const received = (number: string): NewCaseEvent => ({
    type: 'CaseReceived',
    open: {
      ...kept,
      kind: command.to,
      process: process.id,
      number,
      unit,
      lawAreas: [...lawAreas],
      // Counted where the first was: a later day would move a report between two periods (docs/law/conversions.md).
      receivedAt: state.desc.receivedAt,
      knownAt,
      noticedAt: kept.noticedAt ?? knownAt ?? state.desc.receivedAt,
      eventClass: command.eventClass ?? kept.eventClass,
      deviationType: command.to === 'deviation' ? (command.deviationType ?? kept.deviationType) : null,
      deviationSubtype: command.to === 'deviation' ? kept.deviationSubtype : null,
      lexSarahKinds: command.to === 'lexSarah' ? (command.lexSarahKinds ?? kept.lexSarahKinds) : null,
      diaryNumber: null,
      has: [...new Set([...(kept.has ?? []).filter((name) => name === 'affected' || name === 'immediateActions'), 'what'])],
      link: way,
      from: state.id,
      originKind: state.desc.kind,
      originReceivedAt: state.lineage.origin?.receivedAt ?? state.desc.receivedAt,
      concernsUnit: state.receipt.concernsUnit,
      reporter: isReport ? state.receipt.reporter : context.actor.person,
      registeredFor: null,
    },
    sealed: { what: command.reasons },
  });
  const known: NewCaseEvent[] = [
    ...conflictsOf(state).map((open): NewCaseEvent => ({ type: 'ConflictAnswered', open })),
    ...(command.to === 'lexMaria' ? alreadyKnown(state) : []),
  ];
  const events = (number: string) => begun(child, received(number), known, process, context).events;
  return { caseId: child, kind: command.to, receivedAt: state.desc.receivedAt, events };
}

/** What the deviation has found out and done goes with it: the same question isn't asked twice, the patient isn't told twice (PSL 3 kap. 8 §). */
function alreadyKnown(state: ExistingCase): NewCaseEvent[] {
  const injured = careInjuryOccurred(state);
  const triage: NewCaseEvent[] =
    state.assessment.triage === null && !injured
      ? []
      : [
          {
            type: 'TriageAnswered',
            open: {
              ...(state.assessment.triage ?? { irregularity: 'no', danger: 'no', belongsTo: null, avoidable: null }),
              careInjury: injured ? 'yes' : (state.assessment.triage?.careInjury ?? 'unsure'),
              serious: shallBeNotified(state.assessment.outcome) ? 'yes' : (state.assessment.triage?.serious ?? null),
            },
          },
        ];
  const points = patientInformationPoints.map(({ code }) => code);
  return [
    ...triage,
    ...state.contact.patientInformed.map(({ to, at }): NewCaseEvent => ({ type: 'PatientInformed', at, open: { to: to as 'patient', points, has: [] } })),
  ];
}
