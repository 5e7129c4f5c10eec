import { renderToString } from 'preact-render-to-string';
import { z } from 'zod';
import { type CommandType, commandSchemas } from '#domain/case/commands.schema';
import { commandTexts } from '#text/commands';
import { CommandForm, fieldsOf, type ObjectSchema } from './command-form.js';
import { Field, type FieldModel } from './field.js';

const schemaOf = (name: string) => z.toJSONSchema(commandSchemas[name as keyof typeof commandSchemas], { io: 'input' }) as ObjectSchema;

describe('A form is drawn from the schema of its command', () => {
  test.each(Object.keys(commandTexts))('%s: every field that has a text is drawn, and every choice has its Swedish label', (name) => {
    const text = commandTexts[name];
    const drawn = fieldsOf(schemaOf(name), { fields: Object.keys(text?.fields ?? {}), texts: text?.fields ?? {} });
    expect(drawn.map((field) => field.name).sort()).toEqual(Object.keys(text?.fields ?? {}).sort());
    for (const field of drawn) {
      if (field.as === 'choice' || field.as === 'choices') {
        const references = [
          'person',
          'second',
          'unit',
          'actionId',
          'causeId',
          'causes',
          'categoryOther',
          'lexSarahKindOther',
          'lead',
          'presenter',
          'participants',
          'replaces',
          'attachments',
        ];
        if (!references.includes(field.name)) expect(field.options.length).toBeGreaterThan(1);
        for (const option of field.options) expect(option.label).not.toBe(option.value);
      }
    }
  });

  test('every command of the process has its texts, but those that the page sends by itself', () => {
    const silent: readonly CommandType[] = ['AdvanceCase', 'CorrectCase'];
    expect(
      Object.keys(commandSchemas)
        .filter((name) => !(name in commandTexts))
        .sort(),
    ).toEqual([...silent].sort());
  });

  test('what may be left out is said to be; yes and no are a choice of two', () => {
    const texts = commandTexts['CompleteInvestigation']?.fields ?? {};
    const fields = fieldsOf(schemaOf('CompleteInvestigation'), { fields: Object.keys(texts), texts });
    expect(fields.find((field) => field.name === 'noDeficiency')).toMatchObject({ as: 'yesNo', required: false });
    expect(fields.find((field) => field.name === 'similarBefore')).toMatchObject({ as: 'yesNo', required: false });
  });

  test('a choice by radios that may be left out can be taken back without a script; one that must be made has no such way', () => {
    const radios = (field: Partial<FieldModel>) =>
      [
        ...renderToString(
          <Field field={{ name: 'x', label: 'X', as: 'choice', options: [{ value: 'a', label: 'A' }], required: false, ...field }} value="a" />,
        ).matchAll(/ value(?:="([^"]*)")?(?=[ >/])/g),
      ].map(([, value]) => value ?? '');
    expect(radios({})).toEqual(['a', '']);
    expect(radios({ as: 'yesNo' })).toEqual(['true', 'false', '']);
    expect([radios({ required: true }), radios({ hasDefault: true }), radios({ as: 'choices' })]).toEqual([['a'], ['a'], ['a']]);
  });

  test('only what is asked is drawn, in the order it is asked, with the codes that fit the case', () => {
    const drawn = fieldsOf(schemaOf('DecideIvo'), {
      fields: ['reasons', 'notify'],
      texts: commandTexts['DecideIvo']?.fields ?? {},
      choicesOf: (field) => (field === 'notify' ? ['otherIsObliged', 'yes'] : null),
    });
    expect(drawn.map(({ name }) => name)).toEqual(['reasons', 'notify']);
    expect(drawn[1]?.options.map(({ value }) => value)).toEqual(['otherIsObliged', 'yes']);
  });

  test('what most decisions have none of is shut under one heading, and open by itself when something stands in it or is refused', () => {
    const texts = commandTexts['DecideIvo']?.fields ?? {};
    const fields = fieldsOf(schemaOf('DecideIvo'), {
      fields: ['reasons', 'at', 'participants', 'dissents', 'dissent'],
      texts,
      references: { participants: [{ value: 'none', label: 'Inga' }] },
    });
    const drawn = (values: Record<string, string | readonly string[]>, faults: Record<string, string> = {}) =>
      renderToString(
        <CommandForm action="/x" command="DecideIvo" title="x" button="x" idempotencyKey="x" version={1} fields={fields} values={values} faults={faults} />,
      );
    const shut = drawn({ reasons: 'x', participants: [] });
    expect(shut.match(/<details/g)).toHaveLength(1);
    const [before, inside] = shut.split('<details') as [string, string];
    expect(before).toContain('"reasons"');
    expect(['at', 'participants', 'dissents', 'dissent'].filter((name) => !inside.includes(`"${name}"`))).toEqual([]);
    expect(shut).not.toMatch(/<details[^>]* open/);
    expect(drawn({ dissent: 'Anmäldes.' })).toMatch(/<details[^>]* open/);
    expect(drawn({}, { at: 'Beslutet kan inte ha fattats i framtiden' })).toMatch(/<details[^>]* open/);
  });
});
