import { randomUUID } from 'node:crypto';
import { ensureMunicipality } from '#demo/first-start';
import { people as demoPeople } from '#demo/municipality';
import { uuidOf } from '#domain/ids';
import { Tokens } from '#organisation/tokens';
import { emptyCore } from './core.js';
import { served } from './served.js';
import type { CaseFacts, Person } from './sight-oracle.js';

/** Roles that nobody in the demo municipality holds, or holds alone. */
const added: readonly Person[] = [
  { login: 'mar', posts: [{ role: 'mar', unit: 'namnd' }] },
  { login: 'notifier', posts: [{ role: 'anmalningsansvarig', unit: 'namnd' }] },
  { login: 'committee', posts: [{ role: 'utskott', unit: 'namnd' }] },
  { login: 'dataOfficer', posts: [{ role: 'dso', unit: 'namnd' }] },
  { login: 'operationsHead', posts: [{ role: 'verksamhetschef', unit: 'afs' }] },
  { login: 'providerHead', posts: [{ role: 'socialchef', unit: 'glantan' }] },
  { login: 'providerMas', posts: [{ role: 'mas', unit: 'glantan' }] },
];
/** People with the same posts as another: tested once. */
const alike: readonly string[] = [
  'torsten',
  'david',
  'helena',
  'magnus',
  'petra',
  'lena',
  'ali',
  'tomas',
  'jonas',
  'sofia',
  'nadia',
  'oskar',
  'linnea',
  'hanna',
];

export interface Told extends CaseFacts {
  readonly name: string;
  readonly id: string;
  /** Words of the reporter, where the reporter has words there; and of another who works with the case. */
  readonly said: string | null;
  readonly added: string;
  /** The title that somebody has written. */
  readonly titled: string;
  readonly attachment: string;
  readonly became: Told[];
}

