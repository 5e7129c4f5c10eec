import { z } from 'zod';
import { wide } from '../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { placeOf, type Refusal } from '../errors.js';
import type { Actor } from '../org/actor.js';
import { sideOf } from '../org/trees.js';
import { type CaseCommand, commandSchemas } from './commands.schema.js';
import { decide } from './decide/index.js';
import { seenOf, sees, visible } from './visible.js';
import { named } from './wall.js';

const today = '2026-03-02';
const scenario = () => new Scenario('2026-03-02T08:00:00.000Z', wide);
/** A provider's own case, in their tree: their own chief reports it. */
const provided = () => scenario().report({ kind: 'deviation', opinionType: null, lawAreas: ['SoL'], unit: 'bolag-hem' }, people.providerManager);
const municipal = () => scenario().report();

interface Schema {
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly format?: string;
  readonly type?: string;
}
/** Paths of the fields of a command that hold an id, or a unit's code by name. */
function* naming(schema: Schema, at: string): Generator<string> {
  for (const named of Object.values(schema.$defs ?? {})) yield* naming(named, at);
  if (schema.format === 'uuid' || /\.(unit|\w+Unit)$/.test(at)) yield at;
  for (const inner of schema.anyOf ?? []) yield* naming(inner, at);
  if (schema.items !== undefined) yield* naming(schema.items, `${at}[]`);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* naming(inner, `${at}.${name}`);
}
/** Ids of things, not of persons: parts of a case, other cases, outages. */
const things = /\.(causes\[\]|causeId|actionId|attachments\[\]|requirement|replaces|elsewhere|outageId|request)$/;

describe('The trees of the municipality and of a provider are walled off from each other (docs/law/access.md#providers)', () => {
  test('every field of every command that names a unit or a person is known to the wall', () => {
    const found = Object.entries(commandSchemas).flatMap(([type, schema]) => [
      ...new Set(naming(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, type)),
    ]);
    const nameOf = (field: string) => field.replace('[]', '');
    expect(found.filter((field) => !things.test(field)).toSorted()).toEqual(found.filter((field) => nameOf(field) in named).toSorted());
    expect(found.length).toBeGreaterThan(10);
  });

  const chief = people.divisionHead;
  test.each([
    ['MoveToUnit', { type: 'MoveToUnit', unit: 'bolag-hem', why: 'takenOver', reasons: 'x' }],
    ['MoveToUnit as a mistake', { type: 'MoveToUnit', unit: 'bolag', why: 'wrongUnit', reasons: 'x' }],
    ['CorrectCase', { type: 'CorrectCase', set: { unit: 'bolag-hem' }, why: 'wrongFromStart', reasons: 'x' }],
    ['AssignCase', { type: 'AssignCase', person: people.providerManager.person, as: 'enhetschef' }],
    ['AssignCase to utforare', { type: 'AssignCase', person: people.provider.person, as: 'utforare' }],
    ['OpenInvestigation', { type: 'OpenInvestigation', method: 'simple', lead: people.providerManager.person }],
    ['AnswerConflict', { type: 'AnswerConflict', answer: 'conflict', person: people.providerManager.person, ground: 'named' }],
  ] as const)('%s from the municipality to a provider is refused at its field, and the case stays where it was', (_, command) => {
    const way = municipal().when(command as never, chief);
    expect(way.refusal).toMatchObject({ code: 'outOfReach', status: 422 });
    expect(way.lacks()).toEqual([Object.keys(named).find((field) => placeOf({ field }).command === command.type)]);
    expect([way.case.desc.unit, way.case.handler]).toEqual(['afs-norra', null]);
  });

  test.each([
    { type: 'MoveToUnit', unit: 'afs-norra', why: 'takenOver', reasons: 'x' },
    { type: 'CorrectCase', set: { unit: 'namnd' }, why: 'wrongFromStart', reasons: 'x' },
    { type: 'AssignCase', person: people.manager.person },
    { type: 'OpenInvestigation', method: 'simple', lead: people.sas.person },
  ])('and from a provider into the municipality: %j', (command) => {
    expect(provided().when(command as never, people.providerManager).refusal?.code).toBe('outOfReach');
  });

  test('no case is given to one who only reads and counts', () => {
    for (const person of [people.controller.person, people.dataOfficer.person])
      expect(municipal().when({ type: 'AssignCase', person }, chief).said()).toContain(
        'Personen har ingen roll som handlägger ärenden (förtroendevalda, dataskyddsombud och andra som läser eller räknar gör det inte)',
      );
    expect(municipal().when({ type: 'AssignCase', person: people.investigator.person }, chief).refusal).toBeNull();
  });

  test('within its side a case moves as before, a mirror included', () => {
    for (const unit of ['afs-sodra', 'iof-barn', 'afs-vast'])
      expect(municipal().when({ type: 'MoveToUnit', unit, why: 'takenOver', reasons: 'x' }, people.director).case.desc.unit).toBe(unit);
  });

  test('whatever is named, nobody of one side comes to see a case of the other', () => {
    const everybody = Object.values(people).filter((actor): actor is Actor & { person: string } => actor.person !== null);
    for (const start of [municipal, provided]) {
      const state = start().case;
      const here = sideOf(state.desc.unit, wide, today);
      const strangers = everybody.filter(({ posts }) => posts.every(({ unit }) => sideOf(unit, wide, today) !== here));
      for (const field of Object.keys(named)) {
        const { command: type, path } = placeOf({ field });
        for (const value of [...everybody.map(({ person }) => person), 'afs-norra', 'namnd', 'afs-vast', 'bolag', 'bolag-hem']) {
          const command = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;
          const schema = commandSchemas[type as keyof typeof commandSchemas];
          const parsed = schema.safeParse({ ...simplest[type as string], ...command, type });
          if (!parsed.success) continue;
          const after = scenarioAfter(state, parsed.data as CaseCommand);
          for (const stranger of strangers) expect([field, value, sees(visible(stranger, wide, today), seenOf(after))]).toEqual([field, value, false]);
        }
      }
    }
  });

  /** The state after the command, by whoever may give it; the same where nobody may. */
  function scenarioAfter(state: ReturnType<typeof municipal>['case'], command: CaseCommand) {
    for (const actor of Object.values(people)) {
      const way = scenario();
      way.state = state;
      try {
        decide(command, state, way.context(actor));
      } catch (error) {
        if ((error as Refusal).status === undefined) throw error;
        continue;
      }
      return way.when(command as never, actor).case;
    }
    return state;
  }
});
const simplest: Readonly<Record<string, object>> = {
  MoveToUnit: { why: 'takenOver', reasons: 'x' },
  CorrectCase: { why: 'newFacts', reasons: 'x' },
  OpenInvestigation: { method: 'simple' },
  DecideIvo: { notify: 'notApplicable', reasons: 'x' },
  AnswerConflict: { answer: 'conflict', ground: 'named' },
  OverrideConflict: { ground: 'named', second: people.director.person, person: people.manager.person, reasons: 'x' },
  CancelCase: { reason: 'duplicate', text: 'x' },
};

