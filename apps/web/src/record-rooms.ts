import { recordTypes } from '#domain/record-types';
import { riskType } from '#domain/risk/index';
import { recordPages } from './records/record-pages.js';
import { plainRoom, type RecordRoom } from './records/room.js';
import { riskRoom } from './risks/risk-room.js';

/** What the pages of a record type have of their own, by its family; a type that is not here has the pages that all have. */
const rooms: Readonly<Record<string, RecordRoom>> = { [riskType.family]: riskRoom };

export const recordPageControllers = recordTypes.map((type) => recordPages(type, rooms[type.family] ?? plainRoom));
