import type { OpenedCase } from '#case-service/case-reader';
import { type CaseState, noCase } from '#domain/case/case';
import { caseEventNamed, labelOfEvent } from '#domain/case/events.schema';
import { evolve } from '#domain/case/evolve';
import type { Open } from '#domain/case/history-words';
import { upcast } from '#domain/case/upcast';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { stockholmDate } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { rolesOver } from '#domain/org/roles-over';
import type { Organisation } from '#domain/org/units';
import type { Person } from '#organisation/people';
import { factNames } from '#text/correction';
import { correctedFacts } from './corrected.js';

const others: Readonly<Record<string, string>> = { anonymous: 'Den som hörde av sig', system: 'Systemet', import: 'Inläsning' };

/** What an event says, in a sentence without anybody's words: its label, and the code that matters. */
export function sentenceOfEvent({ type, open }: { readonly type: string; readonly open: Open }, organisation: Organisation, today: string): string {
  const definition = caseEventNamed(type);
  const detail = definition?.detail?.(open as never, organisation, today) ?? null;
  const said = definition?.says?.(open as never) ?? labelOfEvent(type);
  return detail === null ? said : `${said}: ${detail}`;
}

/** What happened, oldest first. Who did it is a name to those who may read the case's words, a role to others. */
export function historyView(opened: OpenedCase, people: readonly Person[], organisation: Organisation) {
  const today = stockholmDate(opened.now);
  const items = opened.events.map((event) => {
    const words = opened.words.get(event.eventId);
    return {
      version: event.version,
      at: event.at,
      recordedAt: event.recordedAt,
      type: event.type,
      text: `${sentenceOfEvent(event, organisation, today)}${toWhom(event, opened, people, organisation, today)}${otherNumber(event, opened)}${corrected(event, opened, organisation, today)}`,
      by: byOf(event.actor, opened, people, organisation, today),
      ...(opened.mayRead && words !== undefined ? { words } : {}),
    };
  });
  return { items };
}

/** What a correction changed: each fact as it stood and as it became. */
function corrected(event: OpenedCase['events'][number], { events, state }: OpenedCase, organisation: Organisation, today: string): string {
  if (event.type !== 'CaseCorrected') return '';
  const before = events.filter(({ version }) => version < event.version).reduce<CaseState>((so, one) => evolve(so, upcast(one)), noCase(state.id));
  if (!before.exists) return '';
  const facts = correctedFacts(before.desc, event.open['set'] as Readonly<Record<string, unknown>>, organisation, today);
  return facts.length === 0
    ? ''
    : `: ${facts.map(({ field, before: stood, after }) => `${inSentence(factNames[field] ?? field)}, ${stood ?? NONE} → ${after ?? NONE}`).join('; ')}`;
}
const NONE = 'inte angivet';

/** The number of the other case that it is about. */
function otherNumber({ type, open }: OpenedCase['events'][number], { numbers }: OpenedCase): string {
  const about = caseEventNamed(type)?.about?.(open as never) ?? null;
  const number = about === null ? undefined : numbers.get(about);
  return number === undefined ? '' : `, ${number}`;
}

/** Whom a case was given to, as the one who did something is named. */
function toWhom(
  { type, open }: OpenedCase['events'][number],
  opened: OpenedCase,
  people: readonly Person[],
  organisation: Organisation,
  today: string,
): string {
  if (type !== 'CaseAssigned') return '';
  if (open['person'] === null) return ': till ingen';
  const whom = byOf(`person:${String(open['person'])}`, opened, people, organisation, today);
  return `: till ${opened.mayRead ? whom : inSentence(whom)}`;
}

function byOf(actor: string, opened: OpenedCase, people: readonly Person[], organisation: Organisation, today: string): string {
  const other = others[actor];
  if (other !== undefined) return other;
  const person = people.find((row) => `person:${row.id}` === actor);
  if (person === undefined) return 'En medarbetare';
  if (opened.mayRead) return person.name;
  const role = rolesOver(personActor(person.id, person.posts), opened.state.desc.unit, organisation, today)[0];
  return labelOf(roles, role ?? 'medarbetare');
}
