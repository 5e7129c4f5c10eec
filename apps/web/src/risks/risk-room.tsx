import type { VNode } from 'preact';
import { z } from 'zod';
import { type Code, codesOf, labelOf } from '#domain/codes/code';
import { riskConsequences, riskLevels, riskProbabilities } from '#domain/codes/risk';
import { type Risk, riskType } from '#domain/risk/index';
import { casesSinceAssessed } from '#domain/risk/risk';
import { LineChart } from '#ui/chart/line-chart';
import { dayAndMonth, longDate } from '#ui/deadline';
import { optionsOf } from '#ui/field';
import type { RecordRoom } from '../records/room.js';
import { RiskGrid } from './risk-grid.js';

const codeIn = (list: readonly Code[]) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(codesOf(list) as [string, ...string[]], { error: 'Okänt val' }).optional());

const sinceText = (n: number): string => `${n === 1 ? '1 händelse' : `${n} händelser`} sedan senaste bedömningen: bedöm om?`;

/** Grid, levels and the curve of the value: what risks have beside what every record has (product D10). */
export const riskRoom: RecordRoom = {
  query: { probability: codeIn(riskProbabilities), consequence: codeIn(riskConsequences), level: codeIn(riskLevels) },
  selects: [
    { name: 'probability', label: 'Sannolikhet', options: optionsOf(riskProbabilities) },
    { name: 'consequence', label: 'Konsekvens', options: optionsOf(riskConsequences) },
    { name: 'level', label: 'Nivå', options: optionsOf(riskLevels) },
  ],
  keeps: ({ facts }, { probability, consequence, level }) =>
    (probability === undefined || String(facts['probability']) === probability) &&
    (consequence === undefined || String(facts['consequence']) === consequence) &&
    (level === undefined || facts['level'] === level),
  order: {
    text: 'störst riskvärde först',
    compare: (one, other) => Number(one.closed) - Number(other.closed) || Number(other.facts['value']) - Number(one.facts['value']),
  },
  columns: [
    {
      heading: 'Riskvärde',
      cell: ({ id, closed, facts: { probability, consequence, value, level, casesSince } }) => (
        <>
          <strong class={`risk-value level-${level}`}>{`${value} ${labelOf(riskLevels, String(level))}`}</strong>
          <span class="hint block">{`${labelOf(riskProbabilities, String(probability))} × ${labelOf(riskConsequences, String(consequence))}`}</span>
          {closed || Number(casesSince) === 0 ? null : (
            <a class="block" href={`/${riskType.page}/${id}?gor=AssessRisk#k-AssessRisk`}>
              {sinceText(Number(casesSince))}
            </a>
          )}
        </>
      ),
    },
  ],
  overview: (look) => <RiskGrid {...look} />,
  notice: ({ state }) => {
    const since = casesSinceAssessed(state as Risk).length;
    if (since === 0 || (state as Risk).closed !== null) return null;
    return (
      <p class="warned">
        <a href="#k-AssessRisk">{sinceText(since)}</a>
      </p>
    );
  },
  aside: ({ state, events, now }) => <Curve risk={state as Risk} versions={events.filter(isAssessment).map(({ version }) => version)} now={now} />,
};

/** The events that have a value: each is a point of the curve. */
const isAssessment = ({ open }: { readonly open: Readonly<Record<string, unknown>> }): boolean => 'probability' in open && 'value' in open;

/** Probability and consequence have five steps each: the curve of every risk has the same scale. */
const GREATEST = riskProbabilities.length * riskConsequences.length;

const Curve = ({ risk: { assessments }, versions, now }: { readonly risk: Risk; readonly versions: readonly number[]; readonly now: string }): VNode => (
  <section aria-labelledby="kurvan">
    <h2 id="kurvan">Riskvärdet över tid</h2>
    <LineChart
      id="riskvarde"
      title={`Riskvärde vid varje bedömning: ${assessments.map(({ value }) => value).join(', ')}`}
      pointTitle="Bedömning"
      valueTitle="Riskvärde"
      greatest={GREATEST}
      points={assessments.map(({ at, value }, n) => ({
        name: `${n + 1}. ${longDate(at)}`,
        short: dayAndMonth(at, now),
        value,
        href: `#h-${versions[n] ?? 1}`,
      }))}
    />
  </section>
);
