import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import type { Code } from '#domain/codes/code';
import { codeLists } from '#domain/codes/index';
import { aboutList } from '#domain/shapes.schema';
import { problemAnswer } from './problem.schema.js';

/** Lists by their codes, so that an enum that does not say which list it takes gets its Swedish labels all the same; two lists of the same codes are told apart by nothing. */
const keyOf = (list: readonly Code[]): string => list.map(({ code }) => code).join(' ');
const lists = Object.values(codeLists);
const listsByCodes = new Map(
  lists.filter((list) => lists.filter((other) => keyOf(other) === keyOf(list)).length === 1).map((list) => [keyOf(list), aboutList(list)]),
);

type Json = Record<string, unknown>;
type Components = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A zod schema as JSON Schema 2020-12, which OpenAPI 3.1 speaks; codes with their labels. */
function converted(
  schema: unknown,
  { schemaType }: { readonly schemaType: 'input' | 'output' },
): { schema: Json; components: Record<string, Json> } | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $defs,
    $schema: _,
    ...rest
  } = z.toJSONSchema(schema, { io: schemaType, unrepresentable: 'any', override: ({ jsonSchema }) => labelled(jsonSchema as Json) }) as Json;
  return { schema: rest, components: ($defs ?? {}) as Record<string, Json> };
}

function labelled(json: Json): void {
  // The format is enough; the pattern that covers every valid date is unreadable.
  if (json['format'] === 'date-time' || json['format'] === 'date') delete json['pattern'];
  // A schema made by `oneOf` has the labels of its own list.
  const list = Array.isArray(json['enum']) && json['x-enum-labels'] === undefined ? listsByCodes.get(json['enum'].join(' ')) : undefined;
  if (list !== undefined) Object.assign(json, list);
}

/** The OpenAPI document, made of the same schemas that check the input. */
export class OpenApi {
  #document: OpenAPIObject | undefined;
  #make: () => OpenAPIObject = () => {
    throw new Error('the document is made of an application');
  };

  of(app: NestExpressApplication): void {
    this.#make = () => documentOf(app);
  }

  get document(): OpenAPIObject {
    this.#document ??= this.#make();
    return this.#document;
  }
}

function documentOf(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Gensvar')
    .setVersion('1')
    .setDescription(
      'Avvikelser, klagomål och rapporter i socialtjänst och kommunal hälso- och sjukvård. Fel är application/problem+json med en svensk rubrik och, där något fattas, alla brister på en gång.',
    )
    .addBearerAuth()
    .addCookieAuth('gensvar_session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: converted,
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
  const problem = converted(problemAnswer, { schemaType: 'output' });
  const paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => /^\/(api|health|metrics|demo)\b/.test(path)));
  const schemas = { ...document.components?.schemas, ...problem?.components } as Components;
  return rewritten({ ...document, paths, components: { ...document.components, schemas } });
}

/** Swagger's own rewriting of references covers only what it converted itself. */
const rewritten = (document: OpenAPIObject): OpenAPIObject =>
  JSON.parse(JSON.stringify(document).replaceAll('#/$defs/', '#/components/schemas/')) as OpenAPIObject;
