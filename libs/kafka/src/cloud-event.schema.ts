import { z } from 'zod';
import { shapeOf } from './shapes.js';

/** `se.gensvar.<family>.<Event>.v<n>`: family `case`, or the register's. */
const type = z.string().regex(/^se\.gensvar\.[a-z]+\.[A-Za-z]+\.v\d+$/);
const instant = z.iso.datetime({ precision: 3 });

/** The envelope on the topic: CloudEvents 1.0, structured JSON (docs/contract.md#events-on-the-topic). */
export const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().regex(/^\/gensvar\/[a-z0-9-]+$/),
  type,
  subject: z.string().min(1).max(200),
  time: instant,
  datacontenttype: z.literal('application/json'),
  position: z.int().positive(),
  /** Version in the stream, of registers too. */
  caseversion: z.int().positive(),
  casekind: z.string().optional(),
  unit: z.string().optional(),
  at: instant,
  data: z.record(z.string(), z.unknown()),
});
export type CloudEvent = z.infer<typeof cloudEvent>;

/** Whether the open part has the shape of its event, of a stream of this family. An event of a version that is unknown here is not judged. */
export function hasItsShape(family: string, event: string, v: number, open: Readonly<Record<string, unknown>>): boolean {
  const shape = shapeOf(family, event);
  return shape === undefined || shape.v !== v || shape.open.safeParse(open).success;
}
