import { Controller, Get, Query, Req, type Type, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import type { AnyRecordType } from '#domain/records/record-type';
import { Clock } from '#platform/clock';
import { recordListQuery } from '#read-model/record-list';
import { Frame } from '../frame/frame.js';
import { PageFilter } from '../frame/page.filter.js';
import { signedIn } from '../frame/request.js';
import { named } from './named-controller.js';
import { RecordDoor } from './record-door.js';
import { RecordList } from './record-list.page.js';
import { RecordModels } from './record-models.js';
import type { RecordRoom, RoomQuery } from './room.js';

/** The list of one record type, for types that have no list of their own. */
export function recordListPage(type: AnyRecordType, room: RecordRoom): Type<unknown> {
  const listQuery = recordListQuery.extend(room.query);

  @Controller(type.page)
  @UseFilters(PageFilter)
  class RecordListController {
    constructor(
      private readonly door: RecordDoor,
      private readonly models: RecordModels,
      private readonly clock: Clock,
      private readonly frame: Frame,
    ) {}

    @Get()
    async list(@Query({ schema: listQuery }) query: RoomQuery, @Req() request: Request): Promise<string> {
      const { actor } = signedIn(request);
      const props = await this.models.list(type, room, this.door.asking(actor), query, this.clock.now().toISOString());
      return this.frame.html(request, type.words.many, RecordList(props), false, ['client/live-list.js']);
    }
  }
  return named(RecordListController, type, 'ListController');
}
