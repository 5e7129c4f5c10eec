import type { VNode } from 'preact';
import { z } from 'zod';
import { labelOf } from '#domain/codes/code';
import { reportStatuses } from '#domain/codes/report-documents';
import { unitsToCreateIn } from '#domain/records/decide';
import { reportDocumentType } from '#domain/reportdocument/index';
import { reportDocumentTexts as said } from '#text/report-document';
import type { ListLook, RecordRoom } from '../records/room.js';

/** The list with who has written for the year, and from a report the way to its document. */
export const reportRoom: RecordRoom = {
  query: {
    year: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number({ error: 'Ska vara ett år' }).int().min(2000).max(2200).optional()),
  },
  selects: [],
  keeps: ({ facts }, { year }) => year === undefined || facts['year'] === year,
  order: null,
  columns: [{ heading: said.written, cell: ({ facts }) => writtenOf(facts) }],
  overview: (look) => <Overview {...look} />,
  notice: ({ state }) => (
    <p>
      <a class="button" href={`/${reportDocumentType.page}/${state.id}/text`}>
        {said.open}
      </a>
    </p>
  ),
};

const writtenOf = ({ asked, missing }: Readonly<Record<string, unknown>>): string => `${Number(asked) - Number(missing)} av ${Number(asked)}`;

/** Every unit of which the reader may open a report: how far its report of the year has come, and which have none. */
function Overview(look: ListLook): VNode | null {
  const { items, query, today, organisation } = look;
  const begun = items.filter(({ status }) => status !== 'takenIn').map(({ facts }) => Number(facts['year']));
  const year = Number(query['year'] ?? (begun.length > 0 ? Math.max(...begun) : Number(today.slice(0, 4)) - 1));
  const mine = new Set(unitsToCreateIn(reportDocumentType, look));
  const units = organisation.at(today).filter(({ code, provider }) => mine.has(code) && provider === 'own');
  // With one status chosen the others are not there to be shown.
  if (units.length < 2 || (query.status !== undefined && query.status !== 'open' && query.status !== 'all')) return null;
  const depth = Math.min(...units.map(({ code }) => organisation.ancestors(code, today).length));
  return (
    <section aria-labelledby="aret" class="year-overview">
      <div class="heading">
        <h2 id="aret">{said.year(year)}</h2>
        <p>
          <a href={look.hrefOf({ year: String(year - 1) })}>{`← ${year - 1}`}</a> <a href={look.hrefOf({ year: String(year + 1) })}>{`${year + 1} →`}</a>
        </p>
      </div>
      <table class="cases">
        <caption class="out-of-sight">{said.year(year)}</caption>
        <thead>
          <tr>
            {[said.unit, said.report, said.state, said.written].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ code, name }) => {
            const own = items.find(({ unit, facts }) => unit === code && facts['year'] === year);
            return (
              <tr key={code}>
                <th scope="row" class={`at-depth-${organisation.ancestors(code, today).length - depth}`}>
                  {name}
                </th>
                <td data-label={said.report}>
                  <a
                    href={
                      own === undefined
                        ? `/${reportDocumentType.page}/ny?${new URLSearchParams({ unit: code, kind: 'quality', year: String(year) })}`
                        : `/${reportDocumentType.page}/${own.id}/text`
                    }
                  >
                    {own?.number ?? said.openOne}
                    <span class="out-of-sight">{` ${name}`}</span>
                  </a>
                </td>
                <td data-label={said.state}>{own === undefined ? said.none : labelOf(reportStatuses, own.status)}</td>
                <td data-label={said.written}>{own === undefined ? '–' : writtenOf(own.facts)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
