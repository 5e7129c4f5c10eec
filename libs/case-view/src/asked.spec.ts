import { z } from 'zod';
import { commandSchemas } from '#domain/case/commands.schema';
import { commandTexts } from '#text/commands';
import { everAsked } from './asked.js';

describe('What is asked', () => {
  test('R-026 every field that is asked is a field of its command, and has a text', () => {
    const unknown = everAsked.filter(
      ([name, field]) => !(field in (z.toJSONSchema(commandSchemas[name], { io: 'input' }).$defs?.[name]?.properties ?? commandSchemas[name].shape)),
    );
    expect(unknown).toEqual([]);
    expect(everAsked.filter(([name, field]) => commandTexts[name]?.fields[field] === undefined)).toEqual([]);
  });

  test('every text belongs to a field that is asked somewhere', () => {
    const known = new Set(everAsked.map(([name, field]) => `${name}.${field}`));
    const texts = Object.entries(commandTexts).flatMap(([name, { fields }]) => Object.keys(fields).map((field) => `${name}.${field}`));
    expect(texts.filter((text) => !known.has(text))).toEqual([]);
  });
});
