import { z } from 'zod';
import { caseEvents, type EventType, eventShapes } from '#domain/case/events.schema';
import { uuidOf } from '#domain/ids';
import { asyncApiDocument } from './asyncapi.js';
import { cloudEventOf, keyOf, receivedOf, type Sent } from './cloud-event.js';
import { cloudEvent } from './cloud-event.schema.js';
import { PARTITIONS, partitionOf } from './topic.js';

const instant = '2026-03-02T08:00:00.000Z';
const caseId = uuidOf('a case');

/** The fullest value that a schema accepts, made from its JSON schema. */
function sample(schema: z.core.JSONSchema.BaseSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.anyOf !== undefined) return sample(schema.anyOf[0] as z.core.JSONSchema.BaseSchema);
  const type = [schema.type].flat()[0];
  if (type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sample(part as z.core.JSONSchema.BaseSchema)]));
  if (type === 'array') return [sample(schema.items as z.core.JSONSchema.BaseSchema)];
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 1;
  if (schema.format === 'uuid') return caseId;
  if (schema.format === 'date-time') return instant;
  if (schema.format === 'date') return '2026-03-02';
  // A hash, where the field says so; else a code.
  return schema.pattern === '^[0-9a-f]{64}$' ? 'a'.repeat(64) : 'kod-1';
}

function sent(type: EventType): Sent {
  const stream = type in caseEvents ? `case/${caseId}` : /^Organisation|^SendersRemoved/.test(type) ? 'organisation' : 'unit/iof-barn';
  const open = sample(z.toJSONSchema(eventShapes[type].open, { io: 'output', unrepresentable: 'any' })) as Record<string, unknown>;
  return { eventId: uuidOf(type), stream, version: 3, position: 4711, type, v: eventShapes[type].v, at: instant, recordedAt: instant, open };
}

describe('An event on the topic', () => {
  test.each(Object.keys(eventShapes) as EventType[])('%s is a CloudEvent that fits its description and is read back unchanged', (type) => {
    const event = sent(type);
    const message = cloudEventOf(event, 'demo', 'complaint', 'iof-barn');
    expect(cloudEvent.parse(message)).toEqual(message);
    const { payload } = (asyncApiDocument('demo')['components'] as { messages: Record<string, { payload: { properties: { type: { const: string } } } }> })
      .messages[type] as never;
    expect((payload as { properties: { type: { const: string } } }).properties.type.const).toBe(message.type);
    const { eventId: _id, ...rest } = event;
    expect(receivedOf(JSON.stringify(message))).toEqual(rest);
  });

  test('R-449 the envelope has the fields of docs/contract.md#events-on-the-topic', () => {
    expect(cloudEventOf(sent('CaseMoved'), 'demo', 'complaint', 'iof-barn')).toMatchObject({
      specversion: '1.0',
      source: '/gensvar/demo',
      type: 'se.gensvar.case.CaseMoved.v2',
      subject: caseId,
      time: instant,
      position: 4711,
      caseversion: 3,
      casekind: 'complaint',
      unit: 'iof-barn',
      at: instant,
    });
    expect(cloudEventOf(sent('StatisticsAttested'), 'demo', null, 'iof-barn')).toMatchObject({
      type: 'se.gensvar.unit.StatisticsAttested.v1',
      subject: 'iof-barn',
    });
    expect(cloudEventOf(sent('CaseMoved'), 'demo', 'complaint', null)).not.toHaveProperty('unit');
  });

  test('an open part of another shape is not used: the event is read from the store instead', () => {
    const message = cloudEventOf({ ...sent('CaseMoved'), open: { unit: 'iof-barn', why: 'påhittat' } }, 'demo', 'complaint', null);
    expect(receivedOf(JSON.stringify(message))).toMatchObject({ stream: `case/${caseId}`, version: 3, open: null });
  });

  test.each([null, '', 'hej', '{}', '{"specversion":"1.0","type":"com.other.Thing"}'])('a message that is no event of ours is recognised: %p', (value) => {
    expect(receivedOf(value)).toBeNull();
  });

  test('the key is the case, and its partition can be computed in advance', () => {
    expect(keyOf(`case/${caseId}`)).toBe(caseId);
    expect(keyOf('unit/iof')).toBe('unit/iof');
    const used = new Set(Array.from({ length: 200 }, (_, n) => partitionOf(uuidOf('case', n))));
    expect([...used].sort()).toEqual(Array.from({ length: PARTITIONS }, (_, n) => n));
    expect(partitionOf(caseId)).toBe(partitionOf(caseId));
  });
});
