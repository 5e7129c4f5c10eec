import { people, Scenario } from '../../../../../test/support/scenario.js';
import { reportCase } from '../commands.schema.js';

const { anonymous, carer } = people;
const complaint = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen ringde tillbaka.' };
const lacksOf = (more: object) => (reportCase.safeParse({ ...complaint, ...more }).error?.issues ?? []).map(({ path }) => path.join('.'));
const received = (more: Record<string, unknown>, actor: typeof carer = carer) => new Scenario().report(more, actor).log[0];

describe('Who spoke up, how they are reached, and whom it concerns', () => {
  test('R-026 the one who spoke, the address of the answer and the one it concerns are sealed; only that they were given is open', () => {
    const who = { reporter: { name: 'Berit Testsson' }, answer: { by: 'phone', to: '070-111 22 33' }, affected: { name: 'Sven Testsson' } } as const;
    const event = received(who);
    expect(event?.open).toMatchObject({ answerBy: 'phone', has: ['what', 'reporter', 'affected', 'answer'] });
    expect(JSON.stringify(event?.open)).not.toMatch(/Testsson|111/);
  });

  test('that it concerns the one who spoke needs no name, and says nothing of who an anonymous sender is', () => {
    const event = received({ affected: { self: true }, answer: { by: 'code' }, source: undefined }, anonymous);
    expect(event?.open).toMatchObject({ anonymous: true, answerBy: 'code', reporter: null });
    // A name of another doesn't make the sender known.
    expect(received({ affected: { name: 'Sven Testsson' }, answer: { by: 'code' }, source: undefined }, anonymous)?.open).toMatchObject({ anonymous: true });
  });

  test.each([
    [{ answer: { by: 'email' } }, 'answer.to'],
    [{ answer: { by: 'email', to: 'berit' } }, 'answer.to'],
    [{ answer: { by: 'phone', to: '' } }, 'answer.to'],
    [{ answer: { by: 'letter' } }, 'answer.to'],
    [{ affected: { self: true, name: 'Sven Testsson' } }, 'affected.name'],
  ])('what can’t be answered, or contradicts itself, is refused at its field: %j', (more, field) => {
    expect(lacksOf(more)).toEqual([field]);
  });

  test.each([{ answer: { by: 'none' } }, { answer: { by: 'code' } }, { answer: { by: 'email', to: 'berit@example.se' } }, { affected: { self: true } }, {}])(
    'and what can is taken: %j',
    (more) => {
      expect(lacksOf(more)).toEqual([]);
    },
  );
});
