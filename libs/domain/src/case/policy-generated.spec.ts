import { wide } from '../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { type Role, roles } from '../codes/roles.js';
import { uuidOf } from '../ids.js';
import { type Actor, type Post, personActor } from '../org/actor.js';
import { decidersOf } from '../org/settings.js';
import type { ExistingCase } from './case.js';
import { type CaseCommand, commandSchemas } from './commands.schema.js';
import { may, maySeeOthersWords } from './policy.js';
import { processes, processOf } from './processes/index.js';
import { isOneOf } from './roles-in.js';
import { seenOf, sees, visible } from './visible.js';

const today = '2026-11-22';
const [me, other] = [uuidOf('me'), uuidOf('other')];
const types = Object.keys(commandSchemas);
const stages = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed'] as const;

/** Each process with each law it may be under. */
const sorts = processes.flatMap(({ id, kind }) =>
  (kind === 'lexSarah' ? [['SoL'], ['LSS']] : kind === 'lexMaria' ? [['HSL'], null] : [['SoL'], ['LSS'], ['HSL'], ['HSL', 'SoL'], null]).map(
    (lawAreas) => ({ name: `${id} ${lawAreas?.join('+') ?? 'of no law yet'}`, process: id, kind, lawAreas }) as const,
  ),
);
type Sort = (typeof sorts)[number];

const base = new Scenario().report({}, people.carer).case;
const caseOf = (sort: Sort, unit: string | null, change: Partial<ExistingCase> = {}): ExistingCase => ({
  ...base,
  handler: null,
  receipt: { ...base.receipt, reporter: null },
  ...change,
  desc: { ...base.desc, kind: sort.kind, process: sort.process, lawAreas: sort.lawAreas as ExistingCase['desc']['lawAreas'], unit },
});

/** In relation to a case of afs-norra: where the post is held. */
const places = { there: 'afs-norra', above: 'afs', board: 'namnd', beside: 'afs-sodra', elsewhere: 'iof', 'another tree': 'bolag' } as const;
const over: readonly string[] = ['there', 'above', 'board'];
const holding = (role: Role, unit: string): Actor => personActor(me, [{ role, unit }]);

/**
 * Who sees a case over which they hold a post: written by hand from docs/law/access.md#roles. Roles that are not here see nothing; an analysledare is
 * named case by case.
 */
const health = ({ kind, lawAreas }: Sort): boolean => kind === 'lexMaria' || (lawAreas ?? []).some((law) => law === 'HSL');
const toNotify = ({ kind }: Sort): boolean => kind === 'lexSarah' || kind === 'lexMaria';
const all = (): boolean => true;
const oracle: Partial<Record<Role, (sort: Sort) => boolean>> = {
  enhetschef: all,
  avdelningschef: all,
  verksamhetschef: all,
  socialchef: all,
  // Not what is under HSL alone (OSL 25:1, PDL 4:1); LSS as SoL, and what nobody has placed under a law yet.
  sas: ({ kind, lawAreas }) => kind === 'lexSarah' || (kind !== 'lexMaria' && (lawAreas === null || lawAreas.some((law) => law !== 'HSL'))),
  controller: all,
  registrator: all,
  mas: health,
  mar: health,
  verksamhetschefHsl: health,
  anmalningsansvarig: health,
  lexSarahUtredare: ({ kind, lawAreas }) => kind === 'lexSarah' || (kind === 'deviation' && (lawAreas ?? []).some((law) => law !== 'HSL')),
  utskott: toNotify,
  namnd: toNotify,
};

const lets = (actor: Actor, state: ExistingCase): boolean => sees(visible(actor, wide, today), seenOf(state));
function answer(actor: Actor, type: string, state: ExistingCase): 'done' | 'notYours' | 'notFound' {
  try {
    may(actor, { type, to: 'investigating' } as unknown as CaseCommand, state, processOf(state.desc.process), wide, today);
    return 'done';
  } catch (error) {
    return (error as { code: 'notYours' | 'notFound' }).code;
  }
}
// Hundreds of thousands of refusals: their stacks are what would take the time.
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

/** All that the actor is let do, by every command. */
const allowed = (actor: Actor, state: ExistingCase): readonly string[] => types.filter((type) => answer(actor, type, state) === 'done');

