import type { ExistingCase } from '#domain/case/case';
import type { CaseCommand } from '#domain/case/commands.schema';
import { may } from '#domain/case/policy';
import { processOf } from '#domain/case/processes/index';
import { Refusal } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import { organisationChanges } from '#organisation/change.schema';
import { reorganise } from '#organisation/reorganise';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { commandSamples } from '../support/command-samples.js';
import { does, reported, type Stage, walk, way } from '../support/complaint-over-http.js';
import { people } from '../support/scenario.js';

type Asker = Who | 'nobody';
const askers = [...(Object.keys(people).filter((name) => name !== 'anonymous' && name !== 'system') as Who[]), 'nobody'] as const;
const whoOf = (asker: Asker): Who | null => (asker === 'nobody' ? null : asker);

/** Who sees what, written by hand from docs/law/access.md#roles: the rest see nothing of it. */
const wholeBoard: readonly Asker[] = ['director', 'controller', 'registrar', 'sas'];
const overNorra: readonly Asker[] = [...wholeBoard, 'divisionHead', 'operationsHead', 'manager'];
/** Who leads an analysis is named case by case, and nobody has named one here. */
const healthCare: readonly Asker[] = ['mas', 'careHead', 'notifier'];
const seenBy: Readonly<Record<string, readonly Asker[]>> = {
  'of afs-norra': overNorra,
  // A pure matter of health care is not for SAS (OSL 25 kap. 1 §, PDL 4 kap. 1 §).
  'of afs-norra, by HSL': [...overNorra.filter((asker) => asker !== 'sas'), ...healthCare],
  'of afs-sodra': [...wholeBoard, 'divisionHead', 'operationsHead', 'otherManager'],
  'of iof-barn': wholeBoard,
  'without unit': ['director', 'controller', 'registrar'],
  'reported by the carer': [...overNorra, 'carer'],
  'handled by the investigator': [...overNorra, 'investigator'],
  'where the manager has a conflict of interest': overNorra.filter((asker) => asker !== 'manager'),
  'about the manager, by the report itself': [...overNorra.filter((asker) => asker !== 'manager'), 'carer'],
  'deviation by SoL': [...overNorra, 'irregularityInvestigator'],
  // It became the lex Maria below: the decider of that reads what it came of.
  'deviation by HSL': [...overNorra.filter((asker) => asker !== 'sas'), ...healthCare, 'committee'],
  'lex Sarah': [...overNorra, 'irregularityInvestigator', 'committee'],
  'lex Maria': [...overNorra.filter((asker) => asker !== 'sas'), ...healthCare, 'committee'],
  'mirrored lex Sarah': [...wholeBoard, 'divisionHead', 'operationsHead', 'irregularityInvestigator', 'committee', 'contractFollower'],
  'a provider’s own lex Sarah': ['providerManager', 'providerHead', 'provider'],
};
/** The cases that the report of complaints counts. */
const isComplaint = (name: string): boolean => !/deviation|lex/.test(name);

let api: Api;
const cases = new Map<string, string>();
const stages = new Map<Stage, string>();
const state = async (id: string) => (await api.core.cases.load(id)) as ExistingCase;

atServer(freshApi, async (fresh) => {
  api = fresh;
  const unit = (code: string, level: string, parent: string | null, provider: string) => ({
    do: 'addUnit',
    unit: { code, name: code, level, parent, provider, validFrom: '2020-01-01' },
  });
  const { changes } = organisationChanges.parse({
    changes: [unit('afs-vast', 'unit', 'afs', 'lov'), unit('bolag', 'board', null, 'contract'), unit('bolag-hem', 'unit', 'bolag', 'contract')],
  });
  await reorganise(api.core, changes, 'operator', api.core.clock.now().toISOString());
  cases.set('of afs-norra', await reported(api));
  cases.set('of afs-norra, by HSL', await reported(api, { lawAreas: ['HSL'] }));
  cases.set('of afs-sodra', await reported(api, { unit: 'afs-sodra' }, null));
  cases.set('of iof-barn', await reported(api, { unit: 'iof-barn' }, null));
  cases.set('without unit', await reported(api, { unit: null }, null));
  cases.set('reported by the carer', await reported(api, {}, 'carer'));
  cases.set('handled by the investigator', await reported(api));
  cases.set('where the manager has a conflict of interest', await reported(api));
  await does(api, cases.get('handled by the investigator') ?? '', { type: 'AssignCase', person: people.investigator.person, as: 'medarbetare' });
  await does(api, cases.get('where the manager has a conflict of interest') ?? '', { type: 'AnswerConflict', answer: 'conflict' });
  cases.set('about the manager, by the report itself', await reported(api, { concernsChief: true }, 'carer'));
  const staff = { opinionType: null, lawAreas: ['SoL'] };
  cases.set('deviation by SoL', await reported(api, { ...staff, kind: 'deviation' }));
  cases.set('deviation by HSL', await reported(api, { ...staff, kind: 'deviation', lawAreas: ['HSL'] }));
  cases.set('lex Sarah', await reported(api, { ...staff, kind: 'lexSarah' }));
  cases.set('mirrored lex Sarah', await reported(api, { ...staff, kind: 'lexSarah', unit: 'afs-vast' }));
  cases.set('a provider’s own lex Sarah', await reported(api, { ...staff, kind: 'lexSarah', unit: 'bolag-hem' }, 'providerManager'));
  const converted = await does(api, cases.get('deviation by HSL') ?? '', { type: 'ConvertCase', to: 'lexMaria', reasons: 'Allvarlig vårdskada.' }, 'mas');
  cases.set('lex Maria', converted.body.born[0].id);
  for (const stage of way) {
    const id = await reported(api, {}, null);
    await walk(api, id, stage);
    stages.set(stage, id);
  }
  await api.caughtUp();
});

