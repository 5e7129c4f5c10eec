import { z } from 'zod';

/** The name of a record's stream in an open part: `risk/<uuid>`. */
export const streamName = z.string().regex(/^[a-z]{1,20}\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'Ska vara en ström');