describe.each(sorts)('AC-60 R-307 $name', (sort) => {
  const state = caseOf(sort, 'afs-norra');

  test('is seen by the roles that docs/law/access.md#roles names, over its unit, and by nobody else', () => {
    for (const { code: role } of roles) {
      for (const [where, unit] of Object.entries(places)) {
        const right = over.includes(where) && (oracle[role]?.(sort) ?? false);
        expect([role, where, lets(holding(role, unit), state)]).toEqual([role, where, right]);
      }
    }
  });

  test('an analysledare sees and acts in what they are named to lead, under health care law and over its unit; others who lead see nothing by it (PDL 4:1)', () => {
    const led = { ...state, investigation: { ...base.investigation, opened: { openedAt: base.receipt.recordedAt, method: 'incidentAnalysis', lead: me } } };
    for (const { code: role } of roles) {
      for (const [where, unit] of Object.entries(places)) {
        const right = over.includes(where) && (role === 'analysledare' ? health(sort) : (oracle[role]?.(sort) ?? false));
        const actor = holding(role, unit);
        expect([role, where, lets(actor, led)]).toEqual([role, where, right]);
        if (role === 'analysledare') expect([where, maySeeOthersWords(actor, led, wide, today)]).toEqual([where, right]);
      }
    }
  });

  test('in any stage: who doesn’t see it is told it is not there, whatever they ask', () => {
    for (const stage of stages) {
      const at = { ...state, stage };
      for (const { code: role } of roles) {
        for (const unit of Object.values(places)) {
          const actor = holding(role, unit);
          // Sight is the same at every stage; that it comes before every command is tried at one.
          const asked = stage === 'investigating' ? types : ['AddToCase', 'AdvanceCase', 'DecideIvo'];
          const answers = new Set(asked.map((type) => answer(actor, type, at) === 'notFound'));
          expect([role, unit, stage, ...answers]).toEqual([role, unit, stage, !lets(actor, at)]);
        }
      }
    }
  });

  test('a reporter and a handler see it without any post; barred, nobody does, whatever else they are', () => {
    for (const relation of [{ receipt: { ...base.receipt, reporter: me } }, { handler: { person: me, as: 'medarbetare', unit: null } as const }] as const) {
      const mine = caseOf(sort, 'afs-norra', relation);
      expect(lets(personActor(me, []), mine)).toBe(true);
      expect(lets(personActor(other, []), mine)).toBe(false);
      const barred = { ...mine, conflict: { ...mine.conflict, barred: [me] } };
      for (const { code: role } of roles) {
        const actor = personActor(me, [{ role, unit: 'namnd' }]);
        expect([role, lets(actor, barred), ...allowed(actor, barred)]).toEqual([role, false]);
      }
    }
  });

  test('one who has only reported adds, answers for themselves, says if they got an answer, and reads no one else’s words', () => {
    const mine = caseOf(sort, 'afs-norra', { receipt: { ...base.receipt, reporter: me } });
    const actor = personActor(me, [{ role: 'medarbetare', unit: 'iof-barn' }]);
    for (const stage of stages) {
      expect([stage, ...allowed(actor, { ...mine, stage }).toSorted()]).toEqual([stage, 'AddToCase', 'AnswerConflict', 'ReplyAsReporter']);
    }
    expect(maySeeOthersWords(actor, mine, wide, today)).toBe(false);
  });

  test('a role beyond its sight gives nothing to one who has reported: neither words nor moves', () => {
    const mine = caseOf(sort, 'afs-norra', { receipt: { ...base.receipt, reporter: me } });
    for (const { code: role } of roles.filter(({ code }) => code !== 'medarbetare' && !(oracle[code]?.(sort) ?? false))) {
      const actor = holding(role, 'namnd');
      expect([role, maySeeOthersWords(actor, mine, wide, today)]).toEqual([role, false]);
      expect([role, ...allowed(actor, mine).filter((type) => !['AddToCase', 'AnswerConflict', 'ReplyAsReporter'].includes(type))]).toEqual([role]);
    }
  });

  test('a controller and the data protection officer hold no pen', () => {
    for (const role of ['controller', 'dso', 'system'] as const) {
      for (const stage of stages)
        expect([
          role,
          stage,
          ...allowed(holding(role, 'namnd'), { ...state, stage }).filter((type) => type !== 'AddToCase' && type !== 'AnswerConflict'),
        ]).toEqual([role, stage]);
    }
    expect(allowed(holding('controller', 'namnd'), state)).toEqual([]);
  });

  test('on notification decides the one whom the municipality has named, the board, and nobody else', () => {
    if (processOf(sort.process).provider || !toNotify(sort) || processOf(sort.process).ivo.position !== 'decides') return;
    for (const { code: role } of roles) {
      const actor = holding(role, 'namnd');
      const decides = decidersOf(wide.settings, sort.kind).includes(role);
      expect([role, answer(actor, 'DecideIvo', { ...state, stage: 'ivoDecision' }) === 'done']).toEqual([role, decides]);
      expect([role, isOneOf(['decider'], actor, state, wide, today)]).toEqual([role, decides]);
    }
  });

  test('another post never takes a right away', () => {
    const posts = roles.map(({ code: role }): Post => ({ role, unit: 'afs' }));
    const one = holding('enhetschef', 'afs-norra');
    for (const post of posts) {
      const both = personActor(me, [...one.posts, post]);
      expect(allowed(both, state)).toEqual(expect.arrayContaining([...allowed(one, state)]));
    }
  });
});

