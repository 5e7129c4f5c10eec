import { z } from 'zod';

/** Id of a case in an address. Any text: what is no case is answered as what may not be seen. */
export const caseId = z.string().max(200, 'För långt').meta({ description: 'Ärendets id (uuid)' });
