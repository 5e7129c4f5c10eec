import { z } from 'zod';

/** A form as browsers send it; the command's own schema checks the fields. */
export const formBody = z.record(z.string().max(64), z.union([z.string().max(4_500_000, 'Texten är för lång'), z.array(z.string().max(200)).max(50)]));
export const caseParam = z.string().max(64);
/** The name of a picture or a sheet of the municipality, by its content. */
export const assetParam = z.string().max(80, 'Högst 80');
export const anyQuery = z.record(z.string().max(64), z.union([z.string().max(200), z.array(z.string().max(200))]));
/** The address to return to may have a long search; `localPath` cuts what is too long. */
export const signInQuery = z.record(z.string().max(64), z.union([z.string().max(100_000), z.array(z.string().max(100_000))]));
/** The place of a file among those that are sent to an authority. */
export const fileQuery = z.object({ fil: z.coerce.number().int().min(1).max(99).optional() });
export type FileQuery = z.infer<typeof fileQuery>;
