import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RequestMethod } from '@nestjs/common';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { apiControllers } from '../../apps/api/src/api.js';
import { webControllers } from '../../apps/web/src/web.js';

/** A route of the HTTP process, read from its controllers: a new one is listed automatically. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** With its parameters as `:name`. */
  readonly path: string;
  /** Names that it reads from the address or the body; null where its schema takes any. */
  readonly query: readonly string[] | null;
  readonly body: readonly string[] | null;
}

interface Argument {
  readonly schema?: { readonly shape?: object; readonly options?: readonly { readonly shape?: object }[] };
}
type Controller = (typeof apiControllers)[number] | (typeof webControllers)[number];

/** Every route, API and pages. */
export function routes(): readonly Route[] {
  return [...apiControllers, ...webControllers].flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name) => routesOf(controller, name)),
  );
}

function routesOf(controller: Controller, name: string): readonly Route[] {
  const handler = controller.prototype[name as never] as object;
  if (name === 'constructor' || typeof handler !== 'function') return [];
  const method = RequestMethod[Reflect.getMetadata('method', handler) as number];
  if (method !== 'GET' && method !== 'POST') return [];
  const below = [Reflect.getMetadata('path', handler) as string | string[]].flat();
  const above = [Reflect.getMetadata('path', controller) as string | string[]].flat();
  const asked = (Reflect.getMetadata('__routeArguments__', controller, name) ?? {}) as Record<string, Argument>;
  const namesIn = (kind: RouteParamtypes) => Object.entries(asked).filter(([key]) => key.startsWith(`${kind}:`));
  const named = (kind: RouteParamtypes): readonly string[] | null => {
    const found = namesIn(kind).map(([, { schema }]) => [schema, ...(schema?.options ?? [])].flatMap((one) => Object.keys(one?.shape ?? {})));
    return found.some((names) => names.length === 0) ? null : [...new Set(found.flat())];
  };
  return above.flatMap((root) =>
    below.map((leaf) => ({
      method,
      path: `/${[root, leaf]
        .map((part) => part.replace(/^\/|\/$/g, ''))
        .filter((part) => part !== '')
        .join('/')}`,
      query: named(RouteParamtypes.QUERY),
      body: named(RouteParamtypes.BODY),
    })),
  );
}

const WEB = fileURLToPath(new URL('../../apps/web/src', import.meta.url));

/** Every name that a page reads from an address or a form, found in the source of the pages. */
export function namesOfPages(): readonly string[] {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.spec.'));
  const read = /(?:textOf|listOf|told|value)\((?:\w+, )?'([\w-]+)'|\bname="([\w-]+)"|name: '([\w-]+)'|(?:query|body|asked)(?:\.|\[')([A-Za-z]\w*)/g;
  return [
    ...new Set(files.flatMap((file) => [...readFileSync(`${WEB}/${file}`, 'utf8').matchAll(read)].flatMap(([, ...names]) => names.filter(Boolean)))),
  ].toSorted();
}
