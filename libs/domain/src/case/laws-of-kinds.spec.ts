import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { type Command, goTo, mend } from '../../../../test/support/lawful.js';
import { wide } from '../../../../test/support/municipalities.js';
import { openNow, owedNow } from '../../../../test/support/owed-now.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { hslOutcomes } from '../codes/hsl.js';
import { ivoMaterials, ivoNotify } from '../codes/ivo.js';
import { kinds } from '../codes/kinds.js';
import { lexSarahOutcomes } from '../codes/lex-sarah.js';
import { shallBeNotified } from '../law/notifiable.js';
import type { Actor } from '../org/actor.js';
import { closedOf, type ExistingCase } from './case.js';
import { following } from './decide/follow.js';
import { lacksToAdvance } from './decide/stages.js';
import { processOf } from './processes/index.js';

/*
 * The four kinds and the mirror, told at random: whatever people try, in whatever order. The seed is printed by fast-check when a law is broken.
 */

const who = Object.values(people) as readonly Actor[];
const deciders = [
  people.director,
  people.notifier,
  people.mas,
  people.sas,
  people.irregularityInvestigator,
  people.registrar,
  people.manager,
  people.operationsHead,
];
const x = 'x';
const MISSING = '3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11';
const codes = <T extends { readonly code: string }>(list: readonly T[]) => fc.constantFrom(...list.map(({ code }) => code));
const answers = fc.constantFrom('yes', 'no', 'no', 'unsure');

type Make = (state: ExistingCase) => Command;
/** A counterexample says the command. */
const some = (made: fc.Arbitrary<object>): fc.Arbitrary<Make> =>
  made.map((command) => Object.assign(() => command as Command, { [fc.toStringMethod]: () => JSON.stringify(command) }));
