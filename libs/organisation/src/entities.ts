import { ApiTokenRow } from './api-tokens.js';
import { SavedFilterRow } from './saved-filters.js';
import { SessionRow } from './sessions.js';

/** The registers that are read and changed by TypeORM's repositories (docs/decisions/0020). */
export const registers = [ApiTokenRow, SavedFilterRow, SessionRow];
