import { jest } from '@jest/globals';
import { agenda } from '#domain/case/agenda';
import { freshCore } from '../../../test/support/core.js';
import { complaint, deviation, importing, lexSarah, type Row } from '../../../test/support/imported.js';
import { fromCsv } from './row.schema.js';

type Fresh = Awaited<ReturnType<typeof freshCore>>;
// Real services on a machine that others use too: slowness is no fault of what is shown.
jest.setTimeout(60_000);

let core: Fresh;
beforeEach(async () => {
  core = await freshCore();
}, 60_000);
afterEach(async () => {
  await core?.close();
});

const { run, stateOf, stepsOf } = importing(() => core);

describe('Every kind comes in, with every field of the contract', () => {
  test('R-045, R-037 a deviation, a lex Sarah and a lex Maria keep type, kinds, outcome, risk and causes; each is numbered in its own series', async () => {
    const result = await run([
      deviation('avv', {
        deviationType: 'fall',
        deviationSubtype: 'fallWithFracture',
        eventClass: 'adverseEvent',
        hslOutcome: 'careInjury',
        severity: 3,
        probability: 2,
        causes: ['routines:unit', 'technology'],
        investigatedAt: '2024-03-01',
      }),
      lexSarah('ls', {
        lexSarahKinds: ['deficientServiceDelivery', 'other'],
        lexSarahKindOther: 'Fördröjd remiss',
        outcomeProposed: 'irregularity',
        outcome: 'seriousIrregularity',
        outcomeAt: '2024-03-20',
        investigatedAt: '2024-03-10',
        ivoSentAt: '2024-03-22',
        answeredAt: '2024-04-01',
      }),
      {
        externalId: 'lm',
        kind: 'lexMaria',
        unit: 'afs-norra',
        receivedAt: '2024-03-01',
        closedAt: '2024-09-01',
        hslOutcome: 'seriousCareInjury',
        ivoSentAt: '2024-03-05',
      },
    ]);
    expect(result).toEqual({ imported: 3, alreadyThere: 0, refused: [] });
    const [avv, ls, lm] = await Promise.all(['avv', 'ls', 'lm'].map(stateOf));
    expect([avv, ls, lm].map((state) => [state?.number, state?.desc.process])).toEqual([
      ['AVV-2024-0001', 'deviation@1'],
      ['LXS-2024-0001', 'lexSarah@1'],
      ['LXM-2024-0001', 'lexMaria@1'],
    ]);
    expect(avv?.desc).toMatchObject({ deviationType: 'fall', deviationSubtype: 'fallWithFracture', eventClass: 'adverseEvent' });
    expect(avv?.assessment.outcome?.hslOutcome).toBe('careInjury');
    expect([avv?.assessment.risk.severity, avv?.assessment.risk.probability]).toEqual([3, 2]);
    expect(avv?.investigation.causes.map(({ area, level }) => [area, level])).toEqual([
      ['routines', 'unit'],
      ['technology', null],
    ]);
    const causes = (await stepsOf('avv')).filter(({ type }) => type === 'cause');
    expect(causes.map(({ code, at }) => [code, String(at).slice(0, 10)])).toEqual([
      ['routines', '2024-03-01'],
      ['technology', '2024-03-01'],
    ]);
    expect(ls?.desc.lexSarahKinds).toEqual(['deficientServiceDelivery', 'other']);
    expect(core.register.labelOf('lexSarahKindOther', ls?.desc.lexSarahKindOther as string)).toBe('Fördröjd remiss');
    expect([ls?.assessment.proposed?.outcome, ls?.assessment.outcome?.outcome, ls?.assessment.outcome?.at.slice(0, 10)]).toEqual([
      'irregularity',
      'seriousIrregularity',
      '2024-03-20',
    ]);
    expect(ls?.ivoTrack.sent).toMatchObject({ investigationAttached: true });
    expect(ls?.contact.feedback.map(({ to }) => to)).toEqual(['reporter']);
    expect(lm?.desc.lawAreas).toEqual(['HSL']);
    expect(lm?.ivoTrack).toMatchObject({ sent: { investigationAttached: false }, investigationSentAt: null });
  });

  test('fields of another kind are refused, each fault named, and the other lines are imported', async () => {
    const { imported, refused } = await run([
      complaint('k1', { outcome: 'irregularity', hslOutcome: 'careInjury' }),
      deviation('a1', { lawAreas: ['HSL', 'SoL'] }),
      deviation('a2', { deviationType: 'medication', deviationSubtype: 'fallWithFracture' }),
      deviation('a3', { ivoSentAt: '2024-03-01' }),
      lexSarah('l1', { lawAreas: ['SoL', 'HSL'] }),
      { externalId: 'm1', kind: 'lexMaria', unit: 'afs-norra', receivedAt: '1999-03-01', closedAt: '2000-01-01' },
      lexSarah('l2', { lawAreas: null }),
    ]);
    expect(imported).toBe(1);
    expect(refused.map(({ line, reasons }) => [line, reasons])).toEqual([
      [1, ['outcome: anges bara för lex Sarah', 'hslOutcome: anges bara för avvikelser enligt HSL och lex Maria']],
      [2, ['lawAreas: HSL och de andra lagarna bedöms i varsitt ärende. Dela raden i två, den ena med parentExternalId']],
      [3, ['deviationSubtype: hör inte till deviationType']],
      [4, [expect.stringMatching(/^ivoSentAt: anges bara för lex Sarah och lex Maria/)]],
      [5, ['lawAreas: lex Sarah gäller inte HSL']],
      [6, ['receivedAt: ligger för långt tillbaka']],
    ]);
  });

  test('CSV says the same as JSON in every field', async () => {
    const text = {
      externalId: 'ls',
      kind: 'lexSarah',
      unit: 'afs-norra',
      receivedAt: '2024-02-10',
      closedAt: '',
      lawAreas: 'SoL|LSS',
      lexSarahKinds: 'deficientTreatment|deficientServiceDelivery',
      severity: '3',
      probability: '2',
      causes: 'routines:unit|competence',
      anonymous: 'false',
      outcomeProposed: 'irregularity',
    };
    const json = lexSarah('ls', {
      closedAt: null,
      lawAreas: ['SoL', 'LSS'],
      lexSarahKinds: ['deficientTreatment', 'deficientServiceDelivery'],
      severity: 3,
      probability: 2,
      causes: ['routines:unit', 'competence'],
      anonymous: false,
      outcomeProposed: 'irregularity',
    });
    await run([fromCsv(text) as Row]);
    expect(await run([json])).toEqual({ imported: 0, alreadyThere: 1, refused: [] });
  });

  test('a private provider’s lex Sarah in the municipality’s tree comes in as the municipality’s view of it (docs/engine.md#import)', async () => {
    await core.database.query(
      "INSERT INTO store.org_unit (code, name, level, parent, provider, valid_from, from_position) VALUES ('afs-vast', 'Hemtjänst Väst', 'unit', 'afs', 'lov', '2010-01-01', 0)",
    );
    await core.register.refresh();
    await run([lexSarah('eget'), lexSarah('utforarens', { unit: 'afs-vast' }), deviation('avvikelse', { unit: 'afs-vast' })]);
    const processes = await Promise.all(['eget', 'utforarens', 'avvikelse'].map(async (id) => (await stateOf(id)).desc.process));
    expect(processes).toEqual(['lexSarah@1', 'lexSarahMirror@1', 'deviation@1']);
  });
});

