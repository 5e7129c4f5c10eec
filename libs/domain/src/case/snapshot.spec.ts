import fc from 'fast-check';
import { Scenario } from '../../../../test/support/scenario.js';
import { dueUnder } from '../law/due.js';
import { regulation } from '../law/regulation.js';
import { defaultSettings } from '../org/settings.js';
import { agenda } from './agenda.js';
import type { ExistingCase } from './case.js';
import { processes } from './processes/index.js';
import { type CaseSnapshot, nextAt, snapshotOf } from './snapshot.js';

const base = new Scenario().report().case;
const counted = regulation.filter((rule) => rule.type !== 'annualDate' && (rule.period ?? rule.target) !== null);

/** A case of any process with any duties open, many of one rule among them. */
const anyCase = fc
  .record({
    process: fc.constantFrom(...processes),
    rules: fc.array(fc.constantFrom(...counted), { maxLength: 40 }),
    days: fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 40, maxLength: 40 }),
  })
  .map(({ process, rules, days }): ExistingCase => {
    const duties = rules.map((rule, n) => {
      const startedAt = new Date(Date.parse('2026-01-05T08:00:00Z') + (days[n] as number) * 86_400_000).toISOString();
      const due = dueUnder(rule, startedAt);
      const open = { id: `${rule.id}#${n + 1}`, owner: 'enhetschef@afs-norra', subject: null, closed: null, performed: [], reminders: 0 };
      return { ...due, ...open, escalation: 0, raisedAt: null, recalculated: 0, period: null };
    });
    return { ...base, desc: { ...base.desc, kind: process.kind, process: process.id }, duties } as ExistingCase;
  });
const taken = (state: ExistingCase): CaseSnapshot => snapshotOf(state, 86_400_000, defaultSettings);
const stepsOf = ({ duties }: CaseSnapshot) =>
  duties
    .flatMap(({ id, rule, steps }) => steps.map((step) => ({ ...step, duty: id, rule })))
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));

describe('What the workflow of a case is told', () => {
  test('is within 4 KB, whatever is owed', () => {
    fc.assert(
      fc.property(anyCase, (state) => expect(JSON.stringify(taken(state)).length).toBeLessThanOrEqual(4_096)),
      { numRuns: 200 },
    );
  });

  test('holds the earliest twelve of the agenda, each under its duty, and wakes when the agenda does', () => {
    fc.assert(
      fc.property(anyCase, (state) => {
        const [snapshot, items] = [taken(state), agenda(state)];
        expect(stepsOf(snapshot).slice(0, 12)).toEqual(items.slice(0, 12));
        expect(nextAt(snapshot)).toBe(items[0]?.at ?? null);
        expect(new Set(snapshot.duties.map(({ id }) => id)).size).toBe(snapshot.duties.length);
      }),
      { numRuns: 200 },
    );
  });

  test('a confirmation is of the receipt, a question of effect of the follow-up, and both are nowhere else: no step is without the stage that knows it', () => {
    const placed = { sendReceipt: 'received', askEffect: 'followUp' } as const;
    fc.assert(
      fc.property(anyCase, (state) => {
        for (const { stage, steps } of taken(state).duties)
          for (const step of steps) if (step.do === 'sendReceipt' || step.do === 'askEffect') expect(stage).toBe(placed[step.do]);
      }),
      { numRuns: 200 },
    );
  });

  test('what is owed to IVO makes it a matter with IVO, in the kinds that notify', () => {
    fc.assert(
      fc.property(anyCase, (state) => {
        const { duties, ivo, kind } = taken(state);
        if (duties.some((duty) => duty.of === 'ivo')) expect([kind, ivo]).toEqual([expect.stringMatching(/^lex/), 'toBeSent']);
      }),
      { numRuns: 200 },
    );
  });

  test('a reported complaint: the confirmation and the beginning are met by the receipt, the answer by the feedback', () => {
    expect(taken(base).duties.map(({ rule, of, stage }) => [rule, of, stage])).toEqual(
      expect.arrayContaining([
        ['LOK-KLAG-BEKRAFTA', 'stage', 'received'],
        ['RAPPORTER-UTRED', 'stage', 'received'],
        ['LOK-KLAG-SVAR', 'stage', 'feedback'],
      ]),
    );
  });
});
