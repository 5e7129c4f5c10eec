import type { Core } from '#case-service/core';
import { type CaseCommand, commandSchemas, reportCase } from '#domain/case/commands.schema';
import { Refusal } from '#domain/errors';
import { type Actor, anonymous, personActor } from '#domain/org/actor';
import { people } from './municipality.js';
import { stories } from './stories.js';
import { daysBefore, type Step, type Story, stepId } from './story.js';

/** Who they are, by the posts they have in the demo. */
function actorOf(login: string): Actor {
  const person = people.find((candidate) => candidate.login === login);
  if (person === undefined) throw new Error(`nobody in the demo is called ${login}`);
  return personActor(person.id, person.posts);
}

/**
 * Runs the demo's stories through the command service. Command ids are derived from the story: a command that has been sent is answered
 * from the store, so a start that was cut off continues where it was, and a second one changes nothing.
 */
export async function tellStories({ cases }: Pick<Core, 'cases'>, firstStart: string, told = stories(firstStart)): Promise<number> {
  for (const story of told) await tell(cases, story, firstStart);
  return told.length;
}

async function tell(cases: Core['cases'], story: Story, firstStart: string): Promise<void> {
  const actor = story.by === null ? anonymous : actorOf(story.by);
  const receivedAt = story.by === null ? {} : { receivedAt: daysBefore(firstStart, story.receivedDaysAgo ?? story.registeredDaysAgo) };
  const body = reportCase.parse({ kind: 'complaint', ...receivedAt, ...story.report });
  const { id } = await cases.report(actor, body, { commandId: stepId(story.key, -1), now: daysBefore(firstStart, story.registeredDaysAgo) });
  for (const { by, command, daysAgo, of = id, as } of withConflictAnswered(story.steps)) {
    const parsed = commandSchemas[command.type].parse(command) as CaseCommand;
    await cases.execute(actorOf(by), of, parsed, { commandId: stepId(story.key, as), now: daysBefore(firstStart, daysAgo) }).catch((error: unknown) => {
      // A refusal names fields and what is missing, nothing that a person has said.
      throw new Error(
        `story ${story.key}, step ${as} (${command.type}): ${error instanceof Refusal ? `${error.code} ${JSON.stringify(error.missing)}` : 'fault'}`,
        { cause: error },
      );
    });
  }
}

type Named = Omit<Step, 'as'> & { readonly as: string | number };

/** Whoever decides says first that they have no conflict of interest; told once a case and person, where the story does not tell it itself. */
function withConflictAnswered(steps: readonly Step[]): readonly Named[] {
  const answered = new Set<string>();
  return steps.flatMap((step, n): readonly Named[] => {
    const { command, as = n } = step;
    const who = `${step.of ?? ''} ${step.by}`;
    const decides = command.type.startsWith('Decide') || (command.type === 'ConvertCase' && command.why === 'downgraded');
    const mustAnswer = decides && !answered.has(who);
    if (decides || (command.type === 'AnswerConflict' && command.person === undefined)) answered.add(who);
    return [...(mustAnswer ? [{ ...step, as: `${as}.free`, command: { type: 'AnswerConflict', answer: 'none' } as const }] : []), { ...step, as }];
  });
}
