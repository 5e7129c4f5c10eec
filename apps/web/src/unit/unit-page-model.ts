import { worksWithCodes } from '#domain/case/policy';
import { visible } from '#domain/case/visible';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { Organisation } from '#domain/org/units';
import { mayAttest } from '#domain/register/attest';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople } from '#organisation/people';
import type { ReadCore } from '#read-model/read-core';
import { attestedParts } from '#read-model/reports/attested-parts';
import { type Period, periodBefore, periodCode, periodName, tertialOf } from '#read-model/reports/periods';
import {
  type Crossing,
  type UnitAsked,
  type UnitFilter,
  type UnitNumbers,
  type UnitThen,
  unitCases,
  unitFigures,
  unitFilters,
  unitsThen,
} from '#read-model/reports/unit-figures';
import { PAGE_SIZE } from '#read-model/work-list';
import { unitFigureTexts, unitTexts } from '#text/unit-page';
import { clockTime } from '#ui/deadline';
import type { Option } from '#ui/field';
import { periodNamed, periodOptions } from '../figures/report-query.js';
import type { CaseHeadings } from '../frame/case-headings.js';
import { type FormBody, textOf } from '../frame/request.js';
import { rowsOf } from '../work-list/cases-as-rows.js';
import { lastMonth } from './attest-period.js';
import type { UnitPageProps } from './unit.page.js';
import { crossingName, heatOf } from './unit-heat.js';
import { monthsOf } from './unit-months.js';
import { partsOf, scopeOf, unitsOver } from './unit-parts.js';

/** The query of the page: whose, when, and which of its numbers is pressed. */
interface PeriodQuery extends Period {
  readonly unit: string;
  readonly pressed: UnitFilter | Crossing;
  readonly page: number;
}

/** A unit and all below it for the one who leads or follows it: numbers that are filters, the cases of the one pressed, its parts and its causes. */
export async function unitPage(
  core: ReadCore & { readonly headings: CaseHeadings },
  register: OrganisationRegister,
  actor: Actor,
  query: FormBody,
  now: string,
): Promise<UnitPageProps> {
  const { organisation } = register;
  const today = stockholmDate(now);
  const { choices, ...asked } = askedOf(actor, organisation, query, today);
  const sight = visible(actor, organisation, today);
  const of: UnitAsked = { ...scopeOf(organisation, asked.unit, today), from: asked.from, to: asked.to };
  const earlier = { ...of, ...periodBefore(asked) };
  const month = mayAttest(actor, asked.unit, organisation, today) ? lastMonth(today) : null;
  const href = hrefOf(asked);
  const [{ figures, causes }, then, list, attested, ofMonth, people, months] = await Promise.all([
    unitFigures(core.database, sight, of, now),
    unitsThen(core.database, sight, earlier),
    unitCases(core.database, sight, of, asked.pressed, asked.page, now),
    attestedParts(core, asked, now),
    month === null ? null : attestedParts(core, { unit: asked.unit, ...month }, now),
    allPeople(core.database, today),
    monthsOf(core, sight, { ...of, unit: asked.unit }, now, (period) => href({ visa: 'received', period })),
  ]);
  const headings = await core.headings.of(
    actor,
    list.map(({ id }) => id),
    now,
    'GET /min-enhet',
  );
  const sums = summed(figures);
  const { pressed } = asked;
  const total =
    typeof pressed === 'string' ? sums[pressed] : (causes.find(({ cause, about }) => cause === pressed.cause && about === pressed.about)?.cases ?? 0);
  const isKnown = attested.columns.size > 0;
  const parts = partsOf(organisation, asked.unit, figures, attested.columns, today, (unit) => href({ unit }));
  const pressedName = typeof asked.pressed === 'string' ? unitFigureTexts[asked.pressed] : { title: crossingName(asked.pressed), text: unitTexts.causesNote };
  return {
    name: organisation.nameOf(asked.unit, today),
    updated: clockTime(now),
    refreshHref: href({}),
    fileHref: `/min-enhet/siffror.xlsx?${new URLSearchParams({ unit: asked.unit, period: periodCode(asked) })}`,
    poster: organisation.unit(asked.unit, today)?.level === 'unit' ? `/enhet/${asked.unit}/skylt` : null,
    form: { units: choices, unit: asked.unit, ...formPeriod(asked, now), pressed: typeof asked.pressed === 'string' ? asked.pressed : null },
    attested: attested.of === 0 ? null : { units: attested.units, of: attested.of, isKnown, href: attestHref(asked.unit, periodCode(asked)) },
    toAttest:
      month === null || ofMonth === null || ofMonth.missing.length === 0
        ? null
        : { period: periodName(month), href: attestHref(asked.unit, periodCode(month)) },
    figures: unitFilters.map((which) => ({
      which,
      title: unitFigureTexts[which].title,
      value: which === 'received' && sums.received === 0 && !isKnown ? null : sums[which],
      note: noteOf(which, then, earlier),
      href: href({ visa: which }),
      pressed: asked.pressed === which,
    })),
    list: {
      heading: pressedName.title,
      text: pressedName.text,
      total,
      rows: rowsOf(list, { headings }, organisation, worksWithCodes(actor) ? [] : people, today),
      page: asked.page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      hrefOf: (page) => href({ ...pressedAs(asked.pressed), page: String(page) }),
    },
    months,
    parts,
    heat: heatOf(causes, asked, (crossing) => href(pressedAs(crossing)), isKnown),
    now,
  };
}

