import { type ExistingCase, openDuties } from '#domain/case/case';
import { type CaseCommand, commandSchemas } from '#domain/case/commands.schema';
import { seenOf, sees, visible } from '#domain/case/visible';
import { kinds } from '#domain/codes/kinds';
import { Refusal } from '#domain/errors';
import { caseIdOf, uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor } from '#domain/org/actor';
import { emptyCore, type FreshCore } from '../../../test/support/core.js';
import { loadDemo } from './demo.js';
import { people } from './municipality.js';
import { stepId } from './story.js';
import { bornOf, ownCase, siblingOf } from './telling.js';

let core: FreshCore;
let living: readonly ExistingCase[];
beforeAll(async () => {
  core = await emptyCore();
  await loadDemo(core);
  const rows = await core.database.query<{ stream: string }>(
    "SELECT stream FROM store.events WHERE version = 1 AND type = 'CaseReceived' AND starts_with(stream, 'case/')",
  );
  living = await Promise.all(rows.map(async ({ stream }) => (await core.cases.load(caseIdOf(stream) as string)) as ExistingCase));
}, 120_000);
afterAll(async () => {
  await core?.close();
});

const actor = (login: string): Actor => {
  const person = people.find((one) => one.login === login);
  if (person === undefined) throw new Error(`nobody is called ${login}`);
  return personActor(person.id, person.posts);
};
/** The case that a story begins with, as the store names it. */
const idOf = (key: string) => uuidOf(stepId(key, -1), 'case', 0);
const byId = (id: string | undefined) => living.find((state) => state.id === id) as ExistingCase;
const story = (key: string) => byId(idOf(key));
const born = (key: string, ...names: readonly string[]) => byId(names.reduce(bornOf, ownCase(key, '')).id);
const isSeenBy = (login: string, state: ExistingCase) =>
  sees(visible(actor(login), core.register.organisation, core.clock.now().toISOString().slice(0, 10)), seenOf(state));
const dueOn = (state: ExistingCase, rule: string) => {
  const duty = state.duties.find((row) => row.rule === rule);
  return stockholmDate(duty?.dueAt ?? duty?.targetAt ?? '').slice(5);
};

