import { stage } from './stage.js';

/* On days when the socialchef is away, while a decision waits. */
const { as, demo } = stage();

describe('The deputy, when the socialchef is on leave', () => {
  test('R-129 the deputy has her post while she is away, and then the decision that waits is his to make', async () => {
    const before = await as('bengt');
    expect(await before.main()).toContain('Inget väntar på dig');
    await demo().core.clock.advance(35 * 86_400_000);
    await demo().core.register.refresh();
    const during = await as('bengt');
    await during.stands('stallforetradare');
    await during.follow(/^Lex Sarah.* LXS-/);
    expect(await during.main()).toContain('Du beslutar i stället för Karin Lindqvist, socialchef, som du ersätter i dag.');
  });
});
