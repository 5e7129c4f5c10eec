import { z } from 'zod';
import { secondedDecisions, urgentSteps } from '../codes/seconded.js';
import type { AnyCaseCommand } from './case-command.js';
import { performAgendaItem } from './commands/perform-agenda-item.js';
import { receiveMessage } from './commands/receive-message.js';
import { attestStatistics, caseCommand, commandNamed, commandSchemas, reportCase } from './commands.schema.js';

const schemas = {
  ReportCase: reportCase,
  AttestStatistics: attestStatistics,
  PerformAgendaItem: performAgendaItem.schema,
  ReceiveMessage: receiveMessage.schema,
  ...commandSchemas,
} as Record<string, z.ZodObject>;
const wrong = [
  undefined,
  null,
  12,
  -1.5,
  Number.NaN,
  '',
  'x y',
  'x'.repeat(30_000),
  true,
  [],
  [12],
  Array.from({ length: 30 }, () => 'x'),
  {},
  { by: 'email' },
  { by: 'email', to: 'x' },
  { type: 'x', y: 1 },
];

/** All that zod says of wrong values in one field, whatever it is called inside. */
const saidOf = (schema: z.ZodType, value: unknown): readonly string[] => {
  const result = schema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.flatMap((issue) => [issue.message, ...(issue.code === 'invalid_union' ? issue.errors.flat().map((inner) => inner.message) : [])]);
};
/** Words of zod's own, English and from its Swedish translation. */
const foreign = /invalid|expected|received|required|must|too (big|small)|unrecogni[sz]ed|string|ogiltig|förväntat|förväntad|inmatning|sträng|boolesk|nan/i;

describe('What is wrong in a command is said in plain Swedish, whatever is sent (R-444)', () => {
  test.each(Object.entries(schemas))('%s', (_, schema) => {
    const said = Object.entries(schema.shape).flatMap(([name, field]) =>
      wrong.flatMap((value) => saidOf(field as z.ZodType, value).map((text) => `${name}: ${text}`)),
    );
    const whole = wrong.flatMap((value) => saidOf(schema, value));
    expect([...said, ...whole].filter((text) => foreign.test(text.replace(/^\w+: /, '')))).toEqual([]);
    expect([...said, ...whole].every((text) => /: [A-ZÅÄÖ]|^[A-ZÅÄÖ]/.test(text))).toBe(true);
  });

  test('an unknown command, an unknown field and a field of the wrong sort', () => {
    expect(saidOf(caseCommand, { type: 'DropTables' })).toEqual(['Det finns inget sådant kommando']);
    expect(saidOf(commandSchemas.MakeEntry, { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x', colour: 'red' })).toEqual([
      'Fält som inte hör hit: colour',
    ]);
    expect(saidOf(commandSchemas.Diarise, { type: 'Diarise', diaryNumber: 12 })).toEqual(['Ska vara text']);
    expect(saidOf(commandSchemas.MakeEntry, { type: 'MakeEntry', nature: 'fact', by: 'staff' })).toEqual(['Fyll i uppgiften']);
  });
});

describe('What a person types into an open field is never a personnummer (docs/engine.md#sealed-words)', () => {
  const personal = ['19121212-1212', '1212121212', '121212-1212', '201212612391'];
  const typed: readonly (readonly [string, (value: string) => z.ZodSafeParseResult<unknown>])[] = [
    ['Diarise.diaryNumber', (diaryNumber) => commandSchemas.Diarise.safeParse({ type: 'Diarise', diaryNumber })],
    ['RecordIvoNumber.ivoNumber', (ivoNumber) => commandSchemas.RecordIvoNumber.safeParse({ type: 'RecordIvoNumber', ivoNumber })],
    ['DecideIvo.delegationPoint', (delegationPoint) => commandSchemas.DecideIvo.safeParse({ type: 'DecideIvo', notify: 'no', reasons: 'x', delegationPoint })],
    ['HearParty.reason', (reason) => commandSchemas.HearParty.safeParse({ type: 'HearParty', party: 'staff', result: 'declined', reason })],
    ['DecideNoAction.reason', (reason) => commandSchemas.DecideNoAction.safeParse({ type: 'DecideNoAction', reason, text: 'x' })],
    ...(['externalRef', 'paperNumber', 'diaryNumber', 'activity', 'occasion', 'masArea'] as const).map(
      (name) => [`ReportCase.${name}`, (value: string) => reportCase.safeParse({ kind: 'complaint', what: 'x', [name]: value })] as const,
    ),
  ];
  // Fields that have become lists of codes hold nothing else, a personnummer least of all.
  test.each<readonly [string, (value: string) => z.ZodSafeParseResult<unknown>]>([
    ['AnswerConflict.ground', (ground) => commandSchemas.AnswerConflict.safeParse({ type: 'AnswerConflict', answer: 'conflict', ground })],
    ['MakeEntry.point', (point) => commandSchemas.MakeEntry.safeParse({ type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'x', point })],
    ['ReportCase.deviationType', (deviationType) => reportCase.safeParse({ kind: 'deviation', what: 'x', deviationType })],
    ['ReportCase.deviationSubtype', (deviationSubtype) => reportCase.safeParse({ kind: 'deviation', what: 'x', deviationSubtype })],
  ])('%s is a list', (_, parse) => {
    for (const value of [...personal, 'SN2026-0123']) expect([value, parse(value).success]).toEqual([value, false]);
  });

  test.each(typed)('%s', (_, parse) => {
    for (const value of personal) expect([value, parse(value).success]).toEqual([value, false]);
    expect(parse('SN2026-0123').success).toBe(true);
  });
});

describe('A correction changes only what it names', () => {
  test('no default creeps in as a change', () => {
    expect(commandSchemas.CorrectCase.parse({ type: 'CorrectCase', set: { area: 'elderlyCare' }, why: 'newFacts', reasons: 'x' }).set).toEqual({
      area: 'elderlyCare',
    });
  });

  test('a time in any zone is the same instant', () => {
    expect(reportCase.parse({ kind: 'complaint', what: 'x', occurredAt: '2026-03-02T10:00:00+01:00' }).occurredAt).toBe('2026-03-02T09:00:00.000Z');
  });
});

describe('What is said of a command by its own definition', () => {
  const all: readonly AnyCaseCommand[] = Object.values(commandNamed);
  const having = (holds: (command: AnyCaseCommand) => boolean | undefined): readonly string[] => all.filter(holds).map(({ name }) => name);

  test.each(urgentSteps.map(({ code }) => code))('the urgent step %s is one command (KL 6 kap. 30 §)', (step) =>
    expect(having(({ urgentStep }) => urgentStep === step)).toHaveLength(1),
  );

  test.each(secondedDecisions.map(({ code }) => code))('a second person is asked for %s by one command', (of) =>
    expect(having(({ asksFor }) => asksFor?.includes(of))).toHaveLength(1),
  );

  test('only a decision with reasons can end a duty of law that is not met: the list is the same until somebody says why', () => {
    expect(having(({ endsDuties }) => endsDuties).toSorted()).toEqual([
      'AnswerTriage',
      'ConvertCase',
      'CorrectCase',
      'DecideIvo',
      'DecideOutcome',
      'DecideOwnNotification',
      'RecordOtherWay',
    ]);
    expect(all.filter(({ endsDuties, input }) => endsDuties && !('reasons' in input || 'text' in input))).toEqual([]);
  });
});
