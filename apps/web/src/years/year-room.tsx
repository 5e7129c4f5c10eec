import type { VNode } from 'preact';
import { z } from 'zod';
import { type Code, labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { type YearDutyState, yearDuties } from '#domain/codes/year-duties';
import { dayInWords } from '#domain/days';
import { rolesOver } from '#domain/org/roles-over';
import { type Year, yearType } from '#domain/year/index';
import { plan } from '#domain/year/plan';
import { waiting } from '#domain/year/year';
import type { RecordItem } from '#read-model/record-list';
import { yearTexts as said } from '#text/year';
import type { ListLook, RecordRoom } from '../records/room.js';

const year = z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number({ error: 'Ska vara ett år' }).int().min(2000).max(2200).optional());

/** A duty as the facts of the record have it. */
interface Shown {
  readonly duty: string;
  readonly opens: string;
  readonly due: string;
  readonly state: YearDutyState;
  readonly on: string;
  readonly role: string;
}
function dutiesOf({ facts }: Pick<RecordItem, 'facts'>): readonly Shown[] {
  const listed = Array.isArray(facts['duties']) ? (facts['duties'] as readonly string[]) : [];
  return listed.map((text) => {
    const [duty = '', opens = '', due = '', state = 'waiting', on = '', role = ''] = text.split(' ');
    return { duty, opens, due, state: state as YearDutyState, on, role };
  });
}

type Mark = keyof typeof said.signs;
const markOf = ({ state, due, opens }: Shown, today: string): Mark => (state !== 'waiting' ? state : due < today ? 'late' : opens <= today ? 'open' : 'ahead');

function sentence(shown: Shown, mark: Mark): string {
  const who = inSentence(labelOf(roles as readonly Code[], shown.role));
  if (mark === 'met') return said.metOn(dayInWords(shown.on));
  if (mark === 'waived') return said.waivedOn(dayInWords(shown.on));
  return mark === 'ahead' ? said.ahead(dayInWords(shown.due)) : said[mark](dayInWords(shown.due), who);
}

/** Which duties of each unit are done, due and late, and who is waited for; the year that is asked for, or the one that something is nearest of. */
export const yearRoom: RecordRoom = {
  query: { year },
  selects: [],
  keeps: ({ facts }, query) => facts['year'] === shownYear(query['year'], facts['year']),
  order: null,
  columns: [],
  overview: (look) => <Overview {...look} />,
  notice: ({ state, actor, organisation, today }) => {
    const attests = waiting(state as Year).some(({ duty, opens }) => plan[duty].attests !== null && opens <= today);
    return attests && rolesOver(actor, state.unit, organisation, today).length > 0 ? (
      <p>
        <a class="button" href="/min-enhet/intyg">
          {said.toAttest}
        </a>
        <span class="hint block">{said.attestHint}</span>
      </p>
    ) : null;
  },
};

const shownYear = (asked: string | number | undefined, otherwise: unknown): unknown => (asked === undefined ? otherwise : Number(asked));

function Overview({ items, query, today, organisation, hrefOf }: ListLook): VNode {
  const nearest = items.filter(({ due }) => due !== null).toSorted((a, b) => String(a.due).localeCompare(String(b.due)))[0];
  const chosen = Number(query['year'] ?? nearest?.facts['year'] ?? today.slice(0, 4));
  const rows = organisation.at(today).flatMap(({ code, name, level }) => {
    const item = items.find(({ unit, facts }) => unit === code && facts['year'] === chosen);
    return item === undefined ? [] : [{ item, name, level, duties: dutiesOf(item) }];
  });
  const columns = yearDuties.filter(({ code }) => rows.some(({ duties }) => duties.some(({ duty }) => duty === code)));
  const late = rows.flatMap(({ duties }) => duties.filter((shown) => markOf(shown, today) === 'late')).length;
  return (
    <section aria-labelledby="aret" class="year-overview">
      <div class="heading">
        <h2 id="aret">{said.heading(chosen)}</h2>
        <p>
          <a href={hrefOf({ year: String(chosen - 1) })}>{said.earlier(chosen - 1)}</a>{' '}
          <a href={hrefOf({ year: String(chosen + 1) })}>{said.after(chosen + 1)}</a>
        </p>
      </div>
      {rows.length === 0 ? (
        <p>{said.none(chosen)}</p>
      ) : (
        <>
          <p>{late === 0 ? said.noneLate : said.lateNow(late)}</p>
          <div class="in-view">
            <table class="wheel-table year-table">
              <caption class="out-of-sight">{said.heading(chosen)}</caption>
              <thead>
                <tr>
                  <th scope="col">{said.unit}</th>
                  {columns.map(({ code, label }) => (
                    <th scope="col" key={code}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ item, name, duties }) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <a href={`/${yearType.page}/${item.id}`}>{name}</a>
                    </th>
                    {columns.map(({ code, label }) => (
                      <Cell key={code} label={label} shown={duties.find(({ duty }) => duty === code)} today={today} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

function Cell({ shown, label, today }: { readonly shown: Shown | undefined; readonly label: string; readonly today: string }): VNode {
  if (shown === undefined)
    return (
      <td class="none" data-label={label}>
        <span class="out-of-sight">{said.notOwed}</span>
      </td>
    );
  const mark = markOf(shown, today);
  return (
    <td data-label={label}>
      <span class={`mark ${mark}`}>
        <span aria-hidden="true">{said.signs[mark].sign}</span>
        <span class="hint block">{sentence(shown, mark)}</span>
      </span>
    </td>
  );
}
