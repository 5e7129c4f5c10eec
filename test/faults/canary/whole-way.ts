import type { z } from 'zod';
import { commandSchemas, reportCase } from '#domain/case/commands.schema';
import { codesOf } from '#domain/codes/code';
import { patientInformationPoints } from '#domain/codes/patient-information';
import { carry } from '../../support/carry.js';
import { people } from '../../support/scenario.js';
import type { FaultSystem } from '../system.js';
import { byPages } from './by-pages.js';
import { filled, inHeader, wordFields, words } from './planted.js';

type Type = keyof typeof commandSchemas;
type Who = Exclude<keyof typeof people, 'anonymous' | 'system'>;
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const report = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra' } as const;

/** Sends cases through every command, with a planted text in every field that takes words. */
export class Walk {
  /** Paths of the fields that were planted and accepted: `ReportCase.what`, `FindCause.text` … */
  readonly planted = new Set<string>();

  constructor(private readonly system: FaultSystem) {}

  /** One request as it is; the answer. */
  async send(path: string, body: unknown, who: Who | null, headers: Record<string, string> = {}) {
    const authorization = who === null ? {} : { authorization: `Bearer ${this.system.tokenOf(who)}` };
    const response = await fetch(this.system.url + path, {
      method: 'POST',
      redirect: 'manual',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': inHeader(), ...authorization, ...headers },
    });
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: what a stranger reads from the wire
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as any };
  }

  async report(who: Who | null, more: Record<string, unknown> = {}) {
    const stated = who === null ? {} : { source: 'relative' };
    return this.#taken('ReportCase', reportCase, '/api/cases', filled(reportCase, { ...report, ...stated, answer: { by: 'email' }, ...more }), who);
  }

  async does(caseId: string, who: Who, type: Type, fields: Record<string, unknown> = {}) {
    return this.#taken(type, commandSchemas[type], `/api/cases/${caseId}/commands`, filled(commandSchemas[type], { type, ...fields }), who);
  }

  async #taken(name: string, schema: z.ZodType, path: string, body: Record<string, unknown>, who: Who | null) {
    const answer = await this.send(path, body, who);
    if (answer.status >= 300)
      throw new Error(
        `${name} was answered ${answer.status} ${answer.body.code} ${JSON.stringify(answer.body.missing?.map((lack: { field: string }) => lack.field))}`,
      );
    for (const field of wordFields(schema)) this.planted.add(`${name}.${field}`);
    return answer.body;
  }

  /** From receipt to closed, reopened and closed, with every command on the way. */
  async wholeWay(caseId: string): Promise<void> {
    const does = (type: Type, fields: Record<string, unknown> = {}, who: Who = 'manager') => this.does(caseId, who, type, fields);
    const handler = people.manager.person;
    await does('AddToCase', { by: 'complainant' }, 'registrar');
    await does('CorrectCase', { set: { concernsChild: false }, why: 'newFacts' }, 'registrar');
    await does('MoveToUnit', { unit: 'afs-sodra', why: 'wrongUnit' }, 'registrar');
    await does('MoveToUnit', { unit: 'afs-norra', why: 'wrongUnit' }, 'registrar');
    await does('ClassifyCase', { categories: ['serviceDelivery'], lawAreas: ['SoL'] });
    await does('AnswerTriage', { irregularity: 'no', careInjury: 'no', danger: 'no' });
    await does('Diarise', { diaryNumber: 'KLA.2026-17' }, 'registrar');
    await does('AssignCase', { person: handler });
    await does('AnswerConflict', { answer: 'none' });
    await does('ExplainNoFeedback', { what: 'confirmation', reason: 'unreachable' });
    await does('SendMessage');
    await does('RecordAuthorityRequest', { from: 'patientsCommittee', letterOn: later(-1).slice(0, 10) }, 'registrar');
    await does('AnswerAuthority', {}, 'registrar');
    await does('RecordOtherWay', { way: 'appeal', step: 'found', cameInOn: later(-1).slice(0, 10) });
    await does('RecordOtherWay', { way: 'appeal', step: 'passedOn', to: 'decidingAuthority' });
    await does('AdvanceCase', { to: 'investigating' });
    await does('MakeEntry', { nature: 'fact', by: 'staff' });
    await does('HearParty', { party: 'staff', result: 'heard' });
    await does('FindCause', { area: 'routines', level: 'unit' });
    await does('FindCause', { area: 'routines', level: 'unit' });
    const [cause] = await this.#open<{ causeId: string }>(caseId, 'CauseFound');
    await does('WithdrawCause', { causeId: cause?.causeId });
    await does('CompleteInvestigation');
    await does('AdvanceCase', { to: 'assessing' });
    await does('SendBack', { to: 'investigating' });
    await does('CompleteInvestigation');
    await does('AdvanceCase', { to: 'assessing' });
    await does('DecideOutcome', { complaintOutcome: 'deficiency', dissents: ['differing'] });
    await does('PlanAction', { area: 'routines', horizon: 'shortTerm', dueAt: later(20) });
    await does('PlanAction', { area: 'routines', horizon: 'shortTerm', dueAt: later(20) });
    await does('DecideNoAction');
    const [kept, dropped] = await this.#open<{ actionId: string }>(caseId, 'ActionPlanned');
    await does('ChangeAction', { actionId: dropped?.actionId, status: 'dropped' });
    await does('AdvanceCase', { to: 'ivoDecision' });
    await does('DecideIvo', { notify: 'notApplicable', dissents: ['differing'] });
    await does('AdvanceCase', { to: 'feedback' });
    await does('GiveFeedback', { what: 'answer', method: 'letter' });
    await does('AdvanceCase', { to: 'followUp' });
    await does('JudgeEffect', { actionId: kept?.actionId, effect: 'yes' });
    await does('AdvanceCase', { to: 'closed' });
    await does('ReopenCase', { reason: 'newFacts' }, 'divisionHead');
  }

  /** A lex Sarah that is found serious, and all that passes between the municipality and IVO. */
  async irregularly(): Promise<void> {
    const { core } = this.system;
    const { id } = await this.report('carer', { kind: 'lexSarah', opinionType: null, lawAreas: ['SoL'], source: 'staff' });
    const does = (type: Type, fields: Record<string, unknown>, who: Who = 'registrar') => this.does(id, who, type, fields);
    await does('AssessRisk', { severity: '3', probability: '2' }, 'sas');
    await carry(core, id, 'assessing');
    await does('ProposeOutcome', { outcome: 'seriousIrregularity' }, 'irregularityInvestigator');
    await carry(core, id, 'ivoDecision');
    await does('OverrideConflict', { person: people.irregularityInvestigator.person, ground: 'relation', second: people.divisionHead.person });
    const [asked] = await this.#open<{ request: string }>(id, 'SecondAsked');
    await does('ConfirmSecond', { request: asked?.request }, 'divisionHead');
    await does('AnswerConflict', { answer: 'none' }, 'director');
    await does('DecideOutcome', { outcome: 'seriousIrregularity', dissents: ['reservation'] }, 'director');
    await does('DecideIvo', { notify: 'yes', presenter: people.irregularityInvestigator.person, dissents: ['reservation'] }, 'director');
    await does('NotifyIvo', { way: 'post', investigationAttached: true });
    await carry(core, id, 'followUp');
    await does('RecordIvoRequest', { dueOn: later(14).slice(0, 10) });
    await does('SendToIvo', { what: 'supplement' });
    await does('RecordIvoDecision', { ivoOutcome: 'reportBack', requirementDueOn: later(60).slice(0, 10) });
    await does('SendToIvo', { what: 'requirementReport' });
    await does('CloseIvoMatter', { ivoOutcome: 'closedWithoutAction' });
    await does('ReplyAsReporter', { answered: 'partly' }, 'carer');
  }

  /** A fall that becomes a lex Maria, told to the patient; and a licensed person who may be a danger. */
  async inCare(): Promise<void> {
    const { id } = await this.report('carer', { kind: 'deviation', opinionType: null, lawAreas: ['HSL'], eventClass: 'adverseEvent', deviationType: 'fall' });
    await this.does(id, 'registrar', 'AnswerConflict', { answer: 'conflict', person: people.operationsHead.person, ground: 'relation' });
    await this.does(id, 'mas', 'DecideOwnNotification', { about: 'dangerousProfessional', notify: false });
    const { born } = await this.does(id, 'mas', 'ConvertCase', { to: 'lexMaria' });
    await this.does(born[0].id, 'mas', 'InformPatient', { points: codesOf(patientInformationPoints) });
  }

  /** The other ways in which a case can end. */
  async otherEnds(): Promise<void> {
    const at = async (type: Type, fields: Record<string, unknown>, who: Who) => this.does((await this.report('registrar')).id, who, type, fields);
    await at('CloseAtOnce', { toldOnTheSpot: true, categories: ['information'] }, 'manager');
    await at('HandOverCase', { to: 'region', told: true }, 'registrar');
    const { id } = await this.report('registrar');
    const cancel = () => this.does(id, 'registrar', 'CancelCase', { reason: 'wronglyRegistered', second: people.manager.person });
    await cancel();
    const [asked] = await this.#open<{ request: string }>(id, 'SecondAsked');
    await this.does(id, 'manager', 'RefuseSecond', { request: asked?.request });
    await cancel();
    const [, again] = await this.#open<{ request: string }>(id, 'SecondAsked');
    await this.does(id, 'manager', 'ConfirmSecond', { request: again?.request });
    const [one, other] = [await this.report('registrar'), await this.report('registrar')];
    await this.does(one.id, 'registrar', 'LinkCase', { other: other.id, relation: 'sameEvent' });
    await this.does(one.id, 'registrar', 'UnlinkCase', { other: other.id });
    await this.does(one.id, 'registrar', 'WriteNote', {});
    await this.does(one.id, 'registrar', 'TitleCase', {});
  }

  /** By code and without a name, over the API and on pages. */
  async publicly(caseId: string): Promise<void> {
    const { receiptCode } = await this.report(null, { answer: { by: 'code' } });
    expect((await this.send('/api/follow', { code: receiptCode, message: words() }, null)).status).toBe(200);
    await byPages(this.system, caseId, receiptCode);
  }

  /** Refused and empty requests must leave no trace either. */
  async mistakenly(caseId: string): Promise<void> {
    const get = (path: string, headers: Record<string, string> = {}) =>
      fetch(this.system.url + path, { headers: { authorization: `Bearer ${this.system.tokenOf('manager')}`, ...headers } }).then((answer) => answer.text());
    const commands = `/api/cases/${caseId}/commands`;
    for (const body of [
      `{"type":"AddToCase","text":"${words()}"`,
      { type: words() },
      { type: 'AddToCase', by: words(), text: words() },
      { type: 'AddToCase', [words()]: words() },
      { type: 'FindCause', area: words(), level: words(), text: words() },
    ]) {
      expect((await this.send(commands, body, 'manager')).status).toBe(400);
    }
    await this.send(commands, { type: 'AddToCase', by: 'staff', text: words() }, 'manager', {
      'if-match': `"${inHeader()}"`,
      'user-agent': inHeader(),
      'x-forwarded-for': inHeader(),
      cookie: `gensvar_session=${inHeader()}`,
      referer: `http://127.0.0.1/${inHeader()}`,
    });
    await this.send('/api/cases', { ...report, what: words(), categoryOther: words(), sourceName: words() }, null);
    await this.send('/api/follow', { code: words(), message: words() }, null);
    await this.send('/demo/token', { user: words() }, null);
    const odd = encodeURIComponent(words());
    for (const path of [
      `/api/cases?q=${odd}`,
      `/api/cases/${odd}`,
      `/api/reports/${odd}`,
      `/api/reports/complaints-by-source?unit=${odd}`,
      `/${odd}`,
      `/arenden?q=${odd}`,
      `/arende/${odd}`,
      `/lamna-synpunkt?enhet=${odd}`,
      `/demo/login?user=${odd}`,
    ])
      await get(path);
    await get('/api/cases', { authorization: `Bearer ${inHeader()}` });
  }

  #open<T>(caseId: string, type: string): Promise<T[]> {
    return this.system.core.store.load(`case/${caseId}`).then((events) => events.filter((event) => event.type === type).map((event) => event.open as T));
  }
}
