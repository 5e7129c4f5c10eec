import type { OpenedCase } from '#case-service/case-reader';
import { entriesOf, wordOf } from '#case-view/investigation';
import type { CaseDocument, Passage, Section } from '#documents/case-document';
import { notHeardReasons } from '#domain/codes/hearing';
import { inSentence } from '#domain/codes/in-sentence';
import { stockholmDate } from '#domain/law/calendar';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { Person } from '#organisation/people';
import { investigationTexts as said } from '#text/ivo-package';
import { decisionTexts } from '#text/sections';
import { longDate, longMoment } from '#ui/deadline';
import { secrecyText } from '#ui/secrecy-mark';
import { titleOf } from '../case/case-facts.js';
import { actionLines, causeLines, entryGroups, patientLines, terms } from '../case/case-sections.js';
import { label } from '../frame/labels.js';
import { decidedOf, summaryOf } from './decision-told.js';

/**
 * The investigation as a document to send: what happened, the findings point by point, causes, actions, decisions. Without the
 * reporter and the authors: whose words they are is said by role, not by name (docs/law/access.md#secrecy).
 */
export function investigationDocument(opened: OpenedCase, people: readonly Person[], register: OrganisationRegister): CaseDocument {
  const { state } = opened;
  const day = stockholmDate(opened.now);
  return {
    title: state.desc.kind === 'lexMaria' ? said.lexMaria : said.lexSarah,
    about: `${state.number}. ${titleOf(state, register, day)}`,
    facts: terms([
      ['Sekretess', state.diary.secrecy ? secrecyText : null],
      ['Diarienummer', state.diary.number],
      ['Nämnd', register.organisation.rootOf(state.desc.unit ?? '', day)?.name ?? null],
      ['Utredningen avslutades', state.investigation.completed === null ? null : longMoment(state.investigation.completed.at)],
    ]),
    sections: [
      {
        heading: said.event,
        facts: summaryOf(opened, register, day),
        passages: [
          ...passage(wordOf(opened, 'CaseReceived', 'what'), said.reported),
          ...passage(wordOf(opened, 'CaseReceived', 'immediateActions'), said.atOnce),
          ...added(opened),
        ],
      },
      { heading: said.investigation, passages: pointPassages(opened, people) },
      ...heard(opened),
      causes(opened),
      actions(opened),
      ...(state.desc.kind === 'lexMaria' ? [{ heading: said.patient, passages: patientLines(opened).map((text) => ({ text })) }] : []),
      decisions(opened, people),
    ],
    foot: `${state.diary.secrecy ? 'Sekretessmarkerat. ' : ''}${state.number}, upprättad ${longMoment(opened.now)}`,
    day,
  };
}

/** Additions, in the order they came. */
const added = ({ events, words }: OpenedCase): readonly Passage[] =>
  events.flatMap((event): readonly Passage[] => {
    const text = event.type === 'AddendumMade' ? words.get(event.eventId)?.['text'] : undefined;
    const by = event.open['by'];
    const from = typeof by === 'string' ? `Från: ${inSentence(label('party', by) ?? '')}, ` : '';
    return typeof text === 'string' ? [{ heading: said.added, text, note: `${from}${longMoment(event.at)}.` }] : [];
  });

const passage = (text: string | null, heading: string): readonly Passage[] => (text === null ? [] : [{ heading, text }]);

function pointPassages(opened: OpenedCase, people: readonly Person[]): readonly Passage[] {
  const entries = entriesOf(opened, people);
  return entryGroups(opened, people).flatMap(({ title, lines }) =>
    lines.flatMap((line, n): readonly Passage[] => {
      const entry = entries.find(({ id }) => id === line.id);
      if (line.replaced || entry === undefined) return [];
      const from = `${line.nature}. Från: ${inSentence(label('party', entry.by) ?? '')}${entry.heardAt === null ? '' : `, ${longDate(entry.heardAt)}`}.`;
      return [{ ...(n === 0 ? { heading: title } : {}), text: line.text ?? said.withoutWords, note: from }];
    }),
  );
}

function heard({ state }: OpenedCase): readonly Section[] {
  if (state.investigation.heard.length === 0) return [];
  const rows = state.investigation.heard.map(({ party, result, reason }) => ({
    term: label('party', party) ?? '',
    text: `${label('heardResult', result) ?? ''}${reason === null ? '' : ` (${inSentence(notHeardReasons.find(({ code }) => code === reason)?.label ?? '')})`}`,
  }));
  return [{ heading: said.heard, facts: rows }];
}

function causes(opened: OpenedCase): Section {
  const lines = causeLines(opened);
  if (lines.length === 0) return { heading: said.causes, lead: said.noCauses };
  return {
    heading: said.causes,
    passages: lines.map(({ n, area, level, serious, text }) => ({
      heading: `Orsak ${n}: ${area}${level === null ? '' : `, ${inSentence(level)}`}${serious ? ' (allvarlig)' : ''}`,
      text: text ?? said.withoutWords,
    })),
  };
}

function actions(opened: OpenedCase): Section {
  const lines = actionLines(opened);
  if (lines.length === 0) return { heading: said.actions, lead: said.noActions };
  return {
    heading: said.actions,
    passages: lines.map((line) => ({
      heading: `Åtgärd ${line.n}: ${line.area}`,
      text: line.what ?? said.withoutWords,
      note: [
        line.causes.length === 0 ? null : `Möter orsak ${line.causes.join(' och ')}.`,
        `Ansvarig: ${line.owner}.`,
        `${line.status}, ${line.horizon}${line.due === null ? '' : `, klar senast ${longDate(line.due)}`}.`,
        line.howJudged === null ? null : `Effekten bedöms${effectDay(opened, line.id)} så: ${line.howJudged}`,
      ]
        .filter((part) => part !== null)
        .join(' '),
    })),
  };
}

function effectDay({ state }: OpenedCase, id: string): string {
  const day = state.remedy.actions.find(({ actionId }) => actionId === id)?.effectDueAt;
  return day == null ? '' : ` ${longDate(day)}`;
}

function decisions(opened: OpenedCase, people: readonly Person[]): Section {
  const decided = decidedOf(opened, people);
  if (decided.length === 0) return { heading: said.decided, lead: said.undecided };
  return {
    heading: said.decided,
    passages: decided.flatMap(({ title, text, by, reasons, dissent }) => [
      { heading: `${title}: ${text}`, text: reasons ?? said.withoutWords, note: by },
      ...passage(dissent, decisionTexts.dissent),
    ]),
  };
}
