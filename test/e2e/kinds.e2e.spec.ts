import { randomUUID } from 'node:crypto';
import { organisationChanges } from '#organisation/change.schema';
import { reorganise } from '#organisation/reorganise';
import { commandAnswer, reportAnswer, workListAnswer } from '../../apps/api/src/answers.schema.js';
import { caseAnswer } from '../../apps/api/src/case-answers.schema.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';
import { people } from '../support/scenario.js';
import { goes, lacks, lets, reports, shown } from './way-over-http.js';

let api: Api;
atServer(freshApi, async (fresh) => {
  api = fresh;
  const { changes } = organisationChanges.parse({
    changes: [{ do: 'addUnit', unit: { code: 'afs-vast', name: 'Hemtjänst Väst', level: 'unit', parent: 'afs', provider: 'lov', validFrom: '2020-01-01' } }],
  });
  await reorganise(api.core, changes, 'operator', api.core.clock.now().toISOString());
});

const inDays = (days: number): string => new Date(api.core.clock.now().getTime() + days * 86_400_000).toISOString();
const openCount = async (kind: string): Promise<number> => {
  await api.caughtUp();
  return workListAnswer.parse((await api.get(`/api/cases?kind=${kind}&stage=open`, 'director')).body).total;
};

const page = async (jar: CookieJar, path: string): Promise<string> => (await jar.go(path, { headers: { accept: 'text/html' } })).text();
const as = async (who: string): Promise<CookieJar> => {
  const jar = new CookieJar(api.base);
  await jar.go(`/demo/login?user=${who}`);
  return jar;
};

