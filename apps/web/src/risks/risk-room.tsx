import type { VNode } from 'preact';
import { z } from 'zod';
import { type Code, codesOf, labelOf } from '#domain/codes/code';
import { riskConsequences, riskLevels, riskProbabilities } from '#domain/codes/risk';
import { rolesOver } from '#domain/org/roles-over';
import type { Asking } from '#domain/records/record-command';
import { type Risk, riskType } from '#domain/risk/index';
import { casesSinceAssessed } from '#domain/risk/risk';
import { assessors } from '#domain/risk/who';
import { LineChart } from '#ui/chart/line-chart';
import { dayAndMonth, longDate } from '#ui/deadline';
import { optionsOf } from '#ui/field';
import { Warned } from '#ui/told-line';
import type { RecordRoom } from '../records/room.js';
import { RiskGrid } from './risk-grid.js';

const codeIn = (list: readonly Code[]) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(codesOf(list) as [string, ...string[]], { error: 'Okänt val' }).optional());

/** A way to the form for those who assess; the others read how many there are. */
const Since = ({ n, href, ...asking }: Asking & { readonly n: number; readonly unit: string; readonly href: string }): VNode => {
  const text = `${n === 1 ? '1 händelse' : `${n} händelser`} sedan senaste bedömningen`;
  return mayAssess(asking) ? <a class="block" href={href}>{`${text}: bedöm om?`}</a> : <span class="block">{text}</span>;
};

const mayAssess = ({ actor, organisation, today, unit }: Asking & { readonly unit: string }): boolean =>
  rolesOver(actor, unit, organisation, today).some((role) => assessors.includes(role));

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
      cell: ({ id, unit, closed, facts: { probability, consequence, value, level, casesSince } }, { actor, organisation, today }) => (
        <>
          <strong class={`risk-value level-${level}`}>{`${value} ${labelOf(riskLevels, String(level))}`}</strong>
          <span class="hint block">{`${labelOf(riskProbabilities, String(probability))} × ${labelOf(riskConsequences, String(consequence))}`}</span>
          {closed || Number(casesSince) === 0 ? null : (
            <Since n={Number(casesSince)} href={`/${riskType.page}/${id}?gor=AssessRisk#k-AssessRisk`} {...{ actor, organisation, today, unit }} />
          )}
        </>
      ),
    },
  ],
  overview: (look) => <RiskGrid {...look} />,
  notice: ({ state, actor, organisation, today }) => {
    const since = casesSinceAssessed(state as Risk).length;
    if (since === 0 || (state as Risk).closed !== null) return null;
    return (
      <Warned>
        <Since n={since} href="#k-AssessRisk" {...{ actor, organisation, today, unit: state.unit }} />
      </Warned>
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
