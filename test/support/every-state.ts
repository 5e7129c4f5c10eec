import type { Page } from 'playwright-core';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { system } from '#domain/org/actor';
import { openingOf, yearType } from '#domain/year/index';
import { organisationChanges } from '#organisation/change.schema';
import { reorganise } from '#organisation/reorganise';
import { changeNames } from '#text/organisation';
import type { Api, Who } from './api.js';
import { carry } from './carry.js';
import { does, reported } from './complaint-over-http.js';
import { decidedToNotify } from './decided.js';
import { people } from './scenario.js';

/** One page for one person in one state. */
export interface State {
  readonly name: string;
  readonly who: Who | null;
  readonly path: string;
  /** What is done there before it is checked. */
  readonly act?: (page: Page) => Promise<unknown>;
  /** Ends with faults to mend. */
  readonly faulty?: boolean;
}

const staff = { kind: 'deviation', opinionType: null, source: 'staff', unit: 'afs-norra', what: 'Trygghetslarmet besvarades inte på fyra timmar.' };

/**
 * Every page, for those who use it: a new page gets its lines here, and is then checked in every way
 * (test/e2e/every-page.browser.spec.ts). Cases are made first, one in each situation that changes a page.
 */
export async function statesOf(api: Api): Promise<readonly State[]> {
  const complaint = await reported(api);
  const { body: byCode } = await api.post('/api/cases', {
    kind: 'complaint',
    unit: 'afs-norra',
    what: 'Kall mat.',
    opinionType: 'complaint',
    answer: { by: 'code' },
  });
  const care = await reported(api, { ...staff, lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent' }, 'carer');
  const { body } = await does(api, care, { type: 'ConvertCase', to: 'lexMaria', reasons: 'Bröt höften.' }, 'mas');
  const maria = body.born[0].id as string;
  const serious = await reported(api, { ...staff, kind: 'lexSarah', lawAreas: ['SoL'], immediateActions: 'Larmet lades om.' }, 'carer');
  const deviation = await reported(api, { ...staff, lawAreas: ['SoL'] }, 'carer');
  const closed = await reported(api, { ...staff, lawAreas: ['SoL'] }, 'carer');
  await carry(api.core, maria, 'ivoDecision');
  await carry(api.core, serious, 'ivoDecision');
  await carry(api.core, deviation, 'followUp');
  await carry(api.core, closed, 'closed');
  const { packed, sent } = await notified(api);
  const risk = await aRisk(api);
  const report = await aReport(api);
  const toFreeze = await aBoardReport(api);
  await api.caughtUp();
  const cases = { klagomål: complaint, avvikelse: deviation, 'lex Sarah': serious, 'lex Maria': maria, avslutat: closed };
  const assign = `/arenden/fordela?id=${complaint}&id=${deviation}`;
  const reports = ['complaints-by-source', 'complaints-by-category', 'lex-sarah-cross', 'causes', 'deadlines-kept', 'ivo-notifications'];
  return [
    ...open(null, ['/', '/lamna-synpunkt', '/lamna-synpunkt/lattlast', '/folj', '/enhet/afs-norra/skylt']),
    ...open(null, ['/tillganglighet', '/personuppgifter', '/kontakt', '/finns-inte', '/logga-in', '/logga-in/svar', '/utloggad']),
    ...(['var', 'hande', 'vem', 'svar', 'granska'] as const).map((step, n) => ({
      name: `synpunkt ${step}`,
      who: null,
      path: '/lamna-synpunkt',
      act: (page: Page) => onTo(page, n + 1),
    })),
    { name: 'synpunkt kvitto', who: null, path: '/lamna-synpunkt', act: (page) => onTo(page, 6) },
    { name: 'synpunkt med fel', who: null, path: '/lamna-synpunkt', act: press('Nästa'), faulty: true },
    { name: 'följ med fel kod', who: null, path: '/folj', act: (page) => follow(page, 'FEL'), faulty: true },
    { name: 'följ ett ärende', who: null, path: '/folj', act: (page) => follow(page, byCode.receiptCode) },
    ...open('carer', ['/', '/arenden', '/rapportera', '/rapportera/direkt', '/rapportera/avvikelse', '/rapportera/missforhallande', '/rapportera/klagomal']),
    ...open('carer', ['/rapportera/mina', '/rapportera/blankett', `/arende/${deviation}`]),
    ...open('committee', ['/namnden']),
    ...open('carer', ['/inloggningar']),
    { name: 'kalenderadressen visas', who: 'carer', path: '/inloggningar', act: press('Gör en') },
    { name: 'någon klagade, med fel', who: 'carer', path: '/rapportera/klagomal', act: press(/^Skicka/), faulty: true },
    ...open('registrar', ['/registrera']),
    { name: 'registrera med fel', who: 'registrar', path: '/registrera', act: press('Registrera'), faulty: true },
    { name: 'registrerat', who: 'registrar', path: '/registrera', act: register },
    { name: 'avvikelse med fel', who: 'carer', path: '/rapportera/avvikelse', act: press(/^Skicka/), faulty: true },
    { name: 'åtgärdat direkt, kvitto', who: 'carer', path: '/rapportera/direkt', act: reportAtOnce },
    ...open('manager', ['/', '/arenden', '/arenden?stage=open&kind=deviation&q=finns-inte', '/min-enhet', assign, '/arende/finns-inte']),
    ...open('manager', ['/finns-inte', '/min-enhet/intyg', '/min-enhet/intyg?period=2025']),
    ...open('director', ['/min-enhet/intyg']),
    ...open('manager', ['/statistik', ...reports.map((id) => `/statistik/${id}`), '/statistik/complaints-by-source/arenden']),
    { name: 'fördela utan svar', who: 'manager', path: assign, act: press(/^Fördela/), faulty: true },
    ...Object.entries(cases).map(([name, id]) => ({ name: `${name} för chef`, who: 'manager' as const, path: `/arende/${id}` })),
    { name: 'nästa steg nekat', who: 'manager', path: `/arende/${complaint}`, act: press('Börja utreda'), faulty: true },
    ...open('manager', [`/arende/${complaint}/rubrik`]),
    { name: 'rubrik utan svar', who: 'manager', path: `/arende/${complaint}/rubrik`, act: press('Spara rubriken'), faulty: true },
    ...open('manager', [`/arende/${complaint}/ratta`]),
    { name: 'rättelse utan ändring', who: 'manager', path: `/arende/${complaint}/ratta`, act: press('Se vad som ändras'), faulty: true },
    { name: 'rättelse, det som ändras', who: 'manager', path: `/arende/${complaint}/ratta`, act: corrects },
    { name: 'nästa steg, delvis ifyllt', who: 'manager', path: `/arende/${complaint}`, act: halfFilled },
    { name: 'alla avsnitt öppna', who: 'manager', path: `/arende/${complaint}`, act: unfold },
    ...Object.entries(cases).map(([name, id]) => ({ name: `${name} för registrator`, who: 'registrar' as const, path: `/arende/${id}` })),
    ...open('irregularityInvestigator', [`/arende/${serious}`, `/arende/${serious}/beslut`]),
    ...open('director', [
      '/',
      '/arenden?stage=ivoDecision',
      '/beslut',
      '/beslut?vilka=alla',
      `/arende/${serious}/beslut`,
      '/min-enhet',
      '/kvalitetsberattelse/2023',
      '/kvalitetsberattelse/2026',
    ]),
    { name: 'beslut med fel datum', who: 'director', path: '/beslut?from=2026-05-02&tom=2026-05-01', faulty: true },
    { name: 'beslut nekat', who: 'director', path: `/arende/${serious}/beslut`, act: press(/^(Besluta|Fatta|Spara)/), faulty: true },
    ...open('mas', ['/rapportera', '/rapportera/lex-maria']),
    { name: 'lex Maria utan svar', who: 'mas', path: '/rapportera/lex-maria', act: press('Starta'), faulty: true },
    ...open('mas', [`/arende/${maria}`, `/arende/${maria}/beslut`]),
    { name: 'paket för IVO', who: 'registrar', path: `/arende/${packed}/beslut` },
    { name: 'anmält till IVO', who: 'registrar', path: `/arende/${sent}/beslut` },
    { name: 'kvittens som inte går att läsa', who: 'registrar', path: `/arende/${packed}/beslut`, act: badReceipt, faulty: true },
    { name: 'två versioner', who: 'manager', path: `/arende/${complaint}`, act: (page) => overtaken(api, page, complaint), faulty: true },
    { name: 'fördelade', who: 'manager', path: assign, act: distribute },
    { name: 'utförarens ärende, speglat', who: 'registrar', path: `/arende/${await mirrored(api)}` },
    ...open('manager', ['/stilguide']),
    ...open('manager', ['/sok', '/ledningssystem']),
    { name: 'sökt', who: 'manager', path: '/sok', act: search('klagomål sen') },
    { name: 'sökt utan ord', who: 'manager', path: '/sok', act: search('och'), faulty: true },
    ...open('controller', ['/', '/arenden', '/min-enhet', '/statistik/causes']),
    ...open('administrator', ['/organisation', '/organisation/historik', '/organisation/personer', `/organisation/personer/${people.manager.person}`]),
    ...open('administrator', ['/organisation/enheter/afs-norra', ...Object.keys(changeNames).map((what) => `/organisation/andra/${what}`)]),
    { name: 'ändring utan svar', who: 'administrator', path: '/organisation/andra/endUnit', act: press('Visa vad det innebär'), faulty: true },
    {
      name: 'vad ändringen innebär',
      who: 'administrator',
      path: '/organisation/andra/renameUnit?unit=afs-norra&name=Hemtjänst&from=2027-01-01&reason=Beslut',
      act: press('Visa vad det innebär'),
    },
    ...open('administrator', ['/organisation/kommunen', '/organisation/listor']),
    { name: 'kommunen utan svar', who: 'administrator', path: '/organisation/kommunen', act: press('Spara'), faulty: true },
    ...open('administrator', ['/organisation/frister', '/organisation/delegationer']),
    { name: 'frist från en dag som har passerat', who: 'administrator', path: deadline('2020-01-01'), act: press('Visa vad det innebär'), faulty: true },
    {
      name: 'vad en ändrad frist innebär',
      who: 'administrator',
      path: deadline(addDuration(stockholmDate(api.core.clock.now().toISOString()), 'P3D')),
      act: press('Visa vad det innebär'),
    },
    ...open('director', ['/organisation', '/organisation/frister']),
    ...open('dataOfficer', ['/atkomst', '/atkomst/stickprov']),
    ...open('dataOfficer', ['/loggkontroller', '/loggkontroller/ny', `/loggkontroller/${await aLogReview(api)}`]),
    { name: 'loggkontroll utan svar', who: 'dataOfficer', path: '/loggkontroller/ny', act: press('Spara loggkontrollen'), faulty: true },
    { name: 'åtkomst till okänt ärende', who: 'dataOfficer', path: '/atkomst?nummer=KLA-2020-9999', faulty: true },
    ...open('registrar', ['/registerutdrag', '/registerutdrag/ny', ...(await anExtract(api))]),
    { name: 'begäran om registerutdrag utan svar', who: 'registrar', path: '/registerutdrag/ny', act: press('Spara begäran'), faulty: true },
    ...open('manager', ['/risker', '/risker/ny', `/risker/${risk}`]),
    ...open('director', ['/aret', `/aret/${await aYear(api)}`]),
    ...open('manager', ['/egenkontroller', '/egenkontroller/ny', ...(await aSelfCheck(api, risk))]),
    { name: 'egenkontroll utan svar', who: 'manager', path: '/egenkontroller/ny', act: press('Spara egenkontrollen'), faulty: true },
    ...open('manager', ['/granskningar', '/granskningar/ny', `/granskningar/${await aReview(api)}`]),
    { name: 'granskning utan svar', who: 'manager', path: '/granskningar/ny', act: press('Spara granskningen'), faulty: true },
    ...open('manager', ['/processer', '/processer/ny', `/processer/${await aProcessMap(api)}`]),
    ...open('manager', ['/undersokningar', '/undersokningar/ny', `/undersokningar/${await aSurvey(api)}`]),
    ...open('manager', ['/forandringar', '/forandringar/ny', `/forandringar/${await aChangeAnalysis(api)}`]),
    { name: 'undersökning utan svar', who: 'manager', path: '/undersokningar/ny', act: press('Spara undersökningen'), faulty: true },
    ...open('manager', ['/berattelser', '/berattelser/ny', ...report]),
    ...open('controller', [toFreeze]),
    { name: 'berättelse som inte kan frysas', who: 'controller', path: toFreeze, act: press('Frys berättelsen'), faulty: true },
    { name: 'avsnitt utan text', who: 'manager', path: `${report[1]}/3.3.2`, act: press('Spara avsnittet'), faulty: true },
    ...open('manager', ['/atgarder', '/atgarder/ny', `/atgarder/${await anAction(api, risk)}`]),
    { name: 'åtgärd utan svar', who: 'manager', path: '/atgarder/ny', act: press('Spara förslaget'), faulty: true },
    { name: 'risk utan svar', who: 'manager', path: '/risker/ny', act: press('Spara risken'), faulty: true },
  ];
}

/** Assessed twice, and shown by a case. */
async function aRisk(api: Api): Promise<string> {
  const first = {
    unit: 'afs-norra',
    activity: 'Planera besök',
    description: 'Besök dubbelbokas',
    probability: '4',
    consequence: '3',
    nextReview: '2027-12-01',
  };
  const { id } = (await api.post('/api/risks', first, 'manager')).body;
  await api.post(`/api/risks/${id}/commands`, { type: 'AssessRisk', probability: '3', consequence: '3', nextReview: '2028-01-15' }, 'manager');
  await api.post(`/api/risks/${id}/commands`, { type: 'LinkCase', caseId: await reported(api) }, 'manager');
  return id;
}

/** Decided on, against the risk. */
async function anAction(api: Api, risk: string): Promise<string> {
  const proposed = { unit: 'afs-norra', risk, area: 'routines', what: 'Skriv en rutin', due: '2027-12-01' };
  const { id } = (await api.post('/api/actions', proposed, 'carer')).body;
  const decided = { type: 'DecideAction', owner: people.carer.person, due: '2027-12-01', effectDue: '2028-03-01' };
  await api.post(`/api/actions/${id}/commands`, decided, 'manager');
  return id;
}

/** Opened by the platform, as the conductor does. */
async function aYear(api: Api): Promise<string> {
  const year = Number(stockholmDate(api.core.clock.now().toISOString()).slice(0, 4));
  const { id } = await api.core.records.create(system, yearType, { type: 'OpenYear', unit: 'afs-norra', year }, { commandId: openingOf('afs-norra', year) });
  await api.caughtUp();
  return id;
}

/** A sample that has been drawn, with its questions; beside it one that was not carried out. */
async function aSelfCheck(api: Api, risk: string): Promise<readonly string[]> {
  const planned = {
    unit: 'afs-norra',
    process: 'h6',
    what: 'Kontroll av dokumentation',
    way: 'sample',
    questions: 'Är planen följd?',
    sample: 3,
    months: ['03'],
  };
  const { id } = (await api.post('/api/self-checks', { ...planned, risk }, 'manager')).body;
  await fetch(`${api.base}/egenkontroller/${id}/urval`, { method: 'POST', headers: { authorization: `Bearer ${api.tokenOf('manager')}` } });
  const { way: _, questions: __, sample: ___, ...other } = planned;
  const undone = (await api.post('/api/self-checks', { ...other, way: 'other' }, 'manager')).body.id as string;
  const put = { type: 'PerformSelfCheck', verdict: 'notDone', reasons: 'Sjukdom.', newDay: '2027-12-01' };
  await api.post(`/api/self-checks/${undone}/commands`, put, 'manager');
  return [`/egenkontroller/${id}`, `/egenkontroller/${id}/fragor`, `/egenkontroller/${undone}`, '/egenkontroller?unit=afs-norra'];
}

/** With a statement that is due some month, a point that an action meets and one that nobody has answered. */
async function aReview(api: Api): Promise<string> {
  const registered = { unit: 'afs-norra', by: 'ivo', kinds: ['national'], what: 'Läkemedelshantering', on: '2026-02' };
  const { id } = (await api.post('/api/reviews', registered, 'manager')).body;
  const give = (command: object) => api.post(`/api/reviews/${id}/commands`, command, 'manager');
  await give({ type: 'NoteCriticism', criticism: 'Rutin för läkemedelsskåp saknas.' });
  await give({ type: 'NoteCriticism', criticism: 'Utvecklingsområden i särskilt boende.', isGeneral: true });
  await give({ type: 'AskForStatement', by: 'unit', due: '2027-12' });
  const due = addDuration(stockholmDate(api.core.clock.now().toISOString()), 'P60D');
  await api.post('/api/actions', { unit: 'afs-norra', review: id, point: 1, area: 'routines', what: 'Skriva rutinen.', due }, 'manager');
  return id;
}

/** With a process, an activity that has ended, and one that begins later. */
async function aProcessMap(api: Api): Promise<string> {
  const { id } = (await api.post('/api/processes', { unit: 'afs-norra' }, 'manager')).body;
  const give = (command: object) => api.post(`/api/processes/${id}/commands`, command, 'manager');
  const part = { type: 'AddPart', answers: 'enhetschef', from: '2024-01-01' };
  await give({ ...part, kind: 'process', series: 'main', name: 'Utreda' });
  await give({ ...part, kind: 'activity', under: 'H1', name: 'Dokumentera utredning' });
  await give({ ...part, kind: 'activity', under: 'H1', name: 'Samtala med den enskilde', from: '2099-01-01' });
  await give({ type: 'EndPart', part: 'H1.1', to: '2024-12-31' });
  return id;
}

/** With an aspect judged, one that is not, and who took part. */
async function aChangeAnalysis(api: Api): Promise<string> {
  const { id } = (await api.post('/api/change-analyses', { unit: 'afs-norra', what: 'Ny planering av kvällspass', startsOn: '2099-01-01' }, 'manager')).body;
  const give = (command: object) => api.post(`/api/change-analyses/${id}/commands`, command, 'manager');
  await give({ type: 'JudgeAspect', aspect: 'quality', verdict: 'risks', text: 'Besök kan falla bort.' });
  await give({ type: 'NoteParticipation', participants: ['staff', 'union'], unions: 'collaborated' });
  return id;
}

/** With answers counted by group, and a per cent with its number and one without. */
async function aSurvey(api: Api): Promise<string> {
  const { id } = (await api.post('/api/surveys', { unit: 'afs-norra', what: 'Trygghet i hemtjänsten', on: '2026-02' }, 'manager')).body;
  const give = (command: object) => api.post(`/api/surveys/${id}/commands`, command, 'manager');
  await give({ type: 'CountAnswers', group: 'serviceUsers', on: '2026-02', asked: 40, answered: 20, female: 11, male: 9 });
  await give({ type: 'NoteResult', question: 'Är du trygg?', percent: 90, of: 20 });
  await give({ type: 'NoteResult', question: 'Hinner personalen?', percent: 91, noBase: 'Rapporten anger inte antalet.' });
  return id;
}

/** With a number that contradicts its table: the page where it is frozen. */
async function aBoardReport(api: Api): Promise<string> {
  const year = Number(stockholmDate(api.core.clock.now().toISOString()).slice(0, 4));
  const { id } = (await api.post('/api/report-documents', { unit: 'namnd', kind: 'quality', year, due: '2027-12-01' }, 'controller')).body;
  await api.post(`/api/report-documents/${id}/commands`, { type: 'WriteSection', heading: '3.3.1', base: 0, text: 'Det kom 99 klagomål.' }, 'controller');
  return `/berattelser/${id}/frys`;
}

/** With one heading written and a number that the table does not have: the record, its document, and that heading. */
async function aReport(api: Api): Promise<readonly string[]> {
  const year = Number(stockholmDate(api.core.clock.now().toISOString()).slice(0, 4));
  const { id } = (await api.post('/api/report-documents', { unit: 'afs-norra', kind: 'quality', year, due: '2027-12-01' }, 'manager')).body;
  const text = '## Klagomål\nDet kom 99 klagomål, {siffra:complaints-by-source} i tabellen.\n\n- ett\n- två';
  await api.post(`/api/report-documents/${id}/commands`, { type: 'WriteSection', heading: '3.3.1', base: 0, text }, 'manager');
  return [`/berattelser/${id}`, `/berattelser/${id}/text`, `/berattelser/${id}/text/3.3.1`];
}

/** Made, with a remark that is open. */
async function aLogReview(api: Api): Promise<string> {
  const { id } = (
    await api.post('/api/log-reviews', { month: '2025-10', unit: 'namnd', due: stockholmDate(api.core.clock.now().toISOString()) }, 'dataOfficer')
  ).body;
  await api.post(`/api/log-reviews/${id}/commands`, { type: 'NoteResult', verdict: 'remark', looked: 30, found: 'Två åtkomster utan skäl.' }, 'dataOfficer');
  return id;
}

/** The pages of a request: its own, its hits, one of them, and the extract as it would be given out. */
async function anExtract(api: Api): Promise<readonly string[]> {
  const hit = await reported(api, { what: 'Hon (19121212-1212) ringde.' });
  const asked = { unit: 'namnd', receivedOn: stockholmDate(api.core.clock.now().toISOString()), person: 'Anna Påhittad', personalNumber: '19121212-1212' };
  const { id } = (await api.post('/api/register-extracts', asked, 'registrar')).body;
  await api.caughtUp();
  return ['', '/traffar', `/traffar/case/${hit}`, '/lamna-ut'].map((path) => `/registerutdrag/${id}${path}`);
}

/** Two that are to be notified: one with its package, one that has been sent. */
async function notified(api: Api): Promise<{ readonly packed: string; readonly sent: string }> {
  const packed = await decidedToNotify(api, { what: staff.what });
  await fetch(`${api.base}/arende/${packed}/beslut/utredning`, { method: 'POST', headers: { authorization: `Bearer ${api.tokenOf('registrar')}` } });
  const sent = await reported(api, { ...staff, kind: 'lexSarah', lawAreas: ['SoL'] }, 'carer');
  await carry(api.core, sent, 'feedback');
  return { packed, sent };
}

/** A provider's, as the municipality follows it. */
async function mirrored(api: Api): Promise<string> {
  const { changes } = organisationChanges.parse({
    changes: [{ do: 'addUnit', unit: { code: 'afs-vast', name: 'Hemtjänst Väst', level: 'unit', parent: 'afs', provider: 'lov', validFrom: '2020-01-01' } }],
  });
  await reorganise(api.core, changes, 'operator', api.core.clock.now().toISOString());
  return reported(api, { ...staff, kind: 'lexSarah', unit: 'afs-vast', lawAreas: ['SoL'] });
}

/** The form of a deadline, filled in. */
const deadline = (from: string): string =>
  `/organisation/andra/setDeadline?${new URLSearchParams({ rule: 'LOK-KLAG-SVAR', count: '15', unit: 'BD', from, reason: 'Nämndens beslut' })}`;

const open = (who: Who | null, paths: readonly string[]): readonly State[] =>
  paths.map((path) => ({ name: `${who ?? 'allmänheten'} ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`, who, path }));

/** Does what leads to another page, and waits for it. */
async function gone(page: Page, pressed: () => Promise<unknown>): Promise<void> {
  const came = page.waitForEvent('framenavigated');
  await pressed();
  await came;
  await page.waitForLoadState();
}
const press = (name: string | RegExp) => (page: Page) => gone(page, () => page.locator('main').getByRole('button', { name }).first().click());

/** A changed fact with its reasons, as far as what it changes. */
async function corrects(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Gäller' }).getByLabel('Bemötande').check();
  await page.getByLabel('Nya uppgifter').check();
  await page.getByLabel('Förklara rättelsen').fill('Dottern berättade mer.');
  await press('Se vad som ändras')(page);
}

/** One answer of several in a part of the form of the next step: it is kept as a draft, and the page says so. */
async function halfFilled(page: Page): Promise<void> {
  await page.locator('#k-AnswerTriage').getByLabel('Nej', { exact: true }).first().check();
  await press('Spara, fortsätt sedan')(page);
}

/** So many steps into the public's form, with an answer wherever one is needed. */
async function onTo(page: Page, step: number): Promise<void> {
  const answers = ['Klagomål', null, 'words', null, 'Med kod', 'send'];
  for (const answer of answers.slice(0, step)) {
    if (answer === 'words') await page.locator('textarea').first().fill('Ingen kom på kvällen.');
    else if (answer !== null && answer !== 'send') await page.getByLabel(answer).first().check();
    await press(answer === 'send' ? /^Skicka/ : /^(Nästa|Vidare|Fortsätt)/)(page);
  }
}

async function register(page: Page): Promise<void> {
  for (const answer of ['Klagomål', 'Nej']) await page.getByLabel(answer, { exact: true }).first().check();
  await page.getByLabel(/Vad står det/).fill('Ingen svarade i telefonen.');
  await page.getByLabel(/Vilken dag togs det emot/).fill('2026-01-15');
  for (const list of ['source', 'channel']) await page.locator(`select[name=${list}]`).selectOption({ index: 1 });
  await press('Registrera')(page);
}

async function badReceipt(page: Page): Promise<void> {
  const form = page.locator('#k-NotifyIvo');
  await form.locator('input[type=file]').setInputFiles([{ name: 'kvittens.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x00', 'latin1') }]);
  await gone(page, () => form.getByRole('button', { name: 'Spara kvittensen' }).click());
}

/** Somebody else was first. */
async function overtaken(api: Api, page: Page, id: string): Promise<void> {
  await does(api, id, { type: 'AddToCase', by: 'staff', text: 'En uppgift till.' }, 'registrar');
  await press('Börja utreda')(page);
}

async function distribute(page: Page): Promise<void> {
  const to = page.locator('select[name=person]');
  if ((await to.count()) > 0) await to.selectOption({ index: 1 });
  else await page.locator('input[name=person]').first().check();
  await page.locator('textarea[name=reasons]').fill('Norra har tid den här veckan.');
  await press(/^Fördela/)(page);
}

async function follow(page: Page, code: string): Promise<void> {
  await page.locator('main input[name=code]').fill(code);
  await gone(page, () => page.locator('main form button').first().click());
}

async function reportAtOnce(page: Page): Promise<void> {
  for (const label of [/^Ja, /, /SoL/]) {
    const choice = page.getByLabel(label).first();
    if ((await choice.count()) > 0) await choice.check();
  }
  for (const words of await page.locator('main textarea:visible').all()) await words.fill('Fel frukost. Bytte den.');
  await press(/^Skicka/)(page);
}

const unfold = (page: Page) => page.evaluate('for (const el of document.querySelectorAll("details")) el.open = true');

/** Asked in the field of the page itself. */
const search = (text: string) => async (page: Page) => {
  await page.locator('main').getByLabel('Sök ärenden').fill(text);
  await press('Sök')(page);
};
