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
      comment: 'a folder and the folders in it count as one: what stands in case/ may use case/processes, and these the state of a case',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: [...options.exclude.path, '\\.spec\\.tsx?$', '^test/'] } },
};
