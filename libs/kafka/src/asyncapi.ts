import { z } from 'zod';
import { recordTypes } from '#domain/record-types';
import { cloudEvent } from './cloud-event.schema.js';
import { allShapes, type EventShape } from './shapes.js';
import { PARTITIONS } from './topic.js';

const TOPIC = 'gensvar.case-events.v1';
/** The name of its message: the event's own for a case and a register, with the family before it for another record. */
const messageName = ({ family, name }: EventShape): string => (recordTypes.some((type) => type.family === family) ? `${family}.${name}` : name);

/** The topic as AsyncAPI 3.0, made of the schemas that every stored event has passed. Pure. */
export function asyncApiDocument(organisation: string, topic = TOPIC): Record<string, unknown> {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Gensvar: händelser',
      version: '1.0.0',
      description:
        'Varje händelse i ett ärende, en annan post (risk, åtgärd) eller ett register, i ordning per ström. Bara koder, id:n, tider och tal: inga ord och inga personuppgifter lämnar databasen.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      events: {
        address: topic,
        description: 'Nyckel: ärendets id, för andra poster och register strömmens namn. Minst en gång: en upprepning känns igen på subject och caseversion.',
        bindings: { kafka: { topic, partitions: PARTITIONS, bindingVersion: '0.5.0' } },
        messages: Object.fromEntries(allShapes.map((shape) => [messageName(shape), { $ref: `#/components/messages/${messageName(shape)}` }])),
      },
    },
    operations: { publish: { action: 'send', channel: { $ref: '#/channels/events' }, summary: 'Gensvar sänder varje händelse en gång eller flera' } },
    components: { messages: Object.fromEntries(allShapes.map((shape) => [messageName(shape), messageOf(shape, organisation)])) },
  };
}

function messageOf(shape: EventShape, organisation: string): Record<string, unknown> {
  const { family, name, v, open, label } = shape;
  const { $schema: _dialect, ...envelope } = z.toJSONSchema(cloudEvent, { target: 'draft-7', io: 'output' }) as {
    $schema: string;
    properties: Record<string, unknown>;
  };
  const { $schema: _same, ...data } = z.toJSONSchema(open, { target: 'draft-7', io: 'output', unrepresentable: 'any' });
  const { casekind, ...properties } = envelope.properties;
  return {
    name: messageName(shape),
    title: label,
    contentType: 'application/cloudevents+json',
    payload: {
      ...envelope,
      properties: {
        ...properties,
        ...(family === 'case' ? { casekind } : {}),
        type: { type: 'string', const: `se.gensvar.${family}.${name}.v${v}` },
        source: { type: 'string', const: `/gensvar/${organisation}` },
        data,
      },
    },
  };
}
