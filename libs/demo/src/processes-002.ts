import type { Core } from '#case-service/core';
import type { AnsweringLevel, ProcessSeries } from '#domain/codes/processes';
import { uuidOf } from '#domain/ids';
import { atWorkingTime } from '#domain/law/calendar';
import { personActor } from '#domain/org/actor';
import { processType } from '#domain/process/index';
import { people } from './municipality.js';

const DIVISION = 'iof';

interface Process002 {
  readonly series: ProcessSeries;
  readonly name: string;
  /** The activities in which the document has risks. */
  readonly activities: readonly string[];
  /** Who answers: invented, the document does not say. */
  readonly answers: AnsweringLevel;
}

/**
 * The ten processes of document 002 (the headings of its self-checks, pages 16–17) with the activities of its risks (pages 14–15). A code numbers each series
 * in this order, so that it has the document's own number.
 */
export const processes002: readonly Process002[] = [
  {
    series: 'support',
    name: 'Medarbetare känner till och arbetar i enlighet med ledningssystemet',
    activities: ['Synpunkter och klagomål', 'Säkerställande av tillräcklig bemanning och rätt kompetens i verksamheten'],
    answers: 'avdelningschef',
  },
  { series: 'main', name: 'Rådgivning, förebyggande, uppsökande', activities: [], answers: 'enhetschef' },
  { series: 'main', name: 'Aktualisera', activities: ['Ta emot anmälan, ansökan, journal och eller annan handling.'], answers: 'enhetschef' },
  { series: 'support', name: 'Verksamhets- och avtalsuppföljning', activities: [], answers: 'avdelningschef' },
  {
    series: 'support',
    name: 'Brukare, anhöriga och närstående är delaktiga i förbättrings- och utvecklingsarbetet',
    activities: [],
    answers: 'enhetschef',
  },
  { series: 'main', name: 'Utreda', activities: ['Dokumentera utredning'], answers: 'enhetschef' },
  { series: 'main', name: 'Bedöma och besluta', activities: [], answers: 'enhetschef' },
  { series: 'main', name: 'Utföra/genomföra', activities: [], answers: 'enhetschef' },
  { series: 'main', name: 'Följa upp', activities: ['Uppföljning av enskilda insatser/beslut (individuppföljning)'], answers: 'enhetschef' },
  { series: 'main', name: 'Avslut av insats/ärende', activities: ['Utföraren avslutar brukare'], answers: 'enhetschef' },
];

/** Draws up the division's process map as the document has it. Done once. */
export async function recordProcesses({ records }: Pick<Core, 'records'>): Promise<void> {
  const head = people.find(({ posts }) => posts.some(({ role, unit }) => role === 'avdelningschef' && unit === DIVISION));
  if (head === undefined) throw new Error(`nobody heads ${DIVISION}`);
  const actor = personActor(head.id, head.posts);
  const as = (...step: readonly (string | number)[]) => ({ commandId: uuidOf('demo', 'process', ...step), now: atWorkingTime('2023-01-16', 10) });
  const { id } = await records.create(actor, processType, { type: 'BeginMap', unit: DIVISION }, as('begun'));
  const count = { main: 0, support: 0 };
  for (const [n, { series, name, activities, answers }] of processes002.entries()) {
    count[series] += 1;
    const code = `${series === 'main' ? 'H' : 'S'}${count[series]}`;
    const process = { type: 'AddPart', kind: 'process', series, under: null, name, answers, from: '2023-01-01' };
    await records.execute(actor, processType, id, process, as('process', n));
    for (const [m, activity] of activities.entries())
      await records.execute(
        actor,
        processType,
        id,
        { type: 'AddPart', kind: 'activity', series: null, under: code, name: activity, answers: 'medarbetare', from: '2023-01-01' },
        as('activity', n, m),
      );
  }
}
