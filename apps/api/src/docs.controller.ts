import { createRequire } from 'node:module';
import { Controller, Get, Inject, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Response } from 'express';
import { asyncApiDocument } from '#kafka/asyncapi';
import type { Config } from '#platform/config';
import { ApiDoc } from './api-doc.js';
import { OpenApi } from './open-api.js';
import { KnownGuard } from './operators.guard.js';

const require = createRequire(import.meta.url);
/** Swagger's own pages come with @nestjs/swagger; nothing is fetched from elsewhere. */
const asset = (file: string): string => createRequire(require.resolve('@nestjs/swagger')).resolve(`swagger-ui-dist/${file}`);

/** Without script: every route with what it does, and where the whole description is. */
const withoutScript = (routes: readonly string[]): string =>
  `<noscript><h1>Gensvar: API</h1><p>För att pröva anropen här behövs skript. Hela beskrivningen finns i <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p><ul>${routes
    .map((route) => `<li>${route}</li>`)
    .join('')}</ul></noscript>`;

const pageOf = (routes: readonly string[]): string => `<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"><title>Gensvar: API</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body>${withoutScript(routes)}<main id="docs"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`;
const start = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', validatorUrl: null, persistAuthorization: false });";

/** The description of the interface: as OpenAPI, and as a page to read and try it. */
@Controller('api')
@UseGuards(KnownGuard)
export class DocsController {
  readonly #topic: object;

  constructor(
    private readonly openApi: OpenApi,
    @Inject('config') config: Config,
  ) {
    this.#topic = asyncApiDocument(config.organisation, config.kafka.topic);
  }

  @Get('openapi.json')
  @ApiDoc({ summary: 'Den här beskrivningen', answer: 'application/json', for: 'all' })
  document() {
    return this.openApi.document;
  }

  @Get('asyncapi.json')
  @ApiDoc({ summary: 'Händelserna på ämnet, AsyncAPI 3.0', answer: 'application/json', for: 'all' })
  topic() {
    return this.#topic;
  }

  @Get('docs')
  @ApiDoc({ summary: 'Beskrivningen som sida', answer: 'text/html', for: 'all' })
  page(@Res() response: Response): void {
    response.type('html').send(pageOf(routesIn(this.openApi.document)));
  }

  @Get('docs/start.js')
  @ApiExcludeEndpoint()
  start(@Res() response: Response): void {
    response.type('js').send(start);
  }

  @Get('docs/swagger-ui.css')
  @ApiExcludeEndpoint()
  style(@Res() response: Response): void {
    response.sendFile(asset('swagger-ui.css'));
  }

  @Get('docs/swagger-ui-bundle.js')
  @ApiExcludeEndpoint()
  bundle(@Res() response: Response): void {
    response.sendFile(asset('swagger-ui-bundle.js'));
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** "GET /api/cases: …", in the order of the description. */
const routesIn = ({ paths }: { readonly paths: object }): readonly string[] =>
  Object.entries(paths as Record<string, Record<string, { readonly summary?: string }>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => `<code>${method.toUpperCase()} ${escaped(path)}</code>: ${escaped(summary ?? '')}`),
  );