describe('A deviation', () => {
  test('R-061 AC-39 under SoL the whole way: risk, causes, an action that helped, everyone told, closed; the reporter sees outcome and actions without the words', async () => {
    const before = await openCount('deviation');
    const report = reportAnswer.parse(
      await reports(api, { kind: 'deviation', lawAreas: ['SoL'], eventClass: 'nearMiss', deviationType: 'other', immediateActions: 'Ringde anhörig.' }),
    );
    expect(report.number).toMatch(/^AVV-/);
    expect(await openCount('deviation')).toBe(before + 1);
    await goes(api, report.id, 'assessing');
    expect(caseAnswer.parse(await shown(api, report.id)).risk).toMatchObject({ severity: 1, probability: 2, severityFinal: null });
    await goes(api, report.id, 'closed');
    const closed = caseAnswer.parse(await shown(api, report.id));
    expect(closed).toMatchObject({ closed: { reason: 'actionsDoneAndEffectFollowed' }, linked: [], risk: { severityFinal: 1 }, duties: [] });
    expect(closed.entries).toEqual([
      expect.objectContaining({ nature: 'fact', by: 'staff', replaced: false, text: 'En mening.', writtenBy: 'Manager Påhittad' }),
    ]);
    const seen = caseAnswer.parse(await shown(api, report.id, 'carer'));
    expect(seen['actions']).toHaveLength(1);
    expect(seen.entries[0]).toMatchObject({ text: null });
    expect(await openCount('deviation')).toBe(before);
    expect((await lets(api, report.id, { type: 'ReplyAsReporter', answered: 'yes' }, 'carer')).events).toEqual([{ type: 'ReporterReplied' }]);
  }, 60_000);

  test('R-117 under HSL becomes a lex Maria: the deviation is told where it went, and the patient’s information stands in the way of feedback', async () => {
    const { id, number } = await reports(api, { kind: 'deviation', lawAreas: ['HSL'], eventClass: 'adverseEvent', deviationType: 'fall' });
    const answer = commandAnswer.parse(await lets(api, id, { type: 'ConvertCase', to: 'lexMaria', reasons: 'Bröt höften vid fallet.' }, 'mas'));
    const child = answer.born?.[0];
    expect(child).toMatchObject({ kind: 'lexMaria', number: expect.stringMatching(/^LXM-/) });
    const maria = child?.id ?? '';
    expect((await shown(api, id)).linked).toEqual([expect.objectContaining({ id: maria, relation: 'child', link: 'convertedFrom' })]);
    expect((await shown(api, maria, 'mas')).linked).toEqual([expect.objectContaining({ number, relation: 'parent' })]);
    await goes(api, maria, 'assessing');
    const outcome = { type: 'DecideOutcome', hslOutcome: 'seriousCareInjury', injury: true, serious: true, avoidable: 'yes', reasons: 'Höftfraktur.' };
    expect(await lacks(api, maria, outcome, 'mas')).toEqual(['AnswerConflict.answer']);
    await lets(api, maria, { type: 'AnswerConflict', answer: 'none' }, 'mas');
    await lets(api, maria, outcome, 'mas');
    await goes(api, maria, 'ivoDecision');
    await lets(api, maria, { type: 'AnswerConflict', answer: 'none' }, 'notifier');
    const decision = { type: 'DecideIvo', presenter: people.analyst.person, reasons: 'Allvarlig vårdskada.' };
    expect(await lacks(api, maria, { ...decision, notify: 'no' }, 'notifier')).toEqual(['DecideIvo.notify']);
    await lets(api, maria, { ...decision, notify: 'yes' }, 'notifier');
    await goes(api, maria, 'feedback');
    for (const to of ['reporter', 'staffGroup', 'board']) await lets(api, maria, { type: 'GiveFeedback', to, what: 'answer', method: 'meeting' }, 'mas');
    expect(await lacks(api, maria, { type: 'AdvanceCase', to: 'followUp' }, 'mas')).toEqual(['InformPatient.points']);
    expect(await lacks(api, maria, { type: 'InformPatient', points: ['whatHappened'], journalRef: 'Anteckning' }, 'mas')).toHaveLength(5);
    await goes(api, maria, 'followUp');
    expect((await shown(api, maria, 'mas')).patientInformed).toEqual([{ to: 'patient', at: expect.any(String) }]);
    expect(await lacks(api, maria, { type: 'AdvanceCase', to: 'closed' }, 'mas')).toContain('CloseIvoMatter');
    await goes(api, maria, 'closed');
  }, 90_000);

  test('under HSL and SoL at once is two cases of one event, each with its number, linked both ways', async () => {
    const report = reportAnswer.parse(await reports(api, { kind: 'deviation', lawAreas: ['HSL', 'SoL'], eventClass: 'nearMiss' }));
    expect(report.siblings).toHaveLength(1);
    await api.caughtUp();
    const [care, social] = [await shown(api, report.id), await shown(api, report.siblings[0]?.id ?? '')];
    expect([care.lawAreas, social.lawAreas]).toEqual([['HSL'], ['SoL']]);
    expect(care.incidentId).toBe(social.incidentId);
    expect(care.linked).toEqual([expect.objectContaining({ number: social.number, relation: 'sibling' })]);
    expect(social.linked).toEqual([expect.objectContaining({ number: care.number, relation: 'sibling' })]);
    // MAS sees none of the care case's related cases: the social one, and that it exists, is hidden from them.
    expect((await shown(api, care.id, 'mas')).linked).toEqual([]);
  }, 30_000);

  test('R-027 åtgärdat direkt is one report, closed and counted', async () => {
    const { id } = await reports(api, { kind: 'deviation', lawAreas: ['SoL'], handledAtOnce: true, immediateActions: 'Bytte frukosten.' });
    expect(await shown(api, id)).toMatchObject({ stage: 'closed', closed: { reason: 'handledAtOnce' } });
  });
});

