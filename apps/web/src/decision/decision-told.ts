import type { OpenedCase } from '#case-service/case-reader';
import { decidedBy } from '#case-view/decided-by';
import { wordOf } from '#case-view/investigation';
import { inSentence } from '#domain/codes/in-sentence';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { longDate, longMoment } from '#ui/deadline';
import { decidedText, proposedText, terms } from '../case/case-sections.js';
import type { Term } from '../case/sections.js';
import { roleOf } from '../forms/references.js';
import { label } from '../frame/labels.js';
import { unitName } from '../frame/unit-name.js';

/** A decision as it is read: what, by whom and when, and why. */
export interface Decided {
  readonly title: string;
  readonly text: string;
  readonly by: string;
  readonly reasons: string | null;
  /** What was recorded against it, in its own words. */
  readonly dissent: string | null;
}

/** The event in codes and days. */
export function summaryOf({ state }: OpenedCase, register: OrganisationRegister, today: string): readonly Term[] {
  const {
    desc,
    assessment: { triage },
  } = state;
  return terms([
    ['Enhet', unitName(register.organisation, desc.unit, today)],
    ['Hände', desc.occurredAt === null ? null : longDate(desc.occurredAt)],
    ['Uppmärksammades', desc.noticedAt === null ? null : longMoment(desc.noticedAt)],
    ['Togs emot', longMoment(desc.receivedAt)],
    ['Sorts missförhållande', (desc.lexSarahKinds ?? []).map((code) => label('lexSarahKind', code)).join(', ')],
    ['Lag', (desc.lawAreas ?? []).map((code) => label('lawArea', code)).join(', ')],
    ['Berör', label('affects', desc.affects)],
    ['Barn berörs', desc.concernsChild === true ? 'Ja' : null],
    ['Någon är fortfarande i fara', label('triageAnswer', triage?.danger ?? null)],
    ['Bedömdes först som allvarligt', label('triageAnswer', triage?.serious ?? null)],
  ]);
}

/** What the investigator proposed, by whom and why; null where nothing is proposed. */
export function proposalOf(
  opened: OpenedCase,
  people: readonly Person[],
): { readonly text: string; readonly by: string; readonly reasons: string | null } | null {
  const text = proposedText(opened.state.assessment.proposed?.outcome ?? null);
  const event = opened.events.filter((row) => row.type === 'OutcomeProposed').at(-1);
  if (text === null || event === undefined) return null;
  const who = people.find((person) => person.id === event.open['by']);
  return {
    text,
    by: `${who === undefined ? 'Utredaren' : `${who.name}, ${roleOf(who)}`}, ${longMoment(event.at)}`,
    reasons: wordOf(opened, 'OutcomeProposed', 'reasons'),
  };
}

/** The outcome and the position on notification, where they are decided, each with the record of its decision. */
export function decidedOf(opened: OpenedCase, people: readonly Person[]): readonly Decided[] {
  const {
    assessment: { outcome },
    ivo,
  } = opened.state;
  const presenter = people.find((person) => person.id === ivo?.presenter)?.name;
  return [
    ...(outcome === null ? [] : [decided(opened, people, 'OutcomeDecided', outcome, 'Bedömning', decidedText(outcome) ?? '')]),
    ...(ivo === null ? [] : [decided(opened, people, 'IvoDecided', ivo, 'Anmälan till IVO', positionText(ivo), presenter)]),
  ];
}

type Decision = NonNullable<OpenedCase['state']['assessment']['outcome']> | NonNullable<OpenedCase['state']['ivo']>;

const positionText = (ivo: NonNullable<OpenedCase['state']['ivo']>): string =>
  `${label('ivoNotify', ivo.notify) ?? ''}${ivo.urgent ? ' (brådskande)' : ''}${ivo.other == null ? '' : `: ${label('handOverReceiver', ivo.other) ?? ''}`}`;

function decided(
  opened: OpenedCase,
  people: readonly Person[],
  type: 'OutcomeDecided' | 'IvoDecided',
  decision: Decision,
  title: string,
  text: string,
  presenter?: string,
): Decided {
  const who = decidedBy(opened, type, (id) => people.find((person) => person.id === id)?.name ?? null);
  const role = inSentence(label('role', decision.byRole) ?? '');
  const instead = decision.insteadOf === null ? '' : `, i stället för ${who?.insteadOf?.name ?? 'ordinarie'}`;
  const point = decision.delegationPoint == null ? '' : `, delegationspunkt ${decision.delegationPoint}`;
  const sentences = [
    `${[who?.by?.name, role].filter(Boolean).join(', ')}${instead}, ${longMoment(decision.at)}${point}`,
    ...(presenter === undefined ? [] : [`Föredragande: ${presenter}`]),
    ...tookPart(decision, who?.participants ?? null),
    ...against(decision),
    ...exceptionLines(opened),
  ];
  return {
    title,
    text,
    by: sentences.join('. '),
    reasons: wordOf(opened, type, 'reasons'),
    dissent: decision.dissents?.length ? wordOf(opened, type, 'dissent') : null,
  };
}

/** "Inga" is a value; what was not asked is left out (docs/law/decisions.md#the-record). */
function tookPart({ participants }: Decision, named: readonly { readonly name: string | null }[] | null): readonly string[] {
  if (participants === null) return [];
  const names = named?.map(({ name }) => name ?? 'okänd').join(', ') ?? `${participants.length} personer`;
  return [`Medverkade utan att delta i avgörandet: ${participants.length === 0 ? 'inga' : names}`];
}

/** Steps that somebody with a conflict of interest was allowed to take (KL 6 kap. 30 §): shown before the decision, and on its record. */
export const exceptionLines = ({ state }: OpenedCase): readonly string[] =>
  state.conflict.exceptions.map(
    (exception) =>
      `Undantag från jäv (KL 6 kap. 30 §): en person med jäv fick ta ett enda steg, ${inSentence(label('urgentStep', exception.step) ?? '')}, ${usedText(exception)}`,
  );

function usedText({ takenAt, givenAt, lapsedAt }: OpenedCase['state']['conflict']['exceptions'][number]): string {
  if (takenAt !== null) return longMoment(takenAt);
  return `medgivet ${longMoment(givenAt)}, inte använt${lapsedAt === null ? '' : `, upphörde ${longMoment(lapsedAt)}`}`;
}

const against = ({ dissents }: Decision): readonly string[] =>
  dissents === null ? [] : [dissents.length === 0 ? 'Ingen reservation eller avvikande mening' : dissents.map((code) => label('dissent', code)).join('. ')];
