import { ApiTokenRow } from './api-tokens.js';
import { CalendarFeedRow } from './calendar-feeds.js';
import { SavedFilterRow } from './saved-filters.js';
import { SessionRow } from './sessions.js';

/** The registers that are read and changed by TypeORM's repositories (docs/decisions/0020). */
export const registers = [ApiTokenRow, CalendarFeedRow, SavedFilterRow, SessionRow];