describe('A lex Sarah', () => {
  test('R-100 AC-29 the whole way: three lacks named to the decider, notified, IVO’s number, a supplement, its decision, closed', async () => {
    const before = await openCount('lexSarah');
    const { id } = await reports(api, {
      kind: 'lexSarah',
      lawAreas: ['SoL'],
      immediateActions: 'Larmet lades om.',
      reporter: { name: 'C', title: 'Vårdbiträde' },
    });
    expect(await openCount('lexSarah')).toBe(before + 1);
    await lets(api, id, { type: 'AnswerTriage', irregularity: 'yes', careInjury: 'no', danger: 'no', serious: 'yes' }, 'sas');
    await goes(api, id, 'ivoDecision');
    const decision = { type: 'DecideIvo', notify: 'yes', reasons: 'Allvarligt.' };
    expect(await lacks(api, id, decision, 'director')).toEqual(['DecideOutcome.outcome', 'AnswerConflict.answer', 'DecideIvo.presenter']);
    expect((await does(api, id, decision, 'irregularityInvestigator')).status).toBe(403);
    await lets(api, id, { type: 'AnswerConflict', answer: 'none' }, 'director');
    await lets(api, id, { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'Fyra timmar på golvet.' }, 'director');
    expect(await lacks(api, id, { ...decision, notify: 'no', presenter: people.sas.person }, 'director')).toEqual(['DecideIvo.notify']);
    expect(await lacks(api, id, { type: 'AdvanceCase', to: 'feedback' }, 'director')).toEqual(['DecideIvo.notify']);
    await lets(api, id, { ...decision, presenter: people.sas.person }, 'director');
    await lets(api, id, { type: 'NotifyIvo', way: 'eService', investigationAttached: true, receipt: 'Mottaget' }, 'registrar');
    // The proposal is beside the decision.
    const seen = caseAnswer.parse(await shown(api, id));
    expect([seen.outcomeProposed, seen.outcome?.['outcome']]).toEqual(['irregularity', 'seriousIrregularity']);
    await lets(api, id, { type: 'RecordIvoNumber', ivoNumber: 'IVO-8.1.1-2026' }, 'registrar');
    await lets(api, id, { type: 'RecordIvoRequest', dueOn: inDays(14).slice(0, 10), text: 'Sänd rutinen.' }, 'registrar');
    const [asked] = (await shown(api, id)).duties.filter((duty: { rule: string }) => duty.rule === 'IVO-KOMPLETTERING');
    expect(asked).toMatchObject({ late: false, dueAt: expect.stringContaining(inDays(13).slice(0, 7).slice(0, 4)) });
    await goes(api, id, 'followUp');
    expect(await lacks(api, id, { type: 'CloseIvoMatter', ivoOutcome: 'closedWithoutAction' }, 'sas')).toEqual(['SendToIvo.what']);
    await lets(api, id, { type: 'SendToIvo', what: 'supplement' }, 'sas');
    await lets(api, id, { type: 'RecordIvoDecision', ivoOutcome: 'closedWithoutAction' }, 'registrar');
    await lets(api, id, { type: 'CloseIvoMatter' }, 'registrar');
    await goes(api, id, 'closed');
    expect((await shown(api, id)).ivoTrack).toMatchObject({
      ivoNumber: 'IVO-8.1.1-2026',
      decision: { ivoOutcome: 'closedWithoutAction' },
      closedAt: expect.any(String),
    });
    expect(await openCount('lexSarah')).toBe(before);
    const said = (await api.get(`/api/cases/${id}/history`, 'director')).body.items.map((line: { text: string }) => line.text);
    expect(said).toEqual(
      expect.arrayContaining([
        'Utredaren föreslog en bedömning: Missförhållande',
        'Bedömningen gjordes: Allvarligt missförhållande',
        'Ställning togs till anmälan till IVO: Anmäls till IVO',
        'Beslut från IVO kom: Avslutat utan åtgärd',
      ]),
    );
  }, 90_000);

  test('of a complaint: the complaint still gets its answer, and either number finds both', async () => {
    const complaint = await reported(api, { lawAreas: ['SoL'] });
    const { body } = await does(api, complaint, { type: 'ConvertCase', to: 'lexSarah', reasons: 'Hon lämnades utan mat i två dygn.' }, 'manager');
    const child = commandAnswer.parse(body).born?.[0];
    const parent = await shown(api, complaint);
    expect(parent).toMatchObject({ stage: 'feedback', linked: [{ number: child?.number, relation: 'child', link: 'convertedFrom' }] });
    expect(await lacks(api, complaint, { type: 'AdvanceCase', to: 'followUp' }, 'manager')).toEqual(['GiveFeedback.what']);
    await goes(api, complaint, 'closed');
    expect(await shown(api, complaint)).toMatchObject({ closed: { reason: 'continuedInOther' } });
    expect(await shown(api, child?.id ?? '')).toMatchObject({ stage: 'received', originKind: 'complaint', incidentId: parent.incidentId });
    await api.caughtUp();
    for (const number of [parent.number, child?.number]) {
      const [found] = workListAnswer.parse((await api.get(`/api/cases?q=${number}`, 'director')).body).items;
      expect(found?.number).toBe(number);
      expect((await shown(api, found?.id ?? '')).linked).toHaveLength(1);
    }
  }, 60_000);

  test('without a name is taken in as a deviation, and the answer says so; nothing is refused', async () => {
    const report = reportAnswer.parse(await reports(api, { kind: 'lexSarah', lawAreas: ['SoL'], anonymous: true, what: 'En kollega skriker åt de boende.' }));
    expect(report).toMatchObject({ takenInAs: 'deviation', title: expect.stringContaining('mottagen som avvikelse'), number: expect.stringMatching(/^AVV-/) });
    const taken = await shown(api, report.id);
    expect(taken).toMatchObject({ kind: 'deviation', reportedAs: 'lexSarah', words: { what: 'En kollega skriker åt de boende.' }, reporter: null });
    expect(taken.duties.map((duty: { rule: string }) => duty.rule)).toContain('LOK-AVV-SAMMADAG');
  });

  test('R-151 of a contracted unit is the municipality’s view of it: the provider decides, and that is written down', async () => {
    const { id } = await reports(api, { kind: 'lexSarah', lawAreas: ['SoL'], unit: 'afs-vast' }, 'registrar');
    expect(await shown(api, id)).toMatchObject({ kind: 'lexSarah', process: 'lexSarahMirror@1' });
    await lets(api, id, { type: 'Diarise', diaryNumber: 'SN-2026-40' }, 'registrar');
    await lets(api, id, { type: 'AssignCase', person: people.contractFollower.person, as: 'avtal' }, 'registrar');
    await lets(api, id, { type: 'AnswerConflict', answer: 'none' }, 'contractFollower');
    await lets(api, id, { type: 'AdvanceCase', to: 'investigating' }, 'contractFollower');
    await lets(api, id, { type: 'MakeEntry', nature: 'fact', by: 'provider', text: 'Utföraren har utrett.' }, 'contractFollower');
    await lets(api, id, { type: 'AdvanceCase', to: 'assessing' }, 'contractFollower');
    await lets(api, id, { type: 'DecideOutcome', outcome: 'irregularity', reasons: 'Utförarens bedömning.' }, 'contractFollower');
    await lets(api, id, { type: 'AdvanceCase', to: 'ivoDecision' }, 'contractFollower');
    expect(await lacks(api, id, { type: 'DecideIvo', notify: 'yes', reasons: 'x' }, 'contractFollower')).toEqual(['DecideIvo.notify']);
    await lets(
      api,
      id,
      { type: 'DecideIvo', notify: 'otherIsObliged', other: 'privateProvider', toldAt: inDays(0), reasons: 'Utföraren anmäler.' },
      'contractFollower',
    );
    await lets(api, id, { type: 'AdvanceCase', to: 'feedback' }, 'contractFollower');
    expect((await shown(api, id)).ivo).toMatchObject({ notify: 'otherIsObliged', other: 'privateProvider' });
  }, 60_000);
});

