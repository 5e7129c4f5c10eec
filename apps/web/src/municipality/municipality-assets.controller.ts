import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { refuse } from '#domain/errors';
import { contrastWithWhite, LEAST_CONTRAST } from '#domain/org/municipality';
import { crestOf } from '#organisation/crests';
import { Database } from '#platform/database';
import { assetParam } from '../frame/form.schema.js';

const KEPT = 'public, max-age=31536000, immutable';
const PICTURE = /^([0-9a-f]{64})\.(svg|png)$/;
const COLOUR = /^([0-9a-f]{6})\.css$/;

/** The crest and the colour. An address says what it holds, so that what has been fetched once is kept for a year. */
@Controller('assets/kommun')
export class MunicipalityAssetsController {
  constructor(private readonly database: Database) {}

  /** The picture is shown by pages as a picture alone: opened by itself it may load and run nothing. */
  @Get(':name')
  async send(@Param('name', { schema: assetParam }) name: string, @Res() response: Response): Promise<void> {
    const colour = COLOUR.exec(name)?.[1];
    if (colour !== undefined) return sendColour(`#${colour}`, response);
    const [, sha256 = '', type = ''] = PICTURE.exec(name) ?? refuse('notFound');
    const picture = await crestOf(this.database, sha256);
    if (picture?.type !== type) refuse('notFound');
    response.setHeader('Cache-Control', KEPT).setHeader('Content-Security-Policy', "default-src 'none'; sandbox").type(type).send(picture.bytes);
  }
}

function sendColour(colour: string, response: Response): void {
  if (contrastWithWhite(colour) < LEAST_CONTRAST) refuse('notFound');
  response.setHeader('Cache-Control', KEPT).type('css').send(`:root { --municipality: ${colour}; }\n`);
}
