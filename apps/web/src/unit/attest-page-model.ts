import { worksWithCodes } from '#domain/case/policy';
import { visible } from '#domain/case/visible';
import { attestationWithdrawals } from '#domain/codes/attestation-withdrawals';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { kinds } from '#domain/codes/kinds';
import { opinionTypes } from '#domain/codes/opinion-types';
import { roles } from '#domain/codes/roles';
import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { chiefOf } from '#domain/org/chief-of';
import { holdersOf } from '#domain/org/holders';
import type { Organisation } from '#domain/org/units';
import { lacksOfPeriod, mayAttest, mayRemind } from '#domain/register/attest';
import type { OrganisationRegister } from '#organisation/organisation-register';
import { allPeople, type Person } from '#organisation/people';
import type { ReadCore } from '#read-model/read-core';
import { attestedParts, type SignedAttestation } from '#read-model/reports/attested-parts';
import { type Period, periodCode, periodName } from '#read-model/reports/periods';
import { receivedByKind } from '#read-model/reports/unit-figures';
import { attestationTexts as texts } from '#text/attestation';
import { unitTexts } from '#text/unit-page';
import { longMoment } from '#ui/deadline';
import { type FormBody, textOf } from '../frame/request.js';
import type { AttestPageProps } from './attest.page.js';
import { endedPeriods, lastMonth, periodOf } from './attest-period.js';
import { scopeOf, unitsOver } from './unit-parts.js';

/** What is attested of a unit and a period, what is to be attested, and who has not. @throws Refusal notYours, unitNotValid, badPeriod */
export async function attestPage(
  core: ReadCore,
  register: OrganisationRegister,
  actor: Actor,
  query: FormBody,
  now: string,
): Promise<Omit<AttestPageProps, 'key' | 'faults'>> {
  const { organisation } = register;
  const today = stockholmDate(now);
  const { unit, period, units } = askedOf(actor, organisation, query, today);
  const [counted, parts, people] = await Promise.all([
    receivedByKind(core.database, visible(actor, organisation, today), { ...scopeOf(organisation, unit, today), ...period }, now),
    attestedParts(core, { unit, ...period }, now),
    // One who works with codes sees colleagues as roles.
    worksWithCodes(actor) ? [] : allPeople(core.database, today),
  ]);
  const nameOf = (code: string) => organisation.nameOf(code, today);
  const may = mayAttest(actor, unit, organisation, today);
  const isOver = lacksOfPeriod(period, today).length === 0;
  const isDone = parts.of > 0 && parts.missing.length === 0;
  const missing = parts.missing.filter((code) => code !== unit);
  return {
    unitName: nameOf(unit),
    period: periodName(period),
    form: { units, unit, periods: endedPeriods(today, period), period: periodCode(period) },
    rows: rowsOf(counted),
    total: counted.reduce((sum, { n }) => sum + n, 0),
    hasParts: organisation.at(today).some(({ parent }) => parent === unit),
    state: isDone ? 'done' : !isOver ? 'notOver' : may ? 'open' : 'notYours',
    made: parts.made.map((one) => ({
      name: madeOf(one, people, nameOf),
      withdrawn: one.withdrawn === null ? null : withdrawnOf(one.withdrawn, people),
      // Only what may be taken back has the form for it.
      attestation: one.withdrawn === null && mayAttest(actor, one.unit, organisation, today) ? { unit: one.unit, key: one.key } : null,
    })),
    missing: missing
      .map((code) => ({ name: nameOf(code), chiefs: chiefsOf(code, people, organisation, today), reminded: remindedOn(parts.reminded.get(code)) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    toRemind:
      isOver && missing.length > 0 && mayRemind(actor, unit, organisation, today)
        ? missing.filter((code) => remindedOn(parts.reminded.get(code)) !== today).length
        : null,
    backHref: `/min-enhet?${new URLSearchParams({ unit })}`,
  };
}

/** The units below that have not attested the period that the form names, at this moment. @throws Refusal notYours, badPeriod */
export async function unattested(core: ReadCore, { organisation }: OrganisationRegister, actor: Actor, query: FormBody, now: string) {
  const today = stockholmDate(now);
  if (!mayRemind(actor, textOf(query, 'unit'), organisation, today)) refuse('notYours');
  const { unit, period } = askedOf(actor, organisation, query, today);
  const { missing } = await attestedParts(core, { unit, ...period }, now);
  return { unit, period, units: missing.filter((code) => code !== unit) };
}

const remindedOn = (at: string | undefined): string | null => (at === undefined ? null : stockholmDate(at));

/** The unit and the period that a page or a form names: one's own first, and the last month. @throws Refusal notYours, unitNotValid, badPeriod */
function askedOf(actor: Actor, organisation: Organisation, query: FormBody, today: string) {
  const units = unitsOver(actor, organisation, today);
  const unit = textOf(query, 'unit') || (units[0]?.value ?? refuse('notYours', [], unitTexts.notForYou));
  if (!units.some(({ value }) => value === unit)) refuse('unitNotValid', [{ field: 'unit', text: 'Enheten är inte en av dina' }]);
  const named = textOf(query, 'period');
  const period: Period = named === '' ? lastMonth(today) : (periodOf(named) ?? refuse('badPeriod', [{ field: 'period', text: texts.choose }]));
  return { unit, period, units };
}

/** A row each kind, also where nothing came in; what is no complaint stands apart from the complaints. */
function rowsOf(counted: Awaited<ReturnType<typeof receivedByKind>>): AttestPageProps['rows'] {
  const sum = (which: (row: (typeof counted)[number]) => boolean) => counted.filter(which).reduce((total, { n }) => total + n, 0);
  return [
    ...opinionTypes.map(({ code, label }) => ({
      label,
      value: sum(({ kind, opinion }) => kind === 'complaint' && (opinion ?? 'complaint') === code),
    })),
    ...kinds.filter(({ code }) => code !== 'complaint').map(({ code, label }) => ({ label, value: sum(({ kind }) => kind === code) })),
  ];
}

const madeOf = (one: SignedAttestation, people: readonly Person[], nameOf: (unit: string) => string): string => {
  const of = one.kinds === null ? '' : `, ${one.kinds.map((kind) => inSentence(kinds.find(({ code }) => code === kind)?.label ?? kind)).join(', ')}`;
  return `${nameOf(one.unit)}, ${periodName(one)}${of}: ${whoAndWhen(one, people)}`;
};

const withdrawnOf = (one: NonNullable<SignedAttestation['withdrawn']>, people: readonly Person[]): string =>
  texts.withdrawn(whoAndWhen(one, people), one.why === null ? null : inSentence(labelOf(attestationWithdrawals, one.why)));

function whoAndWhen({ by, at }: Pick<SignedAttestation, 'by' | 'at'>, people: readonly Person[]): string {
  const who = people.find(({ id }) => by === `person:${id}`);
  return `${who === undefined ? '' : `${who.name}, `}${longMoment(at)}`;
}

/** Who answers for the unit: by name, by role to one who sees no names; nobody where the post is vacant. */
function chiefsOf(unit: string, people: readonly Person[], organisation: Organisation, today: string): string {
  const role = chiefOf(unit, organisation, today);
  if (people.length === 0) return inSentence(labelOf(roles, role));
  const names = holdersOf(people, role, unit, organisation, today).map(({ name }) => name);
  return names.join(', ') || texts.noChief;
}
