import type { Core } from '#case-service/core';
import { changeAnalysisType } from '#domain/changeanalysis/index';
import { uuidOf } from '#domain/ids';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { people } from './municipality.js';

const DAY_MS = 86_400_000;

/** The analysis of a change that is planned in a unit, with one aspect that nobody has judged yet. Done once. */
export async function recordChangeAnalyses({ records }: Pick<Core, 'records'>, firstStart: string): Promise<void> {
  const chief = people.find(({ login }) => login === 'maria');
  const unit = chief?.posts.find(({ role }) => role === 'enhetschef')?.unit;
  if (chief === undefined || unit === undefined) throw new Error('the demo has no enhetschef maria');
  const actor = personActor(chief.id, chief.posts);
  const as = (what: string, days: number) => ({
    commandId: uuidOf('demo', 'change analysis', what),
    now: new Date(Date.parse(firstStart) + days * DAY_MS).toISOString(),
  });
  const begun = {
    type: 'BeginAnalysis',
    unit,
    what: 'Nytt system för att planera besök',
    why: 'Det gamla systemet stängs vid årsskiftet.',
    startsOn: addDuration(stockholmDate(firstStart), 'P45D'),
  };
  const { id } = await records.create(actor, changeAnalysisType, begun, as('begun', -9));
  const give = (what: string, days: number, command: { readonly type: string } & Record<string, unknown>) =>
    records.execute(actor, changeAnalysisType, id, command, as(what, days));
  await give('quality', -8, { type: 'JudgeAspect', aspect: 'quality', verdict: 'risks', text: 'Besök kan falla bort när scheman flyttas över.' });
  await give('patientSafety', -8, {
    type: 'JudgeAspect',
    aspect: 'patientSafety',
    verdict: 'risks',
    text: 'Delegerade läkemedel kan missas de första dagarna.',
  });
  await give('workEnvironment', -7, { type: 'JudgeAspect', aspect: 'workEnvironment', verdict: 'none' });
  await give('participation', -6, { type: 'NoteParticipation', participants: ['staff', 'safetyRepresentative', 'union'], unions: 'collaborated' });
}
