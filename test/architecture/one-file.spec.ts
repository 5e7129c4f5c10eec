import { readdirSync, readFileSync } from 'node:fs';
import { otherCommands, publicCommands } from '#domain/case/commands/index';

const kebab = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** Process tables and gates, the demo's and the importer's cases, and the pages that show a command in their own way. */
const mayName = /^(libs\/(domain\/src\/case\/processes|importing|demo)|apps\/web)\//;

/** Other files that name commands today: shared rules, and doors of their own. The list gets shorter; a new line needs a reason. */
const known: readonly string[] = [
  'apps/api/src/case-answers.schema.ts',
  'apps/api/src/case-view.ts',
  'apps/api/src/follow.controller.ts',
  'apps/worker/src/activities.ts',
  'libs/attachments/src/attaching.ts',
  'libs/case-service/src/case-service.ts',
  'libs/case-view/src/commands-for.ts',
  'libs/domain/src/case/decide/conflict-answered.ts',
  'libs/domain/src/case/decide/convert.ts',
  'libs/domain/src/case/decide/decision-record.ts',
  'libs/domain/src/case/decide/endings.ts',
  'libs/domain/src/case/decide/judging.ts',
  'libs/domain/src/case/decide/seconds.ts',
  'libs/domain/src/case/decide/statutory-rule.ts',
  'libs/domain/src/case/first-sent.ts',
  'libs/domain/src/case/seconds.ts',
  'libs/notices/src/mail-sender.ts',
];

/** Commands of other records, whose names are theirs alone: a risk is assessed by a command of the same name as a case’s. */
const ofRecords = /^libs\/domain\/src\/(risk|action)\/commands\//;

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

const production = ['apps', 'libs', 'workflows'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file) && !mayName.test(file)),
);

test('a command is named by its own file, and by few others than process tables and pages', () => {
  const names = [...publicCommands, ...otherCommands].map(({ name }) => name);
  const naming = production.filter((file) => {
    const code = withoutComments(readFileSync(file, 'utf8'));
    const here = names.filter((name) => new RegExp(`['".]${name}\\b|\\b${name}:`).test(code));
    return (
      here.some((name) => file !== `libs/domain/src/case/commands/${kebab(name)}.ts`) &&
      !file.startsWith('libs/domain/src/case/commands/') &&
      !ofRecords.test(file)
    );
  });
  expect(naming.toSorted()).toEqual(known);
});
