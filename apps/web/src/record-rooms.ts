import type { Type } from '@nestjs/common';
import { actionType } from '#domain/action/index';
import { extractType } from '#domain/extract/index';
import { logReviewType } from '#domain/logreview/index';
import { processType } from '#domain/process/index';
import { recordTypes } from '#domain/record-types';
import type { Asking } from '#domain/records/record-command';
import { reportDocumentType } from '#domain/reportdocument/index';
import { reviewType } from '#domain/review/index';
import { riskType } from '#domain/risk/index';
import { selfCheckType } from '#domain/selfcheck/index';
import { surveyType } from '#domain/survey/index';
import { yearType } from '#domain/year/index';
import type { Tx } from '#platform/database';
import { actionsCounted } from '#read-model/action-list';
import type { Counted } from '#read-model/record-list';
import { ActionListController } from './actions/action-list.controller.js';
import { extractRoom } from './extracts/extract-room.js';
import { logReviewRoom } from './logreviews/log-review-room.js';
import { processRoom } from './processes/process-room.js';
import { recordAttachments } from './records/record-attachments.js';
import { recordListPage } from './records/record-list-page.js';
import { recordPages } from './records/record-pages.js';
import { plainRoom, type RecordRoom } from './records/room.js';
import { reportRoom } from './reportdocuments/report-room.js';
import { reviewRoom } from './reviews/review-room.js';
import { riskRoom } from './risks/risk-room.js';
import { selfCheckRoom } from './selfchecks/self-check-room.js';
import { surveyRoom } from './surveys/survey-room.js';
import { yearRoom } from './years/year-room.js';

/** What the pages of a record type have of their own, by its family; a type that is not here has the pages that all have. */
const rooms: Readonly<Record<string, RecordRoom>> = {
  [processType.family]: processRoom,
  [riskType.family]: riskRoom,
  [selfCheckType.family]: selfCheckRoom,
  [reviewType.family]: reviewRoom,
  [surveyType.family]: surveyRoom,
  [yearType.family]: yearRoom,
  [reportDocumentType.family]: reportRoom,
  [logReviewType.family]: logReviewRoom,
  [extractType.family]: extractRoom,
};
/** How many such a list has. */
export const countedApart: Readonly<Record<string, (database: Tx, asking: Asking) => Promise<Counted>>> = { [actionType.family]: actionsCounted };
/** Lists that hold more than the records of their type. */
const lists: Readonly<Record<string, Type<unknown>>> = { [actionType.family]: ActionListController };

/** The list first: its addresses go before that of a record. */
export const recordPageControllers = recordTypes.flatMap((type) => {
  const room = rooms[type.family] ?? plainRoom;
  return [lists[type.family] ?? recordListPage(type, room), recordPages(type, room), recordAttachments(type)];
});
