import type { z } from 'zod';
import { caseEvents, registerEvents } from '#domain/case/events.schema';
import { recordTypes } from '#domain/record-types';
import { eventsIn } from '#domain/records/attachments';
import { eventNamed } from '#domain/records/fold';

/** What the topic carries of an event: the shape of its open part, by version, and what it is called in Swedish. */
export interface EventShape {
  readonly family: string;
  readonly name: string;
  readonly v: number;
  readonly open: z.ZodType;
  readonly label: string;
}

/** Stream family of each register event. */
const families: Record<keyof typeof registerEvents, string> = {
  StatisticsAttested: 'unit',
  AttestationWithdrawn: 'unit',
  AttestationReminded: 'unit',
  FigureStated: 'unit',
  OrganisationChanged: 'organisation',
  OrganisationChangeProposed: 'organisation',
  OrganisationChangeRejected: 'organisation',
  SendersRemoved: 'organisation',
};

/** Every event of every family. Names are unique within a family alone: a case has a RiskAssessed, and so has a risk. */
export const allShapes: readonly EventShape[] = [
  ...Object.entries(caseEvents).map(([name, { v, open, label }]) => ({ family: 'case', name, v, open, label })),
  ...Object.entries(registerEvents).map(([name, { v, open, label }]) => ({ family: families[name as keyof typeof registerEvents], name, v, open, label })),
  ...recordTypes.flatMap((type) => eventsIn(type).map(({ name, v, open, label }) => ({ family: type.family, name, v, open, label }))),
];

/** The shape of an event of a stream of this family; undefined for one that is unknown here. */
export function shapeOf(family: string, name: string): Pick<EventShape, 'v' | 'open'> | undefined {
  const type = recordTypes.find((one) => one.family === family);
  if (type !== undefined) return eventNamed(type, name);
  return family === 'case' ? caseEvents[name as keyof typeof caseEvents] : registerEvents[name as keyof typeof registerEvents];
}
