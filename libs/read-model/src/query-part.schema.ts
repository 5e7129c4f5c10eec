import { z } from 'zod';

/** A condition of a query string: an empty field is none. */
export const condition = <T extends z.ZodType>(shape: T) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional());