test('a lex Maria is not reported: the answer says which way it comes', async () => {
  const { status, body } = await api.post('/api/cases', { kind: 'lexMaria', unit: 'afs-norra', what: 'Fall.', lawAreas: ['HSL'] }, 'carer');
  expect([status, body.code]).toEqual([422, 'kindNotReportedHere']);
  expect(body.missing[0].text).toContain('Rapportera avvikelsen');
});

describe('Cases that belong together, on their pages', () => {
  const why = 'Båda breven gäller kvällen den 1 mars.';

  test('are linked by number on the page; whoever sees only one of them is not told of the other, in no part of page or API', async () => {
    const here = await reports(api, { kind: 'complaint', opinionType: 'complaint', source: 'relative', lawAreas: ['SoL'] }, 'registrar');
    const there = await reports(api, { kind: 'complaint', opinionType: 'complaint', source: 'relative', lawAreas: ['SoL'], unit: 'afs-sodra' }, 'registrar');
    await api.caughtUp();
    const head = await as('operationsHead');
    const send = async (jar: CookieJar, fields: Record<string, string>) => {
      const answer = await jar.go(`/arende/${here.id}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ _key: randomUUID(), ...fields }) });
      return { status: answer.status, text: await answer.text() };
    };
    const linking = { _type: 'LinkCase', relation: 'sameEvent', reasons: why };
    const [unseen, unknown] = [
      await send(await as('manager'), { ...linking, other: there.number }),
      await send(await as('manager'), { ...linking, other: 'KLA-2020-9999' }),
    ];
    for (const { status, text } of [unseen, unknown]) {
      expect(status).toBe(422);
      expect(text).toContain('Det finns inget ärende med det numret som du kan se');
      expect(text).toContain(why);
    }
    expect((await send(head, { ...linking, other: ` ${there.number.toLowerCase()} ` })).status).toBe(303);
    const [seen, mine] = [await page(head, `/arende/${here.id}`), await page(await as('manager'), `/arende/${here.id}`)];
    expect(seen).toContain('Samma händelse i');
    expect(seen).toContain(there.number);
    expect(seen).toContain(why);
    for (const hidden of [there.number, there.id, why, 'Samma händelse i', 'kopplades till ett annat', 'Ta bort kopplingen'])
      expect(mine).not.toContain(hidden);
    expect(await page(head, `/arende/${there.id}`)).not.toContain(why);
    expect((await shown(api, here.id, 'operationsHead')).linked).toMatchObject([{ number: there.number, relation: 'sameEvent' }]);
    const [view, history] = [await shown(api, here.id, 'manager'), (await api.get(`/api/cases/${here.id}/history`, 'manager')).body];
    expect(caseAnswer.parse(view).linked).toEqual([]);
    expect(JSON.stringify([view, history])).not.toContain(there.id);
    expect(JSON.stringify(history)).not.toContain('CaseLinked');
    expect((await send(head, { _type: 'UnlinkCase', other: there.id, reasons: 'Två olika kvällar.' })).status).toBe(303);
    expect((await shown(api, there.id, 'operationsHead')).linked).toEqual([]);
  }, 60_000);

  test('linked as a duplicate, the one goes to its answer and ends as one; as read again it says so', async () => {
    const body = { kind: 'complaint', opinionType: 'complaint', source: 'relative', lawAreas: ['SoL'], answer: { by: 'email', to: 'a@example.org' } };
    const [first, later] = [await reports(api, body, 'registrar'), await reports(api, body, 'registrar')];
    expect(await lacks(api, later.id, { type: 'LinkCase', other: first.id, relation: 'duplicateOf', reasons: why }, 'manager')).toEqual([
      'AnswerConflict.answer',
    ]);
    await lets(api, later.id, { type: 'AnswerConflict', answer: 'none' }, 'manager');
    await lets(api, later.id, { type: 'LinkCase', other: first.id, relation: 'duplicateOf', reasons: why }, 'manager');
    expect(caseAnswer.parse(await shown(api, later.id))).toMatchObject({ stage: 'feedback', linked: [{ id: first.id, relation: 'duplicateOf' }] });
    expect((await shown(api, first.id)).linked).toMatchObject([{ id: later.id, relation: 'hasDuplicate' }]);
    await goes(api, later.id, 'closed');
    expect((await shown(api, later.id)).closed).toMatchObject({ reason: 'duplicate' });
    await lets(api, first.id, { type: 'UnlinkCase', other: later.id, reasons: 'Två olika kvällar.' }, 'manager');
    expect(caseAnswer.parse(await shown(api, later.id))).toMatchObject({ stage: 'received', closed: null, linked: [], reopened: 1 });
  }, 60_000);
});

describe('What has been said in a case, on its page', () => {
  const send = async (jar: CookieJar, id: string, fields: Record<string, string>) => {
    const answer = await jar.go(`/arende/${id}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ _key: randomUUID(), ...fields }) });
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  };
  const body = { kind: 'complaint', opinionType: 'complaint', source: 'relative', lawAreas: ['HSL'], answer: { by: 'code' } };

  test('an internal note is read by those who handle it, never by the one with the code; what others did since the last visit is named', async () => {
    const report = await reports(api, body, 'registrar');
    const words = 'Ring dottern efter fyra.';
    await api.core.database.query(
      `INSERT INTO store.access_log (at, person, action, stream, route) SELECT clock_timestamp() - interval '2 hours', $1, 'read', $2, 'GET /arende/{id}'`,
      [people.manager.person, `case/${report.id}`],
    );
    const [manager, head] = [await as('manager'), await as('operationsHead')];
    expect((await send(head, report.id, { _type: 'WriteNote', text: words })).status).toBe(303);
    const [mine, theirs] = [await page(manager, `/arende/${report.id}`), await page(head, `/arende/${report.id}`)];
    expect(mine).toContain(words);
    expect(mine).toMatch(/Nytt sedan du var här[\s\S]*Intern anteckning/);
    expect(theirs).not.toContain('Nytt sedan du var här');
    const followed = await api.post('/api/follow', { code: report.receiptCode }, null);
    expect(followed.status).toBe(200);
    expect(JSON.stringify(followed.body)).not.toContain(words);
  }, 60_000);

  test('an answer is begun from a letter by a link, and is not kept with a gap in it; nothing typed is lost', async () => {
    const { id } = await reports(api, body, 'registrar');
    const manager = await as('manager');
    const plain = await page(manager, `/arende/${id}?gor=GiveFeedback`);
    expect(plain).toContain(`/arende/${id}?gor=GiveFeedback&amp;mall=svar-vard#k-GiveFeedback`);
    expect(plain).not.toContain('mall=svar-dubblett');
    const begun = await page(manager, `/arende/${id}?gor=GiveFeedback&mall=svar-vard`);
    expect(begun).toMatch(/<textarea[^>]*>[^<]*\[FYLL I: vad som hände och varför/);
    const typed = 'Vi beklagar. [FYLL I: dag] är det klart.';
    const refused = await send(manager, id, { _type: 'GiveFeedback', what: 'answer', method: 'letter', parts: 'explanation', text: typed });
    // Once a page has been read, what was refused is a page of its own.
    const shownAgain = await page(manager, refused.location ?? '');
    expect(shownAgain).toContain('Texten har en lucka kvar');
    expect(shownAgain).toContain(typed);
    expect((await shown(api, id)).feedback).toEqual([]);
  }, 60_000);

  test('a case that was opened again says so, with when and why', async () => {
    const { id } = await reports(api, { ...body, opinionType: 'praise' }, 'registrar');
    await lets(api, id, { type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'Tackade.' }, 'manager');
    await lets(api, id, { type: 'ReopenCase', reason: 'newFacts', text: 'Mer kom fram.' }, 'operationsHead');
    expect(await page(await as('manager'), `/arende/${id}`)).toMatch(/Öppnat igen<\/dt><dd>[^<]*nya uppgifter/);
  }, 60_000);
});