describe('Open cases go on where they were', () => {
  test('each is at its stage with duties from the day received, those that follow the facts among them, and no reminder of the time before', async () => {
    const today = core.clock.now().toISOString().slice(0, 10);
    await run([
      lexSarah('mottagen', { closedAt: null }),
      lexSarah('foreslagen', { closedAt: null, outcomeProposed: 'irregularity', investigatedAt: '2024-03-01' }),
      lexSarah('anmald', { closedAt: null, ivoSentAt: '2024-02-12' }),
      lexSarah('allvarlig', { closedAt: null, outcome: 'seriousIrregularity', outcomeAt: '2024-03-01', investigatedAt: '2024-02-28' }),
      deviation('avvikelse', { closedAt: null }),
    ]);
    const open = async (id: string) => {
      const state = await stateOf(id);
      expect(agenda(state).filter((item) => item.at.slice(0, 10) < today)).toEqual([]);
      return [state.stage, ...state.duties.filter(({ closed }) => closed === null).map(({ rule }) => rule)];
    };
    expect(await open('mottagen')).toEqual(['received', 'LOK-LS-BEDOM', 'LS-AVHJALP-SOL', 'LOK-LS-KLAR']);
    expect(await open('foreslagen')).toEqual(['assessing', 'LOK-LS-BEDOM']);
    expect(await open('anmald')).toEqual(['received', 'LOK-LS-BEDOM', 'LS-AVHJALP-SOL', 'LOK-LS-KLAR', 'LS-UTREDNING-2MAN']);
    expect(await open('allvarlig')).toEqual(['ivoDecision', 'LOK-LS-BESLUT', 'LOK-LS-BEDOM', 'LS-ANMALAN-SOL']);
    expect((await stateOf('allvarlig')).duties.find(({ rule }) => rule === 'LS-ANMALAN-SOL')?.startedAt.slice(0, 10)).toBe('2024-03-01');
    expect(await open('avvikelse')).toEqual(['received', 'LOK-AVV-BEDOM', 'LOK-AVV-UTRED', 'LOK-AVV-KLAR', 'HSL-UTRED']);
  });
});
