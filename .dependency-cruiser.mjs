/**
 * Who may import whom (docs/decisions/0002). The names say what is broken.
 * Specs and what supports them may reach further: they put things together to try them.
 */
const spec = '\\.spec\\.tsx?$';
const may = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from, pathNot: spec }, to });
/** Modules that this path may import: everything else of ours, or of node_modules where `packages` says so, is an error. */
const only = (name, from, allowed, comment, extra = {}) =>
  may(name, from, { path: '^(apps|libs|workflows|infra|test)/', pathNot: [from, ...allowed], ...extra }, comment);
const door = (packages, ...doors) => ({
  name: `one-door-for-${packages[0].replace(/[^a-z]+/g, '-')}`,
  severity: 'error',
  comment: `${packages.join(', ')} has one door: ${doors.join(', ')}`,
  from: { path: '^(apps|libs|workflows)/', pathNot: [...doors, spec] },
  to: { path: packages.map((name) => `node_modules/${name.replace('/', '\\/')}(/|$)`) },
});
const lib = (...names) => names.map((name) => `^libs/${name}/`);

const cruise = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: { pathNot: '^test/bench' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^bun:' } },
    {
      name: 'nothing-undeclared',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: spec },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-in-what-runs',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },

    may('domain-is-pure', '^libs/domain/', { path: '^(apps|workflows|infra|test)/|^libs/(?!domain/)' }, 'the core knows nobody'),
    {
      name: 'domain-imports-no-packages',
      severity: 'error',
      comment: 'zod, node:crypto in ids.ts, days by temporal-polyfill in calendar.ts',
      from: { path: '^libs/domain/', pathNot: [spec, 'libs/domain/src/ids\\.ts$', 'libs/domain/src/law/calendar\\.ts$'] },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },

    {
      name: 'an-event-knows-no-registry',
      severity: 'error',
      from: { path: '^libs/domain/src/case/events/(?!index\\.ts)', pathNot: spec },
      to: { path: '^libs/domain/src/case/(events/index|events\\.schema|evolve|commands/.*|decide/.*)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-command-knows-no-registry',
      severity: 'error',
      comment: 'the registry and the policy are computed from the commands; shared rules stand in decide/, roles-in.ts and who.ts',
      from: { path: '^libs/domain/src/case/commands/(?!index\\.ts)', pathNot: spec },
      to: { path: '^libs/domain/src/case/(commands/index|commands\\.schema|policy|decide/index)\\.ts$', dependencyTypesNot: ['type-only'] },
    },

    {
      name: 'workflows-import-types-and-the-workflow-sdk',
      severity: 'error',
      comment: 'what is replayed for years is codes and timers (docs/engine.md#workflows)',
      from: { path: '^workflows/', pathNot: [spec, '^workflows/bundle\\.ts$'] },
      to: {
        path: ['^(apps|libs|infra|test)/', 'node_modules/'],
        pathNot: ['node_modules/@temporalio/(workflow|common|activity)/'],
        dependencyTypesNot: ['type-only'],
      },
    },

    only('event-store-knows-domain-and-platform', '^libs/event-store/', lib('domain', 'platform')),
    only('kafka-knows-domain-and-platform', '^libs/kafka/', lib('domain', 'platform', 'event-store')),
    only('read-model-knows-no-door-for-commands', '^libs/read-model/', lib('domain', 'platform', 'event-store', 'organisation', 'kafka')),
    only('case-service-knows-domain-store-platform', '^libs/case-service/', lib('domain', 'platform', 'event-store', 'organisation')),
    only('platform-knows-nobody', '^libs/platform/', []),
    only('text-knows-codes-and-labels', '^libs/text/', lib('domain')),
    only('ui-knows-codes-and-labels', '^libs/ui/', lib('domain', 'text')),
    may('libs-know-no-apps', '^libs/', { path: '^apps/' }, 'apps stand on libs'),
    {
      name: 'apps-know-no-other-app',
      severity: 'error',
      comment: 'server puts api and web together, and is the only one',
      from: { path: '^apps/(?!server/)([^/]+)/', pathNot: spec },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'the-browser-knows-its-own-scripts-alone',
      severity: 'error',
      comment: 'what is in apps/web/src/client is served as it stands: no packages, nothing of the server',
      from: { path: '^apps/web/src/client/', pathNot: spec },
      to: { pathNot: '^apps/web/src/client/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'scripts-of-the-browser-stay-there',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: [spec, '^apps/web/src/client/'] },
      to: { path: '^apps/web/src/client/' },
    },
    may('what-runs-knows-no-tests', '^(apps|libs|workflows)/', { path: '^test/|\\.spec\\.tsx?$' }, 'tests stand outside'),

    door(['kafkajs'], '^libs/kafka/'),
    door(['pg', 'typeorm', 'pg-copy-streams'], '^libs/platform/src/database'),
    door(['@myriaddreamin/typst-ts-node-compiler'], '^libs/documents/'),
    door(['openid-client'], '^apps/web/src/sign-in/identity-provider\\.ts$'),
    door(['oidc-provider'], '^apps/web/src/sign-in/demo-provider/'),
    door(['@temporalio/client'], '^libs/platform/src/temporal\\.ts$'),
    door(['nodemailer', 'smtp-server', 'postal-mime'], '^libs/notices/', '^apps/worker/', '^apps/server/', '^libs/platform/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', 'node_modules/@types/', '^test/bench/(node_modules|peers)', '^\\.gensvar'] },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};

export default cruise;
export const { options } = cruise;