describe('The demo’s living cases', () => {
  test('R-060 every kind stands in all six stages, and has ended; some are late and some are not', () => {
    const now = core.clock.now().toISOString();
    for (const { code } of kinds) {
      const own = living.filter(({ desc }) => desc.kind === code && desc.process === `${code}@1`);
      expect([code, ...new Set(own.map(({ stage }) => stage))].toSorted()).toEqual(
        [code, 'assessing', 'closed', 'feedback', 'followUp', 'investigating', 'ivoDecision', 'received'].toSorted(),
      );
      const isLate = (state: ExistingCase) => openDuties(state).some((duty) => (duty.dueAt ?? duty.targetAt ?? now) < now);
      const open = own.filter(({ stage }) => stage !== 'closed');
      expect([code, open.some(isLate), open.some((state) => !isLate(state))]).toEqual([code, true, true]);
    }
  });

  test('AC-26, R-100 one lex Sarah waits for the socialchef, and three things are missing when she says yes without more', async () => {
    const waiting = story('ls-beslut-vantar');
    expect([waiting.stage, waiting.assessment.proposed?.outcome, waiting.assessment.outcome, waiting.ivo]).toEqual([
      'ivoDecision',
      'tangibleRiskOfSeriousIrregularity',
      null,
      null,
    ]);
    const command = commandSchemas.DecideIvo.parse({ type: 'DecideIvo', notify: 'yes', reasons: 'Ska anmälas.' }) as CaseCommand;
    const refused = await core.cases.execute(actor('karin'), waiting.id, command, { commandId: uuidOf('test', 'decide') }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).missing.map(({ field }) => field)).toEqual(['DecideOutcome.outcome', 'AnswerConflict.answer', 'DecideIvo.presenter']);
  });

  test('R-050 one becomes another: each knows the other, they share the event, and the first keeps its number and its answer', () => {
    const pairs = [
      ['klagomal-ls', story('klagomal-ls'), born('klagomal-ls', 'irregularity'), 'convertedFrom'],
      ['avv-ls', story('avv-ls'), born('avv-ls', 'irregularity'), 'convertedFrom'],
      ['ex-05', story('ex-05'), born('ex-05', 'maria'), 'convertedFrom'],
      ['ex-01', story('ex-01'), born('ex-01', 'missed'), 'raisedFrom'],
    ] as const;
    for (const [key, parent, child, link] of pairs) {
      expect([key, child.lineage.link, child.lineage.origin?.id, child.desc.incidentId]).toEqual([key, link, parent.id, parent.desc.incidentId]);
      expect(parent.lineage.convertedTo.map((row) => row.child)).toContain(child.id);
    }
    expect([story('klagomal-ls').stage, story('ex-05').end?.reason]).toEqual(['feedback', 'continuedInOther']);
  });

  test('R-111 one report under two laws is two cases of one event, each in its own stage', () => {
    const sibling = byId(siblingOf(ownCase('avv-fall-syskon', ''), 'social').id);
    const first = story('avv-fall-syskon');
    expect([first.desc.lawAreas, sibling.desc.lawAreas]).toEqual([['HSL'], ['SoL']]);
    expect([sibling.lineage.link, sibling.desc.incidentId]).toEqual(['sibling', first.desc.incidentId]);
    expect([first.stage, sibling.stage]).toEqual(['assessing', 'investigating']);
  });

  test('AC-60 what a private provider does is the municipality’s mirror; the provider’s own case is seen by neither the registrar nor the socialchef', () => {
    for (const key of ['spegel-sodra', 'spegel-glantan']) expect([key, story(key).desc.process]).toEqual([key, 'lexSarahMirror@1']);
    expect(story('spegel-glantan').ivo).toMatchObject({ notify: 'otherIsObliged', other: 'privateProvider' });
    const own = story('glantan-egen');
    expect([own.desc.process, isSeenBy('yvonne', own), isSeenBy('karin', own), isSeenBy('registrator', own), isSeenBy('sas', own)]).toEqual([
      'lexSarahProvider@1',
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('The example cases stand in the demo with their own days', () => {
  test('EX-04 a missed dose: six, settled by the unit’s manager (R-045); assessed and begun within its days', () => {
    const state = story('ex-04');
    expect([dueOn(state, 'LOK-AVV-BEDOM'), dueOn(state, 'LOK-AVV-UTRED')]).toEqual(['02-16', '02-21']);
    expect([state.assessment.outcome?.hslOutcome, state.end?.reason, state.lineage.convertedTo]).toEqual([
      'couldHaveCausedCareInjury',
      'actionsDoneAndEffectFollowed',
      [],
    ]);
  });

  test('EX-05 a fall: the deviation keeps its number, the lex Maria is notified first and analysed after, two months are a target', () => {
    const [deviation, maria] = [story('ex-05'), born('ex-05', 'maria')];
    expect([dueOn(deviation, 'LOK-AVV-BEDOM'), dueOn(deviation, 'LOK-AVV-UTRED'), dueOn(maria, 'LM-UTREDNING')]).toEqual(['03-20', '03-25', '05-19']);
    const duty = maria.duties.find(({ rule }) => rule === 'LM-UTREDNING');
    expect([duty?.dueAt, duty?.basis]).toEqual([null, 'law']);
    expect([maria.assessment.outcome?.hslOutcome, maria.ivoTrack.sent?.investigationAttached, maria.ivoTrack.decision?.ivoOutcome, maria.stage]).toEqual([
      'seriousCareInjury',
      false,
      'closedWithoutAction',
      'closed',
    ]);
    expect(deviation.contact.patientInformed.map(({ at }) => stockholmDate(at).slice(5))).toEqual(['03-16']);
  });

  test('EX-08 a report of concern: notified by the chair within nine days, the investigation after; a child heard', () => {
    const state = story('ex-08');
    expect([state.ivo?.byRole, state.ivo?.urgent, stockholmDate(state.ivoTrack.sent?.at as string).slice(5)]).toEqual(['namnd', true, '12-31']);
    expect(state.duties.find(({ rule }) => rule === 'LS-UTREDNING-2MAN')?.closed?.as).toBe('met');
    expect(['02-28', '02-29', '03-01', '03-02']).toContain(dueOn(state, 'LS-UTREDNING-2MAN'));
    expect([state.stage, state.assessment.outcome?.outcome]).toEqual(['followUp', 'tangibleRiskOfSeriousIrregularity']);
    expect(openDuties(state).map(({ rule }) => rule)).toContain('IVO-FORELAGGANDE');
  });

  test('EX-10 the wrong food: one event and four cases, each with its own law and number; the complaint answers both daughter and patientnämnd', () => {
    const [complaint, care, irregularity] = [story('ex-10'), born('ex-10', 'care'), born('ex-10', 'irregularity')];
    const maria = byId(bornOf(bornOf(ownCase('ex-10', ''), 'care'), 'maria').id);
    const four = [complaint, care, maria, irregularity];
    expect(new Set(four.map(({ desc }) => desc.incidentId)).size).toBe(1);
    expect(four.map(({ desc }) => desc.kind)).toEqual(['complaint', 'deviation', 'lexMaria', 'lexSarah']);
    expect([dueOn(complaint, 'PN-BISTA'), dueOn(maria, 'LM-UTREDNING')]).toEqual(['07-13', '08-22']);
    expect(complaint.contact.feedback.filter(({ what }) => what === 'answer').map(({ to }) => to)).toEqual(['complainant', 'patientsCommittee']);
    expect([maria.assessment.outcome?.hslOutcome, irregularity.assessment.outcome?.outcome, irregularity.ivo?.notify]).toEqual([
      'couldHaveCausedSeriousCareInjury',
      'irregularity',
      'no',
    ]);
  });
});
