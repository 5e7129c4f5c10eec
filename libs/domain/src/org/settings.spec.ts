import { jarva, jarvaPeople, soderkoping, soderkopingPeople } from '../../../../test/support/municipalities.js';
import type { ExistingCase } from '../case/case.js';
import { isOneOf } from '../case/roles-in.js';
import { kinds } from '../codes/kinds.js';
import type { Actor } from './actor.js';
import { decidersOf, defaultSettings, delegationPointOf, sameAs } from './settings.js';
import type { Organisation } from './units.js';

const caseOf = (kind: string, unit: string) =>
  ({
    desc: { kind, unit, process: `${kind}@1` },
    handler: null,
    conflict: { barred: [], exceptions: [] },
    assessment: { triage: null },
    investigation: { opened: null },
    receipt: { reporter: null },
    duties: [],
  }) as unknown as ExistingCase;
const decides = (people: Readonly<Record<string, Actor>>, organisation: Organisation, kind: string, unit: string): readonly string[] =>
  Object.entries(people)
    .filter(([, actor]) => isOneOf(['decider'], actor, caseOf(kind, unit), organisation, '2026-03-02'))
    .map(([name]) => name);

describe('R-126 Who decides on notification is the municipality’s own (docs/law/access.md#roles)', () => {
  test('not delegated: the committee and the board, nobody in the administration (Järva)', () => {
    expect(decides(jarvaPeople, jarva, 'lexSarah', 'aldre-hemtjanst')).toEqual(['committee', 'board']);
    expect(decides(jarvaPeople, jarva, 'lexMaria', 'aldre-hemtjanst')).toEqual(['committee', 'board']);
  });

  test('R-129 delegated to the socialchef: the one who stands in decides as well (Söderköping)', () => {
    expect(decides(soderkopingPeople, soderkoping, 'lexSarah', 'omsorg-hemtjanst')).toEqual(['director', 'deputy']);
    expect(decides(soderkopingPeople, soderkoping, 'lexMaria', 'omsorg-hemtjanst')).toEqual(['mas']);
  });

  test('what was delegated the board may still decide itself', () => {
    expect(decidersOf(defaultSettings, 'lexSarah')).toEqual(['socialchef', 'namnd']);
  });

  test.each(kinds.filter(({ code }) => code !== 'lexSarah' && code !== 'lexMaria'))('$label has no decider', ({ code }) => {
    expect(decidersOf(defaultSettings, code)).toEqual([]);
    expect(delegationPointOf(soderkoping.settings, code, 'socialchef')).toBeNull();
  });

  test('a decision cites its point of the delegation order, the board none', () => {
    expect(delegationPointOf(soderkoping.settings, 'lexSarah', 'socialchef')).toBe('S4.7');
    expect(delegationPointOf(soderkoping.settings, 'lexSarah', 'namnd')).toBeNull();
  });
});

describe('R-139 which roles are the same post is the municipality’s own', () => {
  const asVerksamhetschef = (actor: Actor, organisation: Organisation, unit: string) =>
    isOneOf(['verksamhetschef'], actor, caseOf('deviation', unit), organisation, '2026-03-02');

  test('in Järva an enhetschef does what a verksamhetschef may, in Söderköping not', () => {
    expect(asVerksamhetschef(jarvaPeople.manager, jarva, 'aldre-hemtjanst')).toBe(true);
    expect(asVerksamhetschef(soderkopingPeople.manager, soderkoping, 'omsorg-hemtjanst')).toBe(false);
    expect(asVerksamhetschef(soderkopingPeople.operationsHead, soderkoping, 'omsorg-hemtjanst')).toBe(true);
  });

  test('a role that coincides with none is itself', () => {
    expect(sameAs(jarva.settings, 'verksamhetschef')).toEqual(['enhetschef', 'verksamhetschef']);
    expect(sameAs(jarva.settings, 'mas')).toEqual(['mas']);
  });
});
