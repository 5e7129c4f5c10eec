import { wide } from '../../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { uuidOf } from '../../ids.js';
import type { CommandOf } from '../commands.schema.js';

const { carer, controller, dataOfficer, director, manager, otherManager, providerManager, registrar, sas } = people;
const document = uuidOf('document');
const event = uuidOf('event');
const sha256 = 'a'.repeat(64);
const kept = (purpose: 'disclosure' | null = 'disclosure') =>
  ({ type: 'AddAttachment', attachmentId: document, mediaType: 'pdf', bytes: 1_000, sha256, purpose, name: 'KLA-2026-0001-utdrag.pdf' }) as const;
const print = (more: Partial<CommandOf<'DiscloseFromCase'>> = {}): CommandOf<'DiscloseFromCase'> => ({
  type: 'DiscloseFromCase',
  to: 'party',
  document,
  sha256,
  passages: [
    { event, words: 'what', part: 0, rule: null, spans: null },
    { event, words: 'what', part: 1, rule: 'socialServices', spans: null },
  ],
  ...more,
});
const complaint = () => new Scenario().report({ lawAreas: ['SoL'] }, registrar);

describe('A print of a case for one who has asked for it (OSL 6 kap. 3 §, 10 kap. 3 §)', () => {
  test('is recorded with whom it is for, each passage, the rule of each that is left out, and the file; no words stand in the open', () => {
    const way = complaint().does(registrar, kept()).does(registrar, print());
    expect(way.types()).toEqual(['DisclosureDecided']);
    expect(way.last[0]?.open).toEqual({ to: 'party', passages: print().passages, document, sha256 });
    expect(way.case.documents.disclosures).toEqual([{ at: way.now, to: 'party', given: 1, leftOut: 1, document }]);
  });

  test('what is left out within a passage has its rule and its places, part after part; the passage is both given out and left out', () => {
    const within = (spans: { from: number; to: number }[], rule: 'socialServices' | null = 'socialServices') =>
      print({ passages: [{ event, words: 'what', part: 0, rule, spans }] });
    const way = complaint().does(registrar, kept());
    expect(
      way.when(
        within([
          { from: 3, to: 8 },
          { from: 8, to: 9 },
        ]),
        registrar,
      ).case.documents.disclosures,
    ).toMatchObject([{ given: 1, leftOut: 1 }]);
    for (const wrong of [
      within([{ from: 3, to: 8 }], null),
      within([{ from: 8, to: 8 }]),
      within([
        { from: 3, to: 8 },
        { from: 7, to: 9 },
      ]),
    ])
      expect(complaint().does(registrar, kept()).when(wrong, registrar).lacks()).toEqual(['passages']);
  });

  test('names a file that the case keeps as such a print, to the byte, and no passage twice', () => {
    expect(complaint().when(print(), registrar).refusal?.code).toBe('unknownReference');
    expect(complaint().does(registrar, kept(null)).when(print(), registrar).refusal?.code).toBe('unknownReference');
    const way = complaint().does(registrar, kept());
    expect(way.when(print({ sha256: 'b'.repeat(64) }), registrar).refusal?.code).toBe('unknownReference');
    expect(way.when(print({ passages: print().passages.flatMap((row) => [row, row]) }), registrar).lacks()).toEqual(['passages']);
  });

  test('is given out by those who have the care of the case’s documents, also when it has ended; by nobody who only reports, counts or follows', () => {
    const way = complaint().does(registrar, kept());
    for (const actor of [registrar, manager, director, sas]) expect([actor.id, way.when(print(), actor).refusal]).toEqual([actor.id, null]);
    expect(way.when(print(), controller).refusal?.code).toBe('notYours');
    for (const actor of [dataOfficer, otherManager]) expect([actor.id, way.when(print(), actor).refusal?.code]).toEqual([actor.id, 'notFound']);
    expect(new Scenario().report({ kind: 'deviation', lawAreas: ['SoL'], deviationType: 'other' }, carer).when(print(), carer).refusal?.code).toBe('notYours');
    const ended = complaint().advanceTo('closed').does(registrar, kept()).does(registrar, print());
    expect([ended.case.stage, ended.case.documents.disclosures.length]).toEqual(['closed', 1]);
  });

  test('is nothing of a private provider’s own case: TF and OSL are no law of a company’s', () => {
    const way = new Scenario(undefined, wide).report({ unit: 'bolag-hem', lawAreas: ['SoL'] }, providerManager).does(providerManager, kept());
    expect(way.when(print(), providerManager).refusal?.code).toBe('notYours');
  });
});