describe('A report about a provider’s unit', () => {
  const about = { kind: 'deviation', opinionType: null, lawAreas: ['SoL'], unit: 'bolag-hem' };

  test.each([
    ['of the municipality’s staff', about, people.carer],
    ['anonymous, of the municipality’s staff', { ...about, anonymous: true }, people.carer],
    ['lex Sarah', { ...about, kind: 'lexSarah' }, people.manager],
    ['of the public', { unit: 'bolag-hem' }, people.anonymous],
  ])('%s is received by the municipality; the unit it concerns is a code of the event, and the provider sees nothing', (_, body, actor) => {
    const way = scenario().report(body, actor);
    expect(way.refusal).toBeNull();
    expect([way.case.desc.unit, way.case.receipt.concernsUnit]).toEqual(['namnd', 'bolag-hem']);
    expect(way.log[0]?.open).toMatchObject({ unit: 'namnd', concernsUnit: 'bolag-hem' });
    const sight = (who: Actor) => sees(visible(who, wide, today), seenOf(way.case));
    expect([sight(people.provider), sight(people.providerManager), sight(people.registrar)]).toEqual([false, false, true]);
  });

  test('by the provider’s own staff stays with the provider, also without a name', () => {
    for (const anonymous of [false, true]) {
      const way = scenario().report({ ...about, anonymous }, people.providerManager);
      expect([way.case.desc.unit, way.case.receipt.concernsUnit]).toEqual(['bolag-hem', null]);
    }
  });

  test('a lex Sarah about it is followed as the provider’s, and what it becomes keeps the unit it concerns', () => {
    expect(scenario().report({ ...about, kind: 'lexSarah' }, people.manager).case.desc.process).toMatch(/^lexSarahMirror@/);
    const way = scenario()
      .report(about, people.carer)
      .when({ type: 'ConvertCase', to: 'lexSarah', lawAreas: ['SoL'], reasons: 'Det kan vara ett missförhållande.' }, people.director);
    expect(way.refusal).toBeNull();
    expect([way.children[0]?.receipt.concernsUnit, way.children[0]?.desc.unit]).toEqual(['bolag-hem', 'namnd']);
  });
});