describe('Trees that see nothing of each other (docs/law/access.md#providers)', () => {
  const of = (unit: string | null) => sorts.map((sort) => caseOf(sort, unit));
  const seersOf = (unit: string | null, at: string) =>
    roles.filter(({ code }) => of(unit).some((state) => lets(holding(code, at), state))).map(({ code }) => code);

  test('a provider’s own cases: their own people’s, and none of the municipality’s, however high', () => {
    expect(seersOf('bolag-hem', 'namnd')).toEqual([]);
    expect(seersOf('bolag-hem', 'afs')).toEqual([]);
    expect(seersOf('bolag-hem', 'bolag')).toEqual(expect.arrayContaining(['enhetschef', 'utforare', 'socialchef', 'registrator', 'controller']));
    expect(seersOf('afs-norra', 'bolag')).toEqual([]);
    expect(seersOf('afs-vast', 'bolag')).toEqual([]);
  });

  test('utforare is a role of the provider’s tree alone; avtal sees what others run in the municipality’s; R-119 MAS what it runs itself and what others do', () => {
    const sight = (role: Role, at: string) =>
      ['afs-norra', 'afs-vast', 'bolag-hem', null].filter((unit) => of(unit).some((state) => lets(holding(role, at), state)));
    expect([sight('utforare', 'bolag'), sight('utforare', 'afs-vast'), sight('utforare', 'namnd')]).toEqual([['bolag-hem'], [], []]);
    expect(sight('mas', 'namnd')).toEqual(['afs-norra', 'afs-vast']);
    expect([sight('avtal', 'afs'), sight('avtal', 'namnd'), sight('avtal', 'iof'), sight('avtal', 'bolag')]).toEqual([['afs-vast'], ['afs-vast'], [], []]);
  });

  test('what has no unit is the municipality’s own board’s', () => {
    expect(seersOf(null, 'namnd').toSorted()).toEqual(['controller', 'namnd', 'registrator', 'sas', 'socialchef', 'utskott']);
    expect([seersOf(null, 'afs'), seersOf(null, 'bolag')]).toEqual([[], []]);
  });

  test('a report without unit reaches the SAS over the board, who triages it the same day; complaints and care do not (docs/law/lex-sarah.md#who-decides)', () => {
    const reached = of(null).filter((state) => lets(holding('sas', 'namnd'), state));
    const reports = sorts.filter((sort) => (sort.kind === 'lexSarah' || sort.kind === 'deviation') && oracle.sas?.(sort));
    expect(reached.map(({ desc }) => [desc.process, desc.lawAreas])).toEqual(reports.map(({ process, lawAreas }) => [process, lawAreas]));
    const own = reached.filter(
      ({ desc }) => desc.kind === 'lexSarah' && !processOf(desc.process).provider && processOf(desc.process).ivo.position === 'decides',
    );
    expect(own.map((state) => answer(holding('sas', 'namnd'), 'AnswerTriage', state))).toEqual(own.map(() => 'done'));
    expect(own.length).toBeGreaterThan(0);
    expect(of(null).some((state) => lets(holding('sas', 'afs'), state))).toBe(false);
  });

  test('a unit that has ended is its successor’s; one that nobody carries on, the board’s', () => {
    expect(seersOf('afs-gamla', 'afs-norra')).toContain('enhetschef');
    expect(seersOf('iof-nedlagd', 'iof')).toEqual([]);
    expect(seersOf('iof-nedlagd', 'namnd')).toContain('socialchef');
    expect(seersOf('never-was', 'namnd')).toEqual([]);
  });
});
