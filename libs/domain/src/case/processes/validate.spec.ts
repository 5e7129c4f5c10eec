import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { commandSchemas } from '../commands.schema.js';
import { complaint1 } from './complaint.js';
import { processes, processFor, processOf } from './index.js';
import type { Process } from './process.js';
import { type HasField, validateProcess, validateVersions } from './validate.js';

const hasField: HasField = (command, field) => {
  const schema = (commandSchemas as Record<string, z.ZodObject>)[command];
  return schema !== undefined && (field === null || field in schema.shape);
};
const faults = (change: Partial<Process>): readonly string[] => validateProcess({ ...complaint1, ...change }, hasField);
const stage = (n: number, change: object): Process['stages'] => complaint1.stages.map((row, at) => (at === n ? { ...row, ...change } : row));
const duty = (n: number, change: object): Process['duties'] => complaint1.duties.map((row, at) => (at === n ? { ...row, ...change } : row));

describe('Every process table is valid', () => {
  test.each(processes.map((process) => [process.id, process] as const))('%s', (_, process) => {
    expect(validateProcess(process, hasField)).toEqual([]);
  });

  test('no day has two versions of one kind', () => {
    expect(validateVersions(processes)).toEqual([]);
    expect(validateVersions([complaint1, { ...complaint1, id: 'complaint@2' }])).toEqual([
      'complaint@2 and complaint@1 are both for complaint from 2000-01-01',
    ]);
  });

  test.each<[string, Partial<Process>, string]>([
    ['an id without its version', { id: 'complaint' }, 'id complaint is not <kind>@<version>'],
    [
      'a stage too few',
      { stages: complaint1.stages.slice(1) },
      'stages are investigating, assessing, ivoDecision, feedback, followUp, not received, investigating, assessing, ivoDecision, feedback, followUp',
    ],
    [
      'stages in another order',
      { stages: complaint1.stages.toReversed() },
      'stages are followUp, feedback, ivoDecision, assessing, investigating, received, not received, investigating, assessing, ivoDecision, feedback, followUp',
    ],
    ['a stage that only the handler may leave', { stages: stage(0, { by: ['handler'] }) }, 'stage received: no role may do it'],
    ['a role that is none', { stages: stage(0, { by: ['chef'] }) }, 'stage received: no role chef'],
    ['a reason that is none', { stages: stage(3, { mayBeSkippedFor: ['boring'] }) }, 'stage ivoDecision: no reason boring'],
    ['a stage without its words', { stages: stage(1, { next: ' ' }) }, 'stage investigating: a text is empty'],
    ['a rule that is none', { duties: duty(0, { rule: 'LOK-X' }) }, 'duty LOK-X: the regulation has no such rule'],
    ['a duty twice', { duties: [...complaint1.duties, ...complaint1.duties.slice(0, 1)] }, 'duty LOK-KLAG-BEKRAFTA stands twice'],
    ['an answer owed from a later stage', { duties: duty(2, { opens: 'feedback' }) }, 'duty LOK-KLAG-SVAR: answer is owed from the receipt, not from feedback'],
    ['a clock of another kind', { duties: duty(0, { runsFrom: 'entered' }) }, 'duty LOK-KLAG-BEKRAFTA: its time runs from the receipt'],
    [
      'a later duty that runs from the receipt',
      { duties: duty(4, { runsFrom: 'received' }) },
      'duty LOK-KLAG-UTRED: runs from the receipt but opens at investigating',
    ],
    ['an owner that is no role', { duties: duty(0, { owner: 'chef' }) }, 'duty LOK-KLAG-BEKRAFTA: no role chef'],
    ['a rule of another kind', { kind: 'lexMaria', id: 'lexMaria@1' }, 'duty LOK-KLAG-SVAR: no rule for lexMaria'],
    ['a back move that goes forward', { back: [{ from: 'received', to: 'feedback', by: ['enhetschef'] }] }, 'back from received to feedback is not back'],
    ['a case that nobody can open again', { reopen: { by: ['handler'], to: [] } }, 'reopen: to nowhere'],
    [
      'a short path that closes for no known reason',
      { shortPath: { ...(complaint1.shortPath as NonNullable<Process['shortPath']>), reason: 'done' as never } },
      'shortPath: no reason done',
    ],
    ['nobody to be the second', { cancel: { by: ['registrator'], second: [] } }, 'cancel: nobody to be the second'],
    [
      'a gate that names no field',
      {
        stages: stage(0, {
          needs: [
            function lost() {
              return { field: 'ClassifyCase.colour', text: 'Välj färg' };
            },
          ],
        }),
      },
      'gate lost: no field ClassifyCase.colour',
    ],
    [
      'a gate that names no command',
      {
        stages: stage(0, {
          needs: [
            function lost() {
              return { field: 'Paint', text: 'Måla' };
            },
          ],
        }),
      },
      'gate lost: no field Paint',
    ],
    [
      'a gate without words',
      {
        stages: stage(0, {
          needs: [
            function mute() {
              return { field: 'AnswerTriage', text: '' };
            },
          ],
        }),
      },
      'gate mute: says nothing in Swedish',
    ],
    [
      'a gate that is always open',
      {
        stages: stage(0, {
          needs: [
            function idle() {
              return null;
            },
          ],
        }),
      },
      'gate idle never misses anything',
    ],
  ])('the check finds %s', (_, change, fault) => {
    expect(faults(change)).toContain(fault);
  });
});

describe('A version once published is frozen (R-081): a change of law is a new version', () => {
  /** Hash of every published version, everything that decides included: the table and the text of its conditions. */
  const published: Readonly<Record<string, string>> = {};

  test('no published version has changed', () => {
    expect(Object.fromEntries(processes.filter((process) => process.published).map((process) => [process.id, hashOf(process)]))).toEqual(published);
  });

  test('the hash changes with a role, a text and a condition', () => {
    const changes: readonly Partial<Process>[] = [
      { stages: stage(2, { by: ['socialchef'] }) },
      { stages: stage(0, { purpose: 'Annat.' }) },
      { closesAs: () => 'duplicate' },
      { duties: duty(1, { applies: () => false }) },
    ];
    expect(new Set([complaint1, ...changes.map((change) => ({ ...complaint1, ...change }))].map(hashOf)).size).toBe(changes.length + 1);
    expect(hashOf({ ...complaint1 })).toBe(hashOf(complaint1));
  });
});

describe('Which version a case follows', () => {
  const next: Process = { ...complaint1, id: 'complaint@2', activeFrom: '2030-01-01' };

  test('the one in force on the day it was received; a case remembers its own', () => {
    expect(processFor('complaint', '2026-03-02')?.id).toBe('complaint@1');
    expect(processFor('complaint', '1999-12-31')).toBeNull();
    expect(processFor('lexSarah', '2026-03-02')?.id).toBe('lexSarah@1');
    expect(processFor('lexSarah', '2026-03-02', 'mirrored')?.id).toBe('lexSarahMirror@1');
    expect(processFor('lexSarah', '2026-03-02', 'provider')?.id).toBe('lexSarahProvider@1');
    expect(processFor('lexMaria', '2026-03-02', 'mirrored')?.id).toBe('lexMaria@1');
    expect(next.activeFrom > complaint1.activeFrom).toBe(true);
    expect(processOf('complaint@1')).toBe(complaint1);
    expect(() => processOf('complaint@99')).toThrow('No process complaint@99');
  });
});

function hashOf(process: Process): string {
  return createHash('sha256')
    .update(JSON.stringify(process, (_, value: unknown) => (typeof value === 'function' ? String(value) : value)))
    .digest('hex');
}
