import 'reflect-metadata';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { refusals } from '#domain/errors';
import { clockAnswer, liveAnswer, mailAnswer, readyAnswer, reportListAnswer, tokenAnswer } from '../../apps/api/src/answers.schema.js';
import { apiControllers } from '../../apps/api/src/api.js';
import { agendaAnswer, caseAnswer } from '../../apps/api/src/case-answers.schema.js';
import { problemAnswer } from '../../apps/api/src/problem.schema.js';
import { webControllers } from '../../apps/web/src/web.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { reported } from '../support/complaint-over-http.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

interface Argument {
  readonly schema?: unknown;
}
const checked = new Set([RouteParamtypes.BODY, RouteParamtypes.QUERY, RouteParamtypes.PARAM, RouteParamtypes.RAW_BODY].map(String));

describe('Input has a schema', () => {
  const methods = [...apiControllers, ...webControllers].flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).map((name) => [controller, name] as const),
  );

  test.each(methods)('%p %s', (controller, name) => {
    const routeArguments = (Reflect.getMetadata('__routeArguments__', controller, name) ?? {}) as Record<string, Argument>;
    const without = Object.entries(routeArguments).filter(([key, { schema }]) => checked.has(key.split(':')[0] as string) && schema === undefined);
    expect(without.map(([key]) => key)).toEqual([]);
  });

  test('the reflection finds a route without one', () => {
    const found = methods.flatMap(([controller, name]) => Object.keys((Reflect.getMetadata('__routeArguments__', controller, name) ?? {}) as object));
    expect(found.filter((key) => checked.has(key.split(':')[0] as string)).length).toBeGreaterThan(15);
  });
});

describe('The document', () => {
  const routes = [
    'post /api/cases',
    'post /api/cases/{id}/commands',
    'get /api/cases/{id}',
    'get /api/cases/{id}/history',
    'get /api/cases/{id}/agenda',
    'get /api/cases',
    'get /api/reports',
    'get /api/reports/{id}',
    'get /api/reports/{id}/cases',
    'get /api/organisation',
    'get /api/people',
    'get /api/posts',
    'post /api/organisation/changes',
    'get /api/organisation/proposals',
    'post /api/organisation/proposals/{id}/confirm',
    'post /api/organisation/proposals/{id}/reject',
    'get /api/codes',
    'get /api/codes/{list}',
    'get /api/local-lists',
    'get /api/stream',
    'post /api/follow',
    'post /api/attestations',
    'get /health/live',
    'get /health/ready',
    'get /metrics',
    'get /demo/users',
    'post /demo/token',
    'get /demo/login',
    'post /demo/clock',
    'get /demo/mail',
    'get /api/openapi.json',
    'get /api/asyncapi.json',
    'get /api/docs',
  ];

  test('is OpenAPI 3.1 with every route of the contract, and nothing of the pages', async () => {
    const { body } = await api.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const told = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`));
    expect(told).toEqual(expect.arrayContaining(routes));
    expect(told.filter((route) => !/ \/(api|health|metrics|demo)/.test(route))).toEqual([]);
    const ids = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap((item) =>
      Object.values(item).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has no dangling reference, and a Swedish label for every code', async () => {
    const { body } = await api.get('/api/openapi.json');
    const text = JSON.stringify(body);
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name as string);
    expect(names.filter((name) => body.components.schemas[name] === undefined)).toEqual([]);
    expect(text).not.toContain('$defs');
    expect(body.components.schemas.ReportCase.properties.source).toBeDefined();
    expect(text).toContain('"relative":"Närstående (anhörig, god man etc.)"');
    expect(text).toContain('"treatment":"Bemötande"');
  });

  test('names the codes of a field by the list that the field takes, also where another list has the same codes', async () => {
    const text = JSON.stringify((await api.get('/api/openapi.json')).body);
    expect(text).toContain('"1":"1 Högst en gång om året"');
    expect(text).toContain('"1":"1 Mindre"');
    expect(text).toContain('"partly":"Delvis effekt"');
  });

  test('lists every refusal there is at the routes that give it', async () => {
    const { body } = await api.get('/api/openapi.json');
    const text = JSON.stringify(body.paths);
    expect(Object.keys(refusals).filter((code) => !text.includes(`${code}: `))).toEqual([]);
  });

  test('of the topic is served beside it', async () => {
    expect((await api.get('/api/asyncapi.json')).body).toMatchObject({ asyncapi: '3.0.0', channels: { events: { address: 'gensvar.case-events.v1' } } });
  });

  test('is shown as a page of our own, without anything from elsewhere', async () => {
    const page = await api.get('/api/docs');
    for (const [, link] of (page.body as string).matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(link).toMatch(/^\/api\/(docs\/|openapi\.json$)/);
      expect((await api.get(link as string)).status).toBe(200);
    }
    expect(page.body).not.toMatch(/<style|<script>|style=/);
  });
});

describe('The answers match the document', () => {
  test('case, agenda, reports, health and the demo', async () => {
    const id = await reported(api);
    caseAnswer.parse((await api.get(`/api/cases/${id}`, 'manager')).body);
    caseAnswer.parse((await api.get(`/api/cases/${id}`, 'controller')).body);
    const agenda = agendaAnswer.parse((await api.get(`/api/cases/${id}/agenda`, 'manager')).body);
    expect(agenda.armed).toBe(false);
    expect(agenda.items.map((item) => item.why?.law)).toEqual(expect.arrayContaining(['lokal regel', 'SOSFS 2011:9 5 kap. 4–5 §§']));
    expect(agenda.items[0]?.why).toMatchObject({ name: 'Bekräfta mottaget klagomål', period: 'P2BD', calendar: 'arbetsdagar' });
    reportListAnswer.parse((await api.get('/api/reports', 'manager')).body);
    liveAnswer.parse((await api.get('/health/live')).body);
    readyAnswer.parse((await api.get('/health/ready')).body);
    tokenAnswer.parse((await api.post('/demo/token', { user: 'carer' })).body);
    mailAnswer.parse((await api.get('/demo/mail')).body);
    problemAnswer.parse((await api.post('/api/cases', {}, 'manager')).body);
    const [before, ahead] = [api.core.clock.now().getTime(), api.core.clock.offsetMs()];
    expect(clockAnswer.parse((await api.post('/demo/clock', { advance: 'P5DT1H' })).body).offsetMs).toBe(ahead + 5 * 86_400_000 + 3_600_000);
    expect(api.core.clock.now().getTime() - before).toBeGreaterThanOrEqual(5 * 86_400_000);
    expect((await api.post('/demo/clock', { advance: '-P5D' })).body).toMatchObject({ status: 400, missing: [{ field: 'advance' }] });
    expect((await api.get(`/api/cases/${id}`, 'manager')).body.duties).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'LOK-KLAG-BEKRAFTA', late: true })]),
    );
  }, 30_000);
});
