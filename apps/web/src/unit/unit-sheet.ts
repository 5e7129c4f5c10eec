import { visible } from '#domain/case/visible';
import { causeAreas } from '#domain/codes/causes';
import { Refusal } from '#domain/errors';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { OrganisationRegister } from '#organisation/organisation-register';
import type { ReadCore } from '#read-model/read-core';
import { attestedParts } from '#read-model/reports/attested-parts';
import { lastDay, type Period, periodCode, periodName, yearBefore } from '#read-model/reports/periods';
import { type UnitAsked, type UnitFilter, type UnitThen, unitFigures, unitFilters, unitsThen } from '#read-model/reports/unit-figures';
import { unitTexts as texts, unitFigureTexts } from '#text/unit-page';
import { longMoment } from '#ui/deadline';
import { beside, type Cells, NOT_REPORTED } from '../figures/report-csv.js';
import type { FormBody } from '../frame/request.js';
import { nameOfAbout } from './unit-heat.js';
import { askedOf } from './unit-page-model.js';
import { partsBelow, scopeOf } from './unit-parts.js';

/** Key figures of today alone: of an earlier day they are not known. */
const ofToday = unitFilters.filter((which) => which !== 'received' && which !== 'open');

/**
 * The figures of Min enhet as rows of cells: what they are about, then unit by unit with the same period of the year before beside it, then the causes by what
 * they were about. @throws Refusal notYours, unitNotValid
 */
export async function unitSheet(
  core: ReadCore,
  { organisation }: OrganisationRegister,
  actor: Actor,
  query: FormBody,
  now: string,
): Promise<{ readonly rows: readonly Cells[]; readonly name: string }> {
  const today = stockholmDate(now);
  const { unit, from, to } = askedOf(actor, organisation, query, today);
  const period = untilToday({ from, to }, today);
  const earlier = yearBefore(period);
  const sight = visible(actor, organisation, today);
  const units = scopeOf(organisation, unit, today);
  const of = (days: Period): UnitAsked => ({ ...units, ...days });
  const [{ figures, causes }, during, then, attested, attestedThen] = await Promise.all([
    unitFigures(core.database, sight, of(period), now),
    unitsThen(core.database, sight, of(period)),
    unitsThen(core.database, sight, of(earlier)),
    attestedParts(core, { unit, ...period }, now),
    attestedIn(core, unit, earlier, now),
  ]);

  const row = (code: string, name: string, holds: (unit: string | null) => boolean, isKnown: (attested: ReadonlySet<string>) => boolean): Cells => {
    const sum = (rows: readonly UnitThen[], figure: 'received' | 'open') => rows.reduce((total, one) => total + (holds(one.unit) ? one[figure] : 0), 0);
    const received = (rows: readonly UnitThen[], known: ReadonlySet<string>) => reported(sum(rows, 'received'), isKnown(known));
    const current = (which: UnitFilter) => figures.reduce((total, one) => total + (holds(one.unit) ? one[which] : 0), 0);
    const [receivedNow, openNow] = [received(during, attested.columns), sum(during, 'open')];
    return [
      code,
      name,
      receivedNow,
      ...beside(receivedNow, received(then, attestedThen)),
      openNow,
      ...beside(openNow, sum(then, 'open')),
      ...ofToday.map(current),
    ];
  };
  const name = organisation.nameOf(unit, today);
  const titles: Cells = [
    'Kod',
    texts.unit,
    `Inkomna, ${periodName(period)}`,
    `Inkomna, ${periodName(earlier)}`,
    'Skillnad',
    `${texts.openAtEnd} ${periodName(period)}`,
    `${texts.openAtEnd} ${periodName(earlier)}`,
    'Skillnad',
    ...ofToday.map((which) => `${unitFigureTexts[which].title}, nu`),
  ];
  const parts = partsBelow(organisation, unit, today).filter(
    ({ code, holds }) => code !== null || [...during, ...then, ...figures].some((one) => holds(one.unit)),
  );
  const isAnyKnown = (known: ReadonlySet<string>) => known.size > 0;
  return {
    name: `min-enhet-${unit}-${periodCode({ from, to })}`,
    rows: [
      ['Min enhet', name, unit],
      ['Period', from, lastDay(period)],
      ['Jämförs med', earlier.from, lastDay(earlier)],
      ['Hämtat', longMoment(now)],
      ['Räknar', texts.seen],
      ['Intygad av', `${attested.units} av ${attested.of} ${attested.of === 1 ? 'enhet' : 'enheter'}`],
      [],
      titles,
      ...parts.map((part) => row(part.code ?? '', part.name, part.holds, (known) => part.code === null || known.has(part.code))),
      row(unit, texts.total, () => true, isAnyKnown),
      ...causesOf(causes, attested.columns.size > 0),
    ],
  };
}

/** A period that is not over, to the end of today: the year before is then compared as far. */
function untilToday({ from, to }: Period, today: string): Period {
  const tomorrow = addDuration(today, 'P1D');
  return from <= today && tomorrow < to ? { from, to: tomorrow } : { from, to };
}

/** A zero of what came in is known only where it is attested. */
const reported = (n: number, isKnown: boolean): string | number => (n === 0 && !isKnown ? NOT_REPORTED : n);

/** The columns that are attested of a period; none where the unit did not exist then. */
async function attestedIn(core: ReadCore, unit: string, period: Period, now: string): Promise<ReadonlySet<string>> {
  try {
    return (await attestedParts(core, { unit, ...period }, now)).columns;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unitNotValid') return new Set();
    throw error;
  }
}

function causesOf(causes: Awaited<ReturnType<typeof unitFigures>>['causes'], isKnown: boolean): readonly Cells[] {
  if (causes.length === 0) return [];
  const numbers = new Map(causes.map(({ about, cause, cases }) => [`${about} ${cause}`, cases]));
  const abouts = [...new Set(causes.map(({ about }) => about))].sort((a, b) => nameOfAbout(a).localeCompare(nameOfAbout(b), 'sv'));
  return [
    [],
    ['Kod', texts.about, ...causeAreas.map(({ label }) => label)],
    ...abouts.map((about) => [about, nameOfAbout(about), ...causeAreas.map(({ code }) => reported(numbers.get(`${about} ${code}`) ?? 0, isKnown))]),
  ];
}
