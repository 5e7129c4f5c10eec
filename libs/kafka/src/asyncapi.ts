import { z } from 'zod';
import { caseEvents, type EventType, eventShapes, registerEvents } from '#domain/case/events.schema';
import { cloudEvent } from './cloud-event.schema.js';
import { PARTITIONS } from './topic.js';

const TOPIC = 'gensvar.case-events.v1';
/** Stream family of each register event. */
const families: Record<keyof typeof registerEvents, string> = {
  StatisticsAttested: 'unit',
  AttestationWithdrawn: 'unit',
  FigureStated: 'unit',
  OrganisationChanged: 'organisation',
  SendersRemoved: 'organisation',
};
const familyOf = (event: EventType): string => (event in caseEvents ? 'case' : families[event as keyof typeof registerEvents]);

/** The topic as AsyncAPI 3.0, made of the schemas that every stored event has passed. Pure. */
export function asyncApiDocument(organisation: string, topic = TOPIC): Record<string, unknown> {
  const events = Object.keys(eventShapes) as EventType[];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Gensvar: händelser',
      version: '1.0.0',
      description:
        'Varje händelse i ett ärende eller register, i ordning per ärende. Bara koder, id:n, tider och tal: inga ord och inga personuppgifter lämnar databasen.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      events: {
        address: topic,
        description: 'Nyckel: ärendets id, för register strömmens namn. Minst en gång: en upprepning känns igen på subject och caseversion.',
        bindings: { kafka: { topic, partitions: PARTITIONS, bindingVersion: '0.5.0' } },
        messages: Object.fromEntries(events.map((event) => [event, { $ref: `#/components/messages/${event}` }])),
      },
    },
    operations: { publish: { action: 'send', channel: { $ref: '#/channels/events' }, summary: 'Gensvar sänder varje händelse en gång eller flera' } },
    components: { messages: Object.fromEntries(events.map((event) => [event, messageOf(event, organisation)])) },
  };
}

function messageOf(event: EventType, organisation: string): Record<string, unknown> {
  const { v, open, label } = eventShapes[event];
  const { $schema: _dialect, ...envelope } = z.toJSONSchema(cloudEvent, { target: 'draft-7', io: 'output' }) as {
    $schema: string;
    properties: Record<string, unknown>;
  };
  const { $schema: _same, ...data } = z.toJSONSchema(open, { target: 'draft-7', io: 'output', unrepresentable: 'any' });
  const { casekind, ...properties } = envelope.properties;
  return {
    name: event,
    title: label,
    contentType: 'application/cloudevents+json',
    payload: {
      ...envelope,
      properties: {
        ...properties,
        ...(familyOf(event) === 'case' ? { casekind } : {}),
        type: { type: 'string', const: `se.gensvar.${familyOf(event)}.${event}.v${v}` },
        source: { type: 'string', const: `/gensvar/${organisation}` },
        data,
      },
    },
  };
}
