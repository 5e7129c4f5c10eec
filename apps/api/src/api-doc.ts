import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiHeader, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { type RefusalCode, refusals } from '#domain/errors';
import { problemSchema } from './problem.schema.js';

interface ApiDocOptions {
  /** One line, Swedish. */
  readonly summary: string;
  readonly description?: string;
  /** The schema of the answer; a text for what is no JSON. */
  readonly answer: z.ZodType | string;
  readonly status?: number;
  /** The refusals that the route may give, beside faults. */
  readonly refusals?: readonly RefusalCode[];
  readonly headers?: readonly (keyof typeof knownHeaders)[];
  /** Who may call it: everyone, or people who have logged in. */
  readonly for?: 'all' | 'loggedIn';
}

export const everyRefusal = Object.keys(refusals) as readonly RefusalCode[];

const knownHeaders = {
  'Idempotency-Key': 'Samma nyckel och samma innehåll ger samma svar, hur många gånger det än sänds',
  'If-Match': 'Den version som avsändaren såg, till exempel "7"; har ärendet ändrats sedan dess blir svaret 412',
} as const;

/** Documents a route in the OpenAPI document. */
export function ApiDoc({
  summary,
  description,
  answer,
  status = 200,
  refusals: codes = [],
  headers = [],
  for: readers = 'loggedIn',
}: ApiDocOptions): MethodDecorator {
  const all: readonly RefusalCode[] = [...codes, ...(readers === 'loggedIn' ? (['notLoggedIn'] as const) : [])];
  const statuses = [...new Set(all.map((code) => refusals[code].status))];
  return applyDecorators(
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ...(typeof answer === 'string'
      ? [ApiProduces(answer), ApiResponse({ status, description: summary })]
      : [ApiResponse({ status, description: summary, standardSchema: answer })]),
    ...statuses.map((refused) =>
      problem(
        refused,
        all
          .filter((code) => refusals[code].status === refused)
          .map((code) => `${code}: ${refusals[code].title}`)
          .join('. '),
      ),
    ),
    problem(503, 'unavailable: databasen är borta. Inget är sparat'),
    ...headers.map((name) => ApiHeader({ name, description: knownHeaders[name], required: false })),
    ...(readers === 'loggedIn' ? [ApiBearerAuth(), ApiCookieAuth()] : []),
  );
}

const problem = (status: number, description: string) =>
  ApiResponse({ status, description, content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${problemSchema}` } } } } as Parameters<
    typeof ApiResponse
  >[0]);