/** The demo municipality's people over HTTP, without its cases. */
export async function freshMunicipality() {
  const core = await emptyCore();
  await ensureMunicipality(core);
  const idOf = (login: string) => demoPeople.find((person) => person.login === login)?.id ?? uuidOf('sight', login);
  for (const { login, posts } of added) {
    await core.database.query('INSERT INTO store.person (id, login, name, email) VALUES ($1, $2, $3, $4)', [
      idOf(login),
      login,
      `Påhittad ${login}`,
      `${login}@demo.example`,
    ]);
    for (const { role, unit } of posts) await core.database.query('INSERT INTO store.post (person, role, unit) VALUES ($1, $2, $3)', [idOf(login), role, unit]);
  }
  await core.register.refresh();
  const process = await served(core);
  const issue = (login: string): string => process.app.get(Tokens).issue(idOf(login));
  const tokens = new Map([...demoPeople, ...added].map(({ login }) => [login, issue(login)]));
  const ask = (path: string, login: string | null, init: RequestInit = {}) =>
    fetch(process.base + path, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, ...(login === null ? {} : { authorization: `Bearer ${tokens.get(login)}` }) },
    });
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger reads from the wire
  const post = async (path: string, login: string | null, body: object): Promise<any> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const response = await ask(path, login, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await response.json();
    if (response.status >= 300) throw new Error(`${path} ${JSON.stringify(body)}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const askers: readonly Person[] = [...demoPeople, ...added].filter(({ login }) => !alike.includes(login));
  return { core, ...process, idOf, ask, post, askers };
}
export type Municipality = Awaited<ReturnType<typeof freshMunicipality>>;

type Given = Partial<Pick<CaseFacts, 'unit' | 'laws' | 'reporter' | 'barred'>> & {
  /** Who sends it, where that is not the one whom the law calls its reporter. */ readonly sentBy?: string;
};
const home = 'afs-hemtjanst-norra';
const word = (): string => `ord${randomUUID().replaceAll('-', '')}`;

/** Makes cases over HTTP and records what the law asks about each. */
export class Telling {
  readonly cases: Told[] = [];
  constructor(private readonly of: Municipality) {}

  /** A report, and its sibling where it is under two laws. */
  async report(name: string, kind: CaseFacts['kind'], given: Given = {}, body: object = {}): Promise<Told> {
    const { unit = home, laws = null, reporter = 'registrator', barred = [], sentBy = reporter } = given;
    const said = word();
    const staff = kind === 'complaint' ? { opinionType: 'complaint', ...(reporter === null ? {} : { source: 'relative' }) } : { immediateActions: 'Tillsyn.' };
    const sent = { kind, unit, lawAreas: laws, what: said, ...staff, ...body };
    const { id, siblings } = await this.of.post('/api/cases', sentBy, sent);
    const facts = { kind, barred, handler: null, lead: null, unit, reporter, suspected: null, laid: false };
    const split = kind === 'deviation' && siblings.length > 0;
    const isCareFirst = laws?.[0] === 'HSL';
    const first = await this.#keep(name, id, said, { ...facts, laws: split ? (isCareFirst ? ['HSL'] : ['SoL']) : laws });
    if (split) await this.#keep(`${name}, its sibling`, siblings[0].id, said, { ...facts, laws: isCareFirst ? ['SoL'] : ['HSL'] });
    return first;
  }

  /** What a case is raised to or becomes; the reporter of a report stays the reporter, of a complaint it is who raised it (docs/law/conversions.md). */
  async becomes(from: Told, to: CaseFacts['kind'], laws: readonly string[], by: string, body: object = {}): Promise<Told> {
    const answer = await this.does(from, by, { type: 'ConvertCase', to, lawAreas: laws, reasons: 'Kan vara allvarligare.', ...body });
    const facts = {
      kind: to,
      laws,
      unit: from.unit,
      handler: null,
      lead: null,
      suspected: null,
      laid: false,
      barred: from.barred,
      reporter: from.kind === 'complaint' ? by : from.reporter,
    };
    const child = await this.#keep(`${from.name} → ${to}`, answer.born[0].id, null, facts);
    if ((body as { way?: string }).way !== 'sibling') this.#carriedOnBy(from, child);
    return child;
  }

  /** Everything that came before continues too. */
  #carriedOnBy(from: Told, child: Told): void {
    for (const one of this.cases) if (one === from || one.became.includes(from)) one.became.push(child);
  }

  does(one: Told, by: string, command: { readonly type: string } & Record<string, unknown>) {
    return this.of.post(`/api/cases/${one.id}/commands`, by, command);
  }

  async assign(one: Told, to: string, by = 'karin'): Promise<void> {
    await this.does(one, by, { type: 'AssignCase', person: this.of.idOf(to), as: 'medarbetare' });
    Object.assign(one, { handler: to });
  }

  async leads(one: Told, whom: string, by = 'karin'): Promise<void> {
    await this.does(one, by, { type: 'OpenInvestigation', method: 'incidentAnalysis', lead: this.of.idOf(whom), team: 2 });
    Object.assign(one, { lead: whom });
  }

  /** The first assessment, by one who may give it. */
  async triage(one: Told, answers: { readonly irregularity?: string; readonly careInjury?: string; readonly danger?: string }, by = 'karin'): Promise<void> {
    const said = { irregularity: 'no', careInjury: 'no', danger: 'no', ...answers };
    if (by !== 'karin') await this.does(one, by, { type: 'AnswerConflict', answer: 'none' });
    await this.does(one, by, { type: 'AnswerTriage', ...said, reasons: 'Enligt det som är sagt.' });
    const may = (answer: string) => answer !== 'no';
    Object.assign(one, { suspected: { irregularity: may(said.irregularity), careInjury: may(said.careInjury), danger: may(said.danger) } });
  }

  /** The board is told of it. */
  async lay(one: Told, by = 'karin'): Promise<void> {
    await this.does(one, by, { type: 'GiveFeedback', to: 'board', what: 'interim', method: 'letter' });
    Object.assign(one, { laid: true });
  }

  async bar(one: Told, whom: string, by = 'karin'): Promise<void> {
    await this.does(one, by, { type: 'AnswerConflict', answer: 'conflict', person: this.of.idOf(whom) });
    Object.assign(one, { barred: [...one.barred, whom] });
  }

  async #keep(name: string, id: string, said: string | null, facts: Omit<CaseFacts, 'became'>): Promise<Told> {
    const by = facts.unit?.startsWith('glantan') ? 'providerHead' : 'karin';
    const added = word();
    await this.of.post(`/api/cases/${id}/commands`, by, { type: 'AddToCase', by: 'staff', text: added });
    const titled = word();
    await this.of.post(`/api/cases/${id}/commands`, by, { type: 'TitleCase', title: titled });
    const form = new FormData();
    form.append('bilagor', new Blob([added]), 'anteckning.txt');
    const { status } = await this.of.ask(`/arende/${id}/bilaga`, by, { method: 'POST', headers: { accept: 'text/html' }, body: form });
    if (status !== 303) throw new Error(`the attachment of ${name} was answered ${status}`);
    const state = await this.of.core.cases.load(id);
    const attachment = state.exists ? state.documents.attachments[0]?.id : undefined;
    if (attachment === undefined) throw new Error(`the attachment of ${name} was not kept`);
    const told: Told = { ...facts, name, id, said, added, titled, attachment, became: [] };
    this.cases.push(told);
    return told;
  }
}
