import { isOpen } from '#domain/extract/extract';
import { type Extract, extractType } from '#domain/extract/index';
import { offeredTo } from '#domain/records/decide';
import { extractTexts as said } from '#text/extract';
import { plainRoom, type RecordRoom } from '../records/room.js';

/** The way from a request to its hits, for one who reviews them. */
export const extractRoom: RecordRoom = {
  ...plainRoom,
  notice: (opened) => {
    const state = opened.state as Extract;
    return isOpen(state) && offeredTo(extractType, state, opened).length > 0 ? (
      <p>
        <a class="button" href={`/${extractType.page}/${state.id}/traffar`}>
          {said.toHits}
        </a>
      </p>
    ) : null;
  },
};
