import { readdirSync, readFileSync } from 'node:fs';
import type { AnyCaseCommand } from '#domain/case/case-command';
import { otherCommands, publicCommands } from '#domain/case/commands/index';
import { recordTypes } from '#domain/record-types';

const kebab = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/**
 * Where several commands are named by their work: process tables and gates (which say by which command a lack is mended), the cases that the
 * importer and the demo make, and the pages that show a command in their own way. A command's own file may say the same of its lacks.
 */
const mayName = /^(libs\/(domain\/src\/case\/(processes|commands)|importing|demo)|apps\/web)\//;

/** Commands of other records, whose names are theirs alone: a risk is assessed by a command of the same name as a case’s. */
const ofRecords = new RegExp(`^libs/domain/src/(?:${recordTypes.map(({ family }) => family).join('|')})/commands/`);

/** Commands that no form offers, each with the one place that gives it. */
const doors: Readonly<Record<string, string>> = {
  AddAttachment: 'libs/attachments/src/attaching.ts',
  AdvanceCase: 'libs/case-view/src/next-step.ts',
  PerformAgendaItem: 'apps/worker/src/activities.ts',
  ReceiveMessage: 'apps/api/src/follow.controller.ts',
  RecordMail: 'libs/notices/src/mail-sender.ts',
  RecountDeadlines: 'libs/workflow-sync/src/deadline-updater.ts',
  RecordProviderNews: 'libs/case-service/src/case-service.ts',
};

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

const production = ['apps', 'libs', 'workflows'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file) && !mayName.test(file) && !ofRecords.test(file)),
);
const commands: readonly AnyCaseCommand[] = [...publicCommands, ...otherCommands];
const namedIn = (file: string): readonly string[] => {
  const code = withoutComments(readFileSync(file, 'utf8'));
  return commands.map(({ name }) => name).filter((name) => new RegExp(`['"\`.]${name}\\b|\\b${name}:`).test(code));
};

describe('A use case is one file (docs/decisions/0022)', () => {
  test('a command is named by its own file; by shared code only where it is offered nowhere, and then by the one place that gives it', () => {
    const named = production.flatMap((file) => namedIn(file).map((name) => `${name}: ${file}`));
    expect(named.toSorted()).toEqual(
      Object.entries(doors)
        .map(([name, file]) => `${name}: ${file}`)
        .toSorted(),
    );
    expect(commands.filter(({ name, offered }) => name in doors && offered !== undefined)).toEqual([]);
  });

  test('each command has the file of its name', () => {
    const files = readdirSync('libs/domain/src/case/commands');
    expect(commands.map(({ name }) => `${kebab(name)}.ts`).filter((file) => !files.includes(file))).toEqual([]);
  });
});
