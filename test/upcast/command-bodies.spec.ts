import { readFileSync } from 'node:fs';
import { type CaseCommand, commandSchemas } from '#domain/case/commands.schema';
import { asFirstSent } from '#domain/case/first-sent';
import { canonical } from '#event-store/canonical';
import { commandSamples } from '../support/command-samples.js';

/** Each sample as its schema read it when the command was new. Never changed: a new command is added. */
const recorded = JSON.parse(readFileSync('test/upcast/command-bodies.json', 'utf8')) as Record<string, Record<string, unknown>>;

describe('A command that was sent before an upgrade and is sent again after it', () => {
  test('has a recorded example, whichever it is', () => {
    expect(Object.keys(recorded).toSorted()).toEqual(Object.keys(commandSamples).toSorted());
  });

  test.each(Object.keys(recorded))('is the same to the last character, and so gets the same answer: %s', (type) => {
    const parsed = commandSchemas[type as keyof typeof commandSchemas].parse({ ...recorded[type] }) as CaseCommand;
    expect(canonical(asFirstSent(parsed))).toBe(canonical(recorded[type]));
  });
});