describe('AC-60 R-307 who sees which case, by every route', () => {
  test.each(askers)(
    '%s',
    async (asker) => {
      const who = whoOf(asker);
      const seen = [...cases].filter(([name]) => seenBy[name]?.includes(asker)).map(([, id]) => id);
      for (const [name, id] of cases) {
        for (const path of ['', '/history', '/agenda']) {
          const { status } = await api.get(`/api/cases/${id}${path}`, who);
          expect([asker, name, path, status]).toEqual([asker, name, path, seen.includes(id) ? 200 : 404]);
        }
      }
      const list = await api.get('/api/cases?sort=number', who);
      const behind = await api.get('/api/reports/complaints-by-source/cases', who);
      if (who === null) return expect([list.status, behind.status]).toEqual([401, 401]);

      const inStages = overNorra.includes(asker) || asker === 'manager' ? [...stages.values()] : [];
      const expected = [...seen, ...inStages].sort();
      const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id).sort();
      expect(idsOf(list.body.items)).toEqual(expected);
      expect(list.body.total).toBe(expected.length);
      // Behind a figure are the complaints alone, and the provider's tree has none.
      const complaints = [...cases].filter(([name]) => isComplaint(name)).map(([, id]) => id);
      const counted = expected.filter((id) => complaints.includes(id) || inStages.includes(id));
      const all = asker === 'provider' || asker === 'providerManager' ? 0 : complaints.length + stages.size;
      expect(idsOf(behind.body.items)).toEqual(counted);
      // The number of hidden cases is given to those with a right to figures alone; nobody else gets a number below six of other units.
      const hasRight = asker === 'controller' || asker === 'committee';
      expect([behind.body.total, behind.body.hidden]).toEqual([counted.length, hasRight ? all - counted.length : 0]);
      const { count } = (await api.get('/api/reports/complaints-by-source', who)).body.totals;
      if (hasRight) return expect(count ?? 0).toBe(all);
      const others = (count ?? counted.length) - counted.length;
      expect(others === 0 || others >= 6).toBe(true);
    },
    60_000,
  );
});

describe('R-307 who may do what to a case, by role, command, stage and relation', () => {
  /** A version that never existed: what policy allows is then 412 and changes nothing. */
  const never = { 'if-match': '"0"' };
  const expected = (asker: Asker, of: ExistingCase, type: string): number => {
    const now = api.core.clock.now().toISOString();
    const actor = asker === 'nobody' ? people.anonymous : people[asker];
    try {
      may(
        actor,
        { type, ...commandSamples[type as keyof typeof commandSamples] } as CaseCommand,
        of,
        processOf(of.desc.process),
        api.core.register.organisation,
        stockholmDate(now),
      );
      return 412;
    } catch (error) {
      return (error as Refusal).status;
    }
  };

  test.each([
    ...way,
    'handled by the investigator',
    'reported by the carer',
    'where the manager has a conflict of interest',
    'without unit',
    'lex Sarah',
    'lex Maria',
    'mirrored lex Sarah',
    'a provider’s own lex Sarah',
  ])(
    '%s',
    async (name) => {
      const id = stages.get(name as Stage) ?? cases.get(name) ?? '';
      const before = await state(id);
      const met = new Set<number>();
      for (const asker of askers) {
        const told = await Promise.all(
          Object.entries(commandSamples).map(async ([type, sample]) => {
            const { status } = await api.post(`/api/cases/${id}/commands`, { type, ...sample }, whoOf(asker), never);
            met.add(status);
            return [asker, type, status, expected(asker, before, type)] as const;
          }),
        );
        // Which conversions are allowed, and by whom, is in the table of conversions: here only who sees the case.
        const judged = told.map(([who, type, status, right]) => [who, type, type === 'ConvertCase' && status !== 404 ? right : status, right] as const);
        expect(judged.map(([who, type, status]) => [who, type, status])).toEqual(judged.map(([who, type, , right]) => [who, type, right]));
      }
      expect(met).toEqual(new Set([404, 403, 412]));
      expect((await state(id)).version).toBe(before.version);
    },
    120_000,
  );
});
