import { readFileSync } from 'node:fs';
import { isGenerated } from '../support/generated-page.js';
import { generatedBy, listOfConversions, listOfRules, rulesOfPages, unlisted } from '../support/law-pages.js';

interface Catalogue {
  readonly groups: Readonly<Record<string, string>>;
  readonly requirements: readonly { readonly id: string; readonly group: string; readonly star: boolean; readonly requirement: string }[];
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
}

describe('The pages of the law show the rules that are held', () => {
  test.each(Object.entries(rulesOfPages))('docs/law/%s lists its rules with source, wording and dates', (page, rules) => {
    isGenerated(`law/${page}`, '## Rules', `${generatedBy('libs/domain/src/law/rules')}\n\n${listOfRules(rules)}`);
  });

  test('docs/law/conversions.md shows which kind of case may become which', () => {
    isGenerated('law/conversions.md', '## The table', listOfConversions());
  });

  test('no rule is left out', () => {
    expect(unlisted()).toEqual([]);
  });
});

describe('The requirements that titles of tests name', () => {
  test('docs/requirements.md lists them all, with the scenarios', () => {
    const { groups, requirements: rows, scenarios } = JSON.parse(readFileSync(new URL('../support/requirements.json', import.meta.url), 'utf8')) as Catalogue;
    const part = Object.entries(groups).flatMap(([group, name]) => [
      `### ${group}. ${name}`,
      '',
      ...rows.filter((row) => row.group === group).map(({ id, star, requirement }) => `- **${id}**${star ? ' ★' : ''} ${requirement}`),
      '',
    ]);
    isGenerated('requirements.md', '## Requirements', [...part, '## Scenarios', '', ...scenarios.map(({ id, name }) => `- **${id}** ${name}`), ''].join('\n'));
  });
});
