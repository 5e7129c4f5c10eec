import { z } from 'zod';
import type { AnyCaseCommand } from '#domain/case/case-command';
import { otherCommands, publicCommands } from '#domain/case/commands/index';
import { isGenerated } from '../support/generated-page.js';

const kebab = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

const whoOf = ({ who, byCode }: AnyCaseCommand): string => {
  if (typeof who === 'function') return 'as the process says';
  const roles = typeof who === 'string' ? [who] : who;
  return [...roles.map((role) => `\`${role}\``), ...(byCode ? ['`code`'] : [])].join(', ');
};

const stagesOf = ({ offered }: AnyCaseCommand): string =>
  offered === undefined
    ? 'not offered'
    : [...new Set(offered.flatMap(({ stages }) => (stages === 'any' ? ['any'] : [...stages])))]
        .map((stage) => (stage === 'any' ? 'any' : `\`${stage}\``))
        .join(', ');

const fieldsOf = ({ schema, form }: AnyCaseCommand): readonly string[] =>
  Object.entries((schema as z.ZodObject).shape)
    .filter(([field]) => field !== 'type')
    .map(([field, shape]) => {
      const isNeeded = !(shape as z.ZodType).safeParse(undefined).success;
      const label = form?.[field]?.label;
      return `- \`${field}\`${isNeeded ? ' (must be sent)' : ''}${label === undefined ? '' : `: ${label}`}`;
    });

const section = (command: AnyCaseCommand): readonly string[] => [
  `### ${command.name}`,
  '',
  `${command.title === undefined ? '' : `_${command.title}_. `}Who: ${whoOf(command)}. Stages: ${stagesOf(command)}${command.afterEnd ? ', also when it has ended' : ''}. File: \`libs/domain/src/case/commands/${kebab(command.name)}.ts\`.`,
  '',
  ...listed(fieldsOf(command)),
];
const listed = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [...lines, '']);

test('docs/commands.md lists every command on a case as its file says', () => {
  const page = [
    'On the route for commands, in the order in which they are offered:',
    '',
    ...publicCommands.flatMap(section),
    'By a door of their own (the workflow, the mail server, the receipt code, an upload, a print):',
    '',
    ...otherCommands.flatMap(section),
  ];
  isGenerated('commands.md', '## Commands', page.join('\n'));
});
