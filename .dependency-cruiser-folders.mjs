import { options } from './.dependency-cruiser.mjs';

/**
 * No two folders need each other, also over others. A run of its own, since specs are left out of it: they put things together to try them, and
 * a rule between folders cannot tell a spec from its neighbours.
 */
export default {
  forbidden: [
    {
      name: 'no-cycles-between-folders',
      severity: 'error',
      comment:
        'Three stand as they are, each of a folder and the ones below it: what a case is, decides and owes (commands, events, decide, process read one state and are read by its registries); database.ts is the door of database/; case.workflow.ts calls the stages. Between files they have no cycles.',
      scope: 'folder',
      from: { pathNot: '^(libs/domain/src/(case|process)(/|$)|libs/platform/src(/database)?$|workflows(/stages)?$)' },
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: [...options.exclude.path, '\\.spec\\.tsx?$', '^test/'] } },
};
