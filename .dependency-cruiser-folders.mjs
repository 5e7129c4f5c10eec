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
        'Three stand as they are. The records of the domain (case, process, records, risk): a record is one thing of several folders, whose registry (records/index, case/commands.schema) reads them all, and the other records use shapes, actor and lacks, which still stand under case/. platform: database.ts is the door of database/. workflows: case.workflow.ts calls the stages. Between files none has a cycle.',
      scope: 'folder',
      from: { pathNot: '^(libs/domain/src/(case|process|records|risk|action)(/|$)|libs/platform/src(/database)?$|workflows(/stages)?$)' },
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: [...options.exclude.path, '\\.spec\\.tsx?$', '^test/'] } },
};