/** What the query names, one's own first unit and the current tertial where it names none. @throws Refusal notYours, unitNotValid */
export function askedOf(actor: Actor, organisation: Organisation, query: FormBody, today: string): PeriodQuery & { readonly choices: readonly Option[] } {
  const choices = unitsOver(actor, organisation, today);
  const asked = readQuery(query, choices[0]?.value ?? refuse('notYours', [], unitTexts.notForYou), today);
  if (!choices.some(({ value }) => value === asked.unit)) refuse('unitNotValid', [{ field: 'unit', text: 'Enheten är inte en av dina' }]);
  return { ...asked, choices };
}

function readQuery(query: FormBody, first: string, today: string): PeriodQuery {
  const visa = textOf(query, 'visa');
  const [cause, about] = [textOf(query, 'orsak'), textOf(query, 'om')];
  const known = unitFilters.find((which) => which === visa) ?? 'open';
  return {
    unit: textOf(query, 'unit') || first,
    ...(periodNamed(textOf(query, 'period')) ?? tertialOf(today)),
    pressed: cause !== '' && about !== '' ? { cause, about } : known,
    page: Math.max(1, Number.parseInt(textOf(query, 'page'), 10) || 1),
  };
}

const summed = (figures: readonly UnitNumbers[]): Readonly<Record<UnitFilter, number>> =>
  Object.fromEntries(unitFilters.map((which) => [which, figures.reduce((sum, row) => sum + row[which], 0)])) as Record<UnitFilter, number>;

function noteOf(which: UnitFilter, then: readonly UnitThen[], earlier: Period): string | null {
  const sum = (figure: 'received' | 'open') => then.reduce((total, row) => total + row[figure], 0);
  if (which === 'received') return `${periodName(earlier)}: ${sum('received')}`;
  return which === 'open' ? `Vid slutet av ${periodName(earlier)}: ${sum('open')}` : null;
}

const pressedAs = (pressed: UnitFilter | Crossing): Readonly<Record<string, string>> =>
  typeof pressed === 'string' ? { visa: pressed } : { orsak: pressed.cause, om: pressed.about };

/** An address of the page with something changed in it; another unit or another number begins at its first page. */
const hrefOf =
  (asked: PeriodQuery) =>
  (changed: Readonly<Record<string, string>>): string => {
    const pressed = 'visa' in changed || 'orsak' in changed ? {} : pressedAs(asked.pressed);
    return `/min-enhet?${new URLSearchParams({ unit: asked.unit, period: periodCode(asked), ...pressed, ...changed })}`;
  };

const attestHref = (unit: string, period: string): string => `/min-enhet/intyg?${new URLSearchParams({ unit, period })}`;

function formPeriod(asked: PeriodQuery, now: string): Pick<UnitPageProps['form'], 'periods' | 'period'> {
  const { options, value } = periodOptions(asked, now, false);
  return { periods: options, period: value };
}
