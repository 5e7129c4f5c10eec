import type { OpenedCase } from '#case-service/case-reader';
import { wordOf } from '#case-view/investigation';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { inSentence } from '#text/in-sentence';
import { longDate, longMoment } from '#ui/deadline';
import { unitName } from '../case/case-facts.js';
import { decidedText, proposedText, terms } from '../case/case-sections.js';
import { roleOf } from '../case/references.js';
import type { Term } from '../case/sections.js';
import { label } from '../frame/labels.js';

/** A decision as it is read: what, by whom and when, and why. */
export interface Decided {
  readonly title: string;
  readonly text: string;
  readonly by: string;
  readonly reasons: string | null;
}

/** What the event was, in codes and days. */
export function summaryOf({ state }: OpenedCase, register: OrganisationRegister, today: string): readonly Term[] {
  const { desc, triage } = state;
  return terms([
    ['Enhet', unitName(register, desc.unit, today)],
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
  const text = proposedText(opened.state.outcomeProposed);
  const event = opened.events.filter((row) => row.type === 'OutcomeProposed').at(-1);
  if (text === null || event === undefined) return null;
  const who = people.find((person) => person.id === event.open['by']);
  return {
    text,
    by: `${who === undefined ? 'Utredaren' : `${who.name}, ${roleOf(who)}`}, ${longMoment(event.at)}`,
    reasons: wordOf(opened, 'OutcomeProposed', 'reasons'),
  };
}

/** The outcome and the position on notification, as far as they are taken. */
export function decidedOf(opened: OpenedCase, people: readonly Person[]): readonly Decided[] {
  const { outcome, ivo } = opened.state;
  const presenter = people.find((person) => person.id === ivo?.presenter);
  const nameOf = (type: string) =>
    people.find(({ id }) => opened.mayRead && `person:${id}` === opened.events.filter((event) => event.type === type).at(-1)?.actor)?.name;
  const by = (type: string, role: string, at: string, point: string | null | undefined) =>
    `${[nameOf(type), inSentence(label('role', role) ?? '')].filter(Boolean).join(', ')}, ${longMoment(at)}${point == null ? '' : `, delegationspunkt ${point}`}`;
  return [
    ...(outcome === null
      ? []
      : [
          {
            title: 'Bedömning',
            text: decidedText(outcome) ?? '',
            by: by('OutcomeDecided', outcome.byRole, outcome.at, outcome.delegationPoint),
            reasons: wordOf(opened, 'OutcomeDecided', 'reasons'),
          },
        ]),
    ...(ivo === null
      ? []
      : [
          {
            title: 'Anmälan till IVO',
            text: `${label('ivoNotify', ivo.notify) ?? ''}${ivo.urgent ? ' (brådskande)' : ''}${ivo.other == null ? '' : `: ${label('handOverReceiver', ivo.other) ?? ''}`}`,
            by: `${by('IvoDecided', ivo.byRole, ivo.at, ivo.delegationPoint)}${presenter === undefined ? '' : `. Föredragande: ${presenter.name}`}`,
            reasons: wordOf(opened, 'IvoDecided', 'reasons'),
          },
        ]),
  ];
}
