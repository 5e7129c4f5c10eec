import type { ExistingCase } from '#domain/case/case';
import { isMirror } from '#domain/case/conditions';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { headingFor } from '#text/case-heading';
import { answerWishes } from '#text/words';
import { longMoment, shortDay } from '#ui/deadline';
import { label } from '../frame/labels.js';
import { unitName } from '../frame/unit-name.js';
import { terms } from './case-sections.js';
import type { Term } from './sections.js';

/** What a case is and where, by its codes: "Klagomål: bemötande · Hemtjänst Norra". @param reads whether the reader may read what happened */
export const titleOf = (state: ExistingCase, register: OrganisationRegister, today: string, reads = true): string =>
  `${headingFor({ ...state.desc, isMirror: isMirror(state) }, reads)} · ${unitName(register.organisation, state.desc.unit, today)}`;

/** What is stated of a case, as terms. */
export function factsOf(state: ExistingCase, people: readonly Person[], register: OrganisationRegister, today: string): readonly Term[] {
  const { desc } = state;
  const handler = people.find((person) => person.id === state.handler?.person);
  const list = (codes: readonly string[] | null, name: string, other: string | null, otherList: 'categoryOther' | 'lexSarahKindOther') =>
    (codes ?? []).map((code) => (code === 'other' && other !== null ? `Annat: ${register.labelOf(otherList, other) ?? ''}` : label(name, code))).join(', ');
  return terms([
    ['Enhet', unitName(register.organisation, desc.unit, today)],
    ['Gäller hos utförare', state.receipt.concernsUnit === null ? null : unitName(register.organisation, state.receipt.concernsUnit, today)],
    [state.outside.providerNews.length === 0 ? 'Avsändarens nummer' : 'Utförarens ärende', desc.externalRef],
    ['Utföraren informerade nämnden', state.outside.providerNews.map(({ toldAt }) => longMoment(toldAt)).join('; ')],
    [
      'Utföraren anmälde till IVO',
      state.outside.providerNews.flatMap(({ notifiedAt }) => (notifiedAt === null ? [] : [longMoment(notifiedAt)])).at(-1) ?? null,
    ],
    ['Rapporterades som', label('kind', state.receipt.reportedAs)],
    ['Från', desc.source === 'local' && desc.sourceName !== null ? register.labelOf('sourceName', desc.sourceName) : label('source', desc.source)],
    ['Svar önskas', desc.kind === 'complaint' && desc.answerBy !== null ? (answerWishes[desc.answerBy] ?? null) : null],
    ['Hur det kom in', label('channel', desc.channel)],
    ['Gäller', list(desc.categories, 'complaintCategory', desc.categoryOther, 'categoryOther')],
    ['Sorts missförhållande', list(desc.lexSarahKinds, 'lexSarahKind', desc.lexSarahKindOther, 'lexSarahKindOther')],
    ['Typ av avvikelse', label('deviationType', desc.deviationType)],
    ['Vad det ledde till', label('eventClass', desc.eventClass)],
    ['Lag', (desc.lawAreas ?? []).map((code) => label('lawArea', code)).join(', ')],
    ['Berör', label('affects', desc.affects)],
    ['Barn berörs', desc.concernsChild === true ? 'Ja' : null],
    ['Hände', desc.occurredAt === null ? null : shortDay(desc.occurredAt)],
    ['Uppmärksammades', desc.noticedAt === null ? null : longMoment(desc.noticedAt)],
    ['Togs emot', longMoment(desc.receivedAt)],
    ['Första rapporten togs emot', state.lineage.origin?.receivedAt == null ? null : longMoment(state.lineage.origin.receivedAt)],
    ['Registrerades', longMoment(state.receipt.recordedAt)],
    ['Handläggs av', handler?.name ?? (state.handler === null ? 'ingen ännu' : labelOf(roles, state.handler.as))],
    ['Diarienummer', state.diary.number],
    ['Öppnat igen', reopenings(state)],
    ['Delar diarienummer med', state.diary.sharedWith?.number ?? null],
  ]);
}

/** Each time the case was opened again, with why: "3 mars 2026 (nya uppgifter)". */
function reopenings({ progress: { reopenings: times } }: ExistingCase): string | null {
  return times.length === 0 ? null : times.map(({ at, reason }) => `${longMoment(at)} (${inSentence(label('reopenReason', reason) ?? '')})`).join('; ');
}