const tries = fc.oneof(
  some(fc.record({ type: fc.constant('AnswerTriage'), irregularity: answers, careInjury: answers, danger: fc.constant('no'), serious: answers })),
  some(fc.record({ type: fc.constant('AssessRisk'), severity: fc.constantFrom('1', '2', '3', '4'), probability: fc.constantFrom('1', '2', '3', '4') })),
  some(fc.record({ type: fc.constant('ProposeOutcome'), outcome: codes(lexSarahOutcomes), reasons: fc.constant(x) })),
  some(fc.record({ type: fc.constant('DecideOutcome'), outcome: codes(lexSarahOutcomes), reasons: fc.constant(x) })),
  some(
    fc.record({
      type: fc.constant('DecideOutcome'),
      hslOutcome: codes(hslOutcomes),
      injury: fc.boolean(),
      serious: fc.boolean(),
      avoidable: answers,
      reasons: fc.constant(x),
    }),
  ),
  some(
    fc.record({
      type: fc.constant('DecideIvo'),
      notify: codes(ivoNotify),
      urgent: fc.boolean(),
      presenter: fc.constantFrom(null, people.analyst.person),
      other: fc.constantFrom(null, 'region'),
      toldAt: fc.constantFrom(null, '2026-03-02T08:00:00Z'),
      reasons: fc.constant(x),
    }),
  ),
  some(fc.record({ type: fc.constant('NotifyIvo'), way: fc.constant('eService'), investigationAttached: fc.boolean() })),
  some(fc.record({ type: fc.constant('SendToIvo'), what: codes(ivoMaterials) })),
  some(fc.constant({ type: 'RecordIvoRequest', dueOn: '2026-09-01' })),
  some(fc.constant({ type: 'RecordIvoDecision', ivoOutcome: 'reportBack', requirementDueOn: '2026-10-01' })),
  some(fc.constant({ type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' })),
  some(fc.record({ type: fc.constant('ConvertCase'), to: codes(kinds), lawAreas: fc.constantFrom(null, ['SoL'], ['HSL']), reasons: fc.constant(x) })),
  some(fc.record({ type: fc.constant('ClassifyCase'), lawAreas: fc.constantFrom(['SoL'], ['LSS'], ['HSL']) })),
  some(fc.constantFrom('investigating', 'assessing').map((to) => ({ type: 'SendBack', to, reasons: x }))),
  some(fc.constant({ type: 'ReopenCase', reason: 'newFacts', text: x })),
  some(fc.constant({ type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: x })),
  some(
    fc
      .constantFrom('2026-02-20T08:00:00Z', '2025-06-20T08:00:00Z')
      .map((receivedAt) => ({ type: 'CorrectCase', set: { receivedAt }, why: 'newFacts', reasons: x })),
  ),
  some(fc.constant({ type: 'AnswerConflict', answer: 'none' })),
  some(fc.constantFrom(people.manager, people.carer).map(({ person }) => ({ type: 'AnswerConflict', answer: 'conflict', person }))),
  some(fc.constantFrom('secrecy', 'deceased', 'declined').map((reason) => ({ type: 'ExplainNoFeedback', to: 'patient', what: 'answer', reason, reasons: x }))),
  some(
    fc.constantFrom('noGround', 'noActions', 'elsewhere').chain((reason) =>
      fc.constantFrom(['ivoDecision', 'feedback'], ['followUp', 'closed']).map(([stage, to]) => ({
        type: 'AdvanceCase',
        to,
        notApplicable: [{ stage, reason }],
        elsewhere: MISSING,
      })),
    ),
  ),
  some(fc.constant({ type: 'CancelCase', reason: 'test', second: people.director.person, text: x })),
  some(fc.constant({ type: 'FindCause', area: 'routines', level: 'unit', serious: true, text: x })),
);
/** What the gate misses is done, or somebody tries something. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('on' as const) },
  { weight: 3, arbitrary: fc.record({ make: tries, by: fc.oneof(fc.constantFrom(...deciders), fc.constantFrom(...who)) }) },
);
const begin = fc.constantFrom<Record<string, unknown>>(
  { kind: 'complaint', opinionType: 'complaint', source: 'relative', lawAreas: ['HSL'] },
  { kind: 'deviation', lawAreas: ['SoL'] },
  { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent' },
  { kind: 'lexSarah', lawAreas: ['SoL'] },
  { kind: 'lexSarah', lawAreas: ['LSS'] },
  { kind: 'lexSarah', lawAreas: ['SoL'], unit: 'afs-vast' },
  { kind: 'lexMaria' },
);
/** Most stories begin on their way, some with a notification of the first day, else few would come far. */
const to = fc.constantFrom('received', 'investigating', 'assessing', 'ivoDecision', 'ivoDecision', 'feedback', 'followUp', 'closed');
const story = fc.record({ begin, to, early: fc.boolean(), steps: fc.array(step, { minLength: 5, maxLength: 24 }) });
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;
interface Told {
  readonly before: ExistingCase;
  readonly after: ExistingCase;
  readonly by: Actor | null;
  readonly last: Scenario['last'];
  readonly said: readonly string[] | null;
}

function begun({ begin: body }: Story): Scenario {
  const actor = body.kind === 'complaint' || body.unit !== undefined ? people.registrar : people.carer;
  if (body.kind !== 'lexMaria') return new Scenario(undefined, wide).report({ what: x, deviationType: 'other', ...body }, actor);
  const parent = new Scenario(undefined, wide).report({ kind: 'deviation', lawAreas: ['HSL'], what: x }, actor);
  return parent.does(people.mas, { type: 'ConvertCase', to: 'lexMaria', reasons: x }).inChild();
}

function tell(told: Story): { way: Scenario; steps: readonly Told[] } {
  const way = begun(told);
  if (told.early && processOf(way.case.desc.process).ivo.position === 'decides') {
    const by = way.case.desc.kind === 'lexMaria' ? people.notifier : people.director;
    way.does(by, { type: 'DecideIvo', notify: 'yes', urgent: true, reasons: x }).does(people.registrar, { type: 'NotifyIvo', way: 'post' });
  }
  goTo(way, told.to, lawfully);
  const steps = told.steps.map((one): Told => {
    const before = way.case;
    if (one === 'on') goOn(way);
    else way.when(one.make(before), one.by);
    return { before, after: way.case, by: one === 'on' ? null : one.by, last: way.last, said: one === 'on' || way.refusal === null ? null : way.said() };
  });
  return { way, steps };
}

/** The next lack is mended, or the next stage entered, as one who reads the page would. */
function goOn(way: Scenario): void {
  if (way.case.stage === 'closed' || way.case.stage === 'cancelled') return;
  const lack = lacksToAdvance(way.case, processOf(way.case.desc.process))[0];
  if (lack !== undefined) mend(way, lack, lawfully);
  else goTo(way, nextOf(way.case));
}
const order = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed'] as const;
const nextOf = (state: ExistingCase) => order[order.indexOf(state.stage as 'received') + 1] ?? 'closed';

/** The position that the law leaves room for. */
const lawfully = {
  'DecideIvo.notify': (state: ExistingCase): Command => {
    // Found serious after its decision: it is judged anew.
    if (state.stage === 'feedback' || state.stage === 'followUp') return { type: 'SendBack', to: 'investigating', reasons: x };
    const mirrored = processOf(state.desc.process).ivo.position === 'mirrors';
    const serious = shallBeNotified(state.assessment.outcome);
    const notify =
      state.desc.kind === 'complaint' || state.desc.kind === 'deviation' || (mirrored && !serious)
        ? 'notApplicable'
        : mirrored
          ? 'otherIsObliged'
          : state.ivoTrack.sent !== null
            ? 'alreadyNotified'
            : serious
              ? 'yes'
              : 'no';
    return { type: 'DecideIvo', notify, presenter: people.analyst.person, other: 'privateProvider', toldAt: '2026-03-02T08:00:00Z', reasons: x } as Command;
  },
};

const seed = randomInt(2 ** 31);
const told: { way: Scenario; steps: readonly Told[] }[] = [];
/** One telling for all laws; what breaks one is told anew, ever shorter. */
function holds(check: (step: Told) => void): void {
  let n = 0;
  let failing = false;
  fc.assert(
    fc.property(story, (one) => {
      if (!failing) told[n] ??= tell(one);
      const { steps } = failing ? tell(one) : (told[n] as (typeof told)[number]);
      n += 1;
      try {
        steps.forEach(check);
      } catch (broken) {
        failing = true;
        throw broken;
      }
    }),
    { numRuns: 70, seed },
  );
}

describe('Of every kind, whatever people try (R-060, R-100)', () => {
  test('a command gives events, or a refusal with a Swedish word of why, and then nothing has changed', () => {
    holds(({ before, after, said, last }) => {
      if (said === null) return;
      expect([after === before, last, said.length > 0, said.every((text) => /^[A-ZÅÄÖ”]/.test(text))]).toEqual([true, [], true, true]);
    });
  });

  test('id, number, event and process are the case’s for life', () => {
    holds(({ before, after }) =>
      expect([after.id, after.number, after.desc.incidentId, after.desc.process]).toEqual([
        before.id,
        before.number,
        before.desc.incidentId,
        before.desc.process,
      ]),
    );
  });

  test('never two open duties of one rule and subject, no id twice, and none at all on a case that has ended', () => {
    holds(({ after }) => {
      const open = after.duties.filter((duty) => duty.closed === null).map(({ rule, subject }) => `${rule} ${subject}`);
      expect(new Set(open).size).toBe(open.length);
      expect(new Set(after.duties.map(({ id }) => id)).size).toBe(after.duties.length);
      if (after.end !== null) expect(open).toEqual([]);
    });
  });

  test('the duties agree with the facts after every command: nothing owed is left unopened, nothing done left open', () => {
    holds(({ after }) => {
      if (after.end === null) expect(following(after, processOf(after.desc.process), { now: '2026-12-31T12:00:00.000Z', organisation: wide })).toEqual([]);
    });
  });

  test('after every command what is owed by stage, facts and actions is what is open, no more and no less', () => {
    holds(({ after }) => expect(openNow(after)).toEqual(owedNow(after)));
  });

  test('AC-29 an outcome that shall be notified never stands beside a no, and no case ends so', () => {
    holds(({ after }) => {
      if (!shallBeNotified(after.assessment.outcome)) return;
      if (after.desc.kind !== 'deviation') expect(['no', 'notApplicable']).not.toContain(after.ivo?.notify);
      else if (closedOf(after) !== null) expect(after.lineage.convertedTo.map(({ to }) => to)).toContain('lexMaria');
      if (closedOf(after) !== null && after.desc.kind !== 'deviation') expect(['yes', 'alreadyNotified', 'otherIsObliged']).toContain(after.ivo?.notify);
    });
  });

  test('what was sent to IVO stays sent, and no case ends while IVO waits', () => {
    holds(({ before, after }) => {
      if (before.ivoTrack.sent !== null) expect(after.ivoTrack.sent).toEqual(before.ivoTrack.sent);
      if (after.ivoTrack.sent === null) return;
      expect(after.end?.as).not.toBe('cancelled');
      if (closedOf(after) !== null) expect([after.ivoTrack.closedAt !== null, after.ivoTrack.investigationSentAt !== null]).toEqual([true, true]);
    });
  });

  test('R-130 nobody who investigated a lex Sarah decides in it, and nobody barred does anything', () => {
    holds(({ before, by, last, after }) => {
      if (by?.person == null) return;
      if (before.conflict.barred.includes(by.person)) expect(last).toEqual([]);
      const isDecision = last.some(({ type }) => type === 'OutcomeDecided' || type === 'IvoDecided') && !last.some(({ type }) => type === 'CaseConverted');
      if (isDecision && after.desc.process === 'lexSarah@1') expect(before.investigation.investigators).not.toContain(by.person);
    });
  });

  test('a patient who suffered a vårdskada is told, or lawfully not, before the case is through (PSL 3 kap. 8 §)', () => {
    holds(({ after }) => {
      if (
        closedOf(after) === null ||
        after.assessment.outcome?.injury !== true ||
        after.assessment.outcome.avoidable === false ||
        after.lineage.convertedTo.some(({ to }) => to === 'lexMaria')
      )
        return;
      const hindered = after.contact.feedback.some((row) => !row.given && row.to === 'patient' && (row.code === 'secrecy' || row.code === 'deceased'));
      expect([after.contact.patientInformed.length > 0, hindered]).toContain(true);
    });
  });

  test('every open case has a way forward to its end', () => {
    holds(() => undefined);
    for (const { way } of told.slice(0, 25)) {
      if (way.case.stage === 'closed' || way.case.stage === 'cancelled') continue;
      expect(goTo(way, 'closed', lawfully).case.end?.as).toBe('closed');
    }
  });
});
