import type { VNode } from 'preact';
import { z } from 'zod';
import { type Code, codesOf, labelOf } from '#domain/codes/code';
import { processHeadings } from '#domain/codes/process-headings';
import { checkVerdicts } from '#domain/codes/self-checks';
import { selfCheckType } from '#domain/selfcheck/index';
import { measuredInWords } from '#domain/selfcheck/selfcheck';
import type { RecordItem } from '#read-model/record-list';
import { selfCheckTexts as said } from '#text/self-check';
import { optionsOf } from '#ui/field';
import type { ListLook, RecordRoom } from '../records/room.js';
import { Basis } from './basis.js';
import { Occasions } from './occasions.js';
import { performed, yearOf } from './year.js';
import { Signs, YearTable, YearWheel } from './year-wheel.js';

const empty = (value: unknown) => (value === '' ? undefined : value);
const codeIn = (list: readonly Code[]) => z.preprocess(empty, z.enum(codesOf(list) as [string, ...string[]], { error: 'Okänt val' }).optional());

/** The list of checks with the year of a unit as a wheel and a table, and the coverage of each unit for those above. */
export const selfCheckRoom: RecordRoom = {
  query: {
    process: codeIn(processHeadings),
    verdict: codeIn(checkVerdicts),
    year: z.preprocess(empty, z.coerce.number({ error: 'Ska vara ett år' }).int().min(2000).max(2200).optional()),
  },
  selects: [
    { name: 'process', label: 'Process', options: optionsOf(processHeadings) },
    { name: 'verdict', label: 'Senaste resultat', options: optionsOf(checkVerdicts) },
  ],
  keeps: ({ facts }, { process, verdict }) =>
    (process === undefined || facts['process'] === process) && (verdict === undefined || facts['verdict'] === verdict),
  order: null,
  columns: [
    { heading: 'Process', cell: ({ facts }) => labelOf(processHeadings, String(facts['process'])) },
    {
      heading: 'Mätt',
      cell: ({ facts: { met, of, stated } }) => (
        <>
          {of == null ? '–' : measuredInWords({ met: Number(met), of: Number(of) })}
          {stated == null ? null : <span class="hint block">{String(stated)}</span>}
        </>
      ),
    },
  ],
  overview: (look) => <Overview {...look} />,
  notice: (opened) => <Basis {...opened} />,
  aside: (opened) => <Occasions {...opened} />,
};

/** A unit's year; above units, how far each has come. */
function Overview(look: ListLook): VNode {
  const { items, query, today, hrefOf } = look;
  const year = Number(query['year'] ?? today.slice(0, 4));
  const isOne = query.unit !== undefined || new Set(items.map(({ unit }) => unit)).size < 2;
  return (
    <section aria-labelledby="aret" class="year-overview">
      <div class="heading">
        <h2 id="aret">{isOne ? said.year(year) : said.units(year)}</h2>
        <p>
          <a href={hrefOf({ year: String(year - 1) })}>{said.earlier(year - 1)}</a> <a href={hrefOf({ year: String(year + 1) })}>{said.after(year + 1)}</a>
        </p>
      </div>
      {items.length === 0 ? null : isOne ? <OfUnit {...look} year={year} /> : <Units {...look} year={year} />}
    </section>
  );
}

function OfUnit({ items, shown, headingOf, today, year }: ListLook & { readonly year: number }): VNode {
  const rows = shown.map((item) => ({ href: `/${selfCheckType.page}/${item.id}`, name: headingOf(item), marks: yearOf(item, year, today) }));
  const current = today.startsWith(String(year)) ? Number(today.slice(5, 7)) - 1 : null;
  const more = items.length - shown.length;
  return (
    <>
      <div class="wheel-and-table">
        {rows.length === 0 ? null : <YearWheel year={year} rows={rows} current={current} />}
        <div>
          <YearTable year={year} rows={rows} />
          <Signs />
        </div>
      </div>
      {more <= 0 ? null : <p class="hint">{said.more(more)}</p>}
    </>
  );
}

/** Each unit with the latest verdict of each of its checks in the year. */
function Units({ items, organisation, today, hrefOf, year }: ListLook & { readonly year: number }): VNode {
  const verdictIn = (item: RecordItem) => performed(item).findLast(({ due }) => due.startsWith(String(year)))?.verdict;
  const units = organisation.at(today).filter(({ code }) => items.some(({ unit }) => unit === code));
  return (
    <>
      <table class="cases">
        <caption class="out-of-sight">{said.units(year)}</caption>
        <thead>
          <tr>
            {[said.unit, said.planned, ...checkVerdicts.map(({ label }) => label), said.left].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ code, name }) => {
            const own = items.filter(({ unit }) => unit === code);
            return (
              <tr key={code}>
                <th scope="row">
                  <a href={hrefOf({ unit: code })}>{name}</a>
                </th>
                <td data-label={said.planned}>{own.length}</td>
                {checkVerdicts.map((verdict) => (
                  <td key={verdict.code} data-label={verdict.label}>
                    {own.filter((item) => verdictIn(item) === verdict.code).length}
                  </td>
                ))}
                <td data-label={said.left}>{own.filter(({ due, closed }) => !closed && due !== null && due < today).length}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint">{said.unitsHint}</p>
    </>
  );
}
