import { goTo } from '../../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { citationOf, wordingOf } from '../../law/regulation.js';
import { reworded } from '../decide/duties.js';
import { foldNew } from '../decide/foresee.js';
import { dutyOf, groundOf } from './ground.js';
import { processes, processOf } from './index.js';

const { carer, director, mas, registrar, irregularityInvestigator } = people;
type Law = 'SoL' | 'LSS' | 'HSL' | 'LVU';
const lexSarah = (lawAreas: readonly Law[], now?: string) => new Scenario(now).report({ kind: 'lexSarah', lawAreas, what: 'Slaget på armen.' }, carer);
const deviation = (lawAreas: readonly Law[] | null) => new Scenario().report({ kind: 'deviation', lawAreas, what: 'Fall.' }, carer);

/** Every stage's text of a case, as it reads on the day. */
const texts = (way: Scenario, day: string) => processOf(way.case.desc.process).stages.map((row) => dutyOf(row.duty, way.case, day));

describe('The law that a case stands on (docs/law/lex-sarah.md#law-by-date)', () => {
  test('is LSS’s where LSS alone is stated, SoL’s where another social law is, PSL’s under HSL', () => {
    const of = (lawAreas: readonly Law[] | null) => groundOf(deviation(lawAreas).case);
    expect([of(['LSS']), of(['LSS', 'SoL']), of(['LVU']), of(['HSL']), of(null)]).toEqual(['LSS', 'SoL', 'SoL', 'HSL', null]);
  });

  test('no text of a case under LSS alone names SoL, and none of one under SoL names LSS or PSL, in any kind', () => {
    for (const { id, kind } of processes) {
      const under = (law: Law) => {
        const way = lexSarah(['SoL']);
        const state = { ...way.case, desc: { ...way.case.desc, kind, process: id, lawAreas: [law] } } as typeof way.case;
        return processOf(id)
          .stages.map((row) => dutyOf(row.duty, state, '2026-11-01'))
          .join(' ');
      };
      if (kind === 'lexMaria') continue;
      expect([id, under('LSS')]).toEqual([id, expect.not.stringMatching(/SoL|PSL/)]);
      expect([id, under('SoL')]).toEqual([id, expect.not.stringMatching(/LSS|PSL/)]);
      if (kind !== 'lexSarah') expect([id, under('HSL')]).toEqual([id, expect.not.stringMatching(/SoL|LSS/)]);
    }
  });

  test('the text of a stage is in the wording of the day: “utan dröjsmål” by 14 kap. before 1 July 2025, “genast” by 27 kap. from then', () => {
    const way = lexSarah(['SoL'], '2025-06-20T08:00:00.000Z');
    expect(texts(way, '2025-06-30')[0]).toBe(
      'Den som tar emot rapporten ska utan dröjsmål dokumentera, utreda och avhjälpa eller undanröja (SoL (2001:453) 14 kap. 6 §).',
    );
    expect(texts(way, '2025-07-01')[0]).toContain('ska genast dokumentera, utreda och avhjälpa eller undanröja (SoL (2025:400) 27 kap. 5 §)');
    expect(texts(lexSarah(['LSS']), '2026-03-02')[0]).toContain('ska utan dröjsmål dokumentera, utreda och avhjälpa eller undanröja (LSS 24 e §)');
  });
});

describe('What IVO asks for cites the law of the case and of the letter’s day', () => {
  const send = { type: 'NotifyIvo', way: 'eService', investigationAttached: false } as const;
  const notify = { type: 'DecideIvo', notify: 'yes', urgent: true, presenter: irregularityInvestigator.person, reasons: 'x' } as const;
  const asked = (way: Scenario) =>
    way
      .does(director, notify)
      .does(registrar, send)
      .does(registrar, { type: 'RecordIvoRequest', dueOn: '2026-12-01' })
      .does(registrar, { type: 'RecordIvoDecision', ivoOutcome: 'reportBack', requirementDueOn: '2026-12-01' });
  const cited = (way: Scenario) =>
    ['IVO-KOMPLETTERING', 'IVO-FORELAGGANDE'].map((id) => {
      const duty = way.duty(id);
      return duty === null ? null : wordingOf(duty.rule, duty.ruleVersion)?.law;
    });

  test.each([
    ['SoL', '2026-03-02T08:00:00.000Z', ['SoL (2025:400) 28 kap. 5 §', 'SoL (2025:400) 28 kap. 8–9 §§']],
    ['LSS', '2026-03-02T08:00:00.000Z', ['LSS 26 c §', 'LSS 26 c, 26 f §§']],
    ['SoL', '2025-05-05T08:00:00.000Z', ['SoL (2001:453) 13 kap.', 'SoL (2001:453) 13 kap.']],
    ['LSS', '2025-05-05T08:00:00.000Z', ['LSS 26 c §', 'LSS 26 c, 26 f §§']],
  ] as const)('under %s on %s: %j', (law, now, laws) => {
    expect(cited(asked(lexSarah([law], now)))).toEqual(laws);
  });

  test('a letter of before the switch keeps its law after it: IVO asked under that law', () => {
    const way = asked(lexSarah(['SoL'], '2025-05-05T08:00:00.000Z')).later(90);
    way.does(registrar, { type: 'AddToCase', by: 'staff', text: 'x' });
    expect(cited(way)).toEqual(['SoL (2001:453) 13 kap.', 'SoL (2001:453) 13 kap.']);
  });

  test('a lex Maria’s cites PSL', () => {
    const way = deviation(['HSL']).does(mas, { type: 'ConvertCase', to: 'lexMaria', reasons: 'x' }).inChild();
    way.does(mas, { type: 'AnswerConflict', answer: 'none' }, { ...notify, presenter: people.analyst.person }, send, {
      type: 'RecordIvoRequest',
      dueOn: '2026-12-01',
    });
    expect(cited(way)[0]).toBe('PSL 7 kap. 20 §');
  });

  test('one that was opened under the wording for all laws moves to its own law’s by an event, its day kept', () => {
    const way = asked(lexSarah(['LSS']));
    const old = { ...way.case, duties: way.case.duties.map((duty) => (duty.rule === 'IVO-KOMPLETTERING' ? { ...duty, ruleVersion: 1 } : duty)) };
    const moved = foldNew(old, reworded(old, way.timed()), way.now);
    const duty = moved.duties.find(({ rule }) => rule === 'IVO-KOMPLETTERING');
    expect([wordingOf(duty?.rule ?? null, duty?.ruleVersion ?? null)?.law, duty?.dueAt]).toEqual(['LSS 26 c §', way.duty('IVO-KOMPLETTERING')?.dueAt]);
    expect(citationOf(wordingOf('IVO-KOMPLETTERING', 1) as never)).toContain('28 kap. 5 §');
  });

  test('a case that goes its whole way under LSS never owes anything by SoL', () => {
    const way = goTo(lexSarah(['LSS']), 'closed');
    const laws = way.case.duties.map(({ rule, ruleVersion }) => wordingOf(rule, ruleVersion)?.law ?? '');
    expect(laws.filter((law) => law.includes('SoL'))).toEqual([]);
  });
});
