import { Parser } from '@asyncapi/parser';
import { eventShapes } from '#domain/case/events.schema';
import { recordTypes } from '#domain/record-types';
import { eventsIn } from '#domain/records/attachments';
import { asyncApiDocument } from './asyncapi.js';

describe('The description of the topic', () => {
  test('R-449 the AsyncAPI document is accepted by a public parser, and has every event', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApiDocument('demo')));
    expect(diagnostics.filter(({ severity }) => severity === 0).map(({ message, path }) => `${path.join('.')}: ${message}`)).toEqual([]);
    expect(document?.channels().get('events')?.address()).toBe('gensvar.case-events.v1');
    expect(
      document
        ?.messages()
        .all()
        .map((message) => message.name())
        .sort(),
    ).toEqual([...Object.keys(eventShapes), ...recordTypes.flatMap((type) => eventsIn(type).map(({ name }) => `${type.family}.${name}`))].sort());
  }, 60_000);
});
