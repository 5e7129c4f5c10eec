import { agenda } from '#domain/case/agenda';
import { closedOf, type ExistingCase, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { shallBeNotified } from '#domain/law/notifiable';
import type { Municipality } from './municipality.js';
import { Rows } from './read-side.js';

/** The invariants of a municipality when its year is over and everything is up again. Each fault in words; [] = none. */
export function faultsOf(town: Municipality): readonly string[] {
  return [...town.faults, ...stored(town), ...once(town), ...cases(town), ...readSide(town), ...followed(town)];
}

function stored({ log, acknowledged }: Municipality): readonly string[] {
  const faults: string[] = [];
  const appends = new Map<string, Set<number>>();
  const versions = new Map<string, number>();
  log.events.forEach(({ caseId, commandId, append, event }, n) => {
    appends.set(commandId, (appends.get(commandId) ?? new Set()).add(append));
    if (event.position !== n + 1) faults.push('positions have a hole');
    if (event.version !== (versions.get(caseId) ?? 0) + 1) faults.push(`${event.type}: a version was skipped or given twice`);
    versions.set(caseId, event.version);
  });
  if ([...appends.values()].some((found) => found.size > 1)) faults.push('a command was stored twice');
  const answers = new Set(log.events.map((row) => String(row.append)));
  // A command that changed nothing has an answer and no events.
  const lost = acknowledged.filter(({ commandId, answer }) => appends.has(commandId) && !answers.has(answer));
  if (lost.length > 0) faults.push('something acknowledged is not in the log');
  const numbers = log.events.flatMap(({ event }) => (event.type === 'CaseReceived' ? [event.open.number] : []));
  if (new Set(numbers).size !== numbers.length) faults.push('two cases have one number');
  return faults;
}

/** "A reminder once": one event per item, whatever failed (docs/engine.md#agenda). */
function once({ log }: Municipality): readonly string[] {
  const items = log.events.flatMap(({ event }) => ('item' in event.open ? [event.open.item] : []));
  const duties = log.events.flatMap(({ caseId, event }) => (event.type === 'DutyOpened' ? [`${caseId}/${event.open.id}`] : []));
  return [
    ...(new Set(items).size === items.length ? [] : ['an item of an agenda was done twice']),
    ...(new Set(duties).size === duties.length ? [] : ['two duties have one id']),
  ];
}

function cases({ log }: Municipality): readonly string[] {
  return log.cases().flatMap((state) => {
    const replayed = log.events
      .filter((row) => row.caseId === state.id)
      .reduce((so, row) => evolve(so, row.event), noCase(state.id) as ReturnType<typeof evolve>);
    return [
      ...(JSON.stringify(replayed) === JSON.stringify(state) ? [] : ['a case folded again is another']),
      ...dutyFaults(state),
      ...(state.ivo?.notify === 'no' && shallBeNotified(state.assessment.outcome) ? [`${state.desc.kind}: what shall be notified got a no`] : []),
      ...(closedOf(state) !== null && state.ivoTrack.sent !== null && state.ivoTrack.closedAt === null ? ['closed while IVO waits'] : []),
      ...(state.handler !== null && state.conflict.barred.includes(state.handler.person) ? ['handled by one with a conflict of interest'] : []),
      ...family(state, log.cases()),
    ];
  });
}

function dutyFaults(state: ExistingCase): readonly string[] {
  const open = state.duties.filter((duty) => duty.closed === null).map((duty) => `${duty.rule}/${duty.subject}`);
  return [
    ...(new Set(open).size === open.length ? [] : ['a duty is owed twice']),
    ...(open.length > 0 && state.end !== null ? ['an ended case owes something'] : []),
  ];
}

/** A case and what came of it know each other, and are one event (händelse). */
function family(state: ExistingCase, all: readonly ExistingCase[]): readonly string[] {
  return state.lineage.convertedTo.flatMap(({ child }) => {
    const born = all.find((other) => other.id === child);
    if (born === undefined) return ['a case became one that does not exist'];
    return [
      ...(born.lineage.origin?.id === state.id ? [] : ['a child does not know its parent']),
      ...(born.desc.incidentId === state.desc.incidentId ? [] : ['one event has two ids']),
    ];
  });
}

/** Rows from an irregular delivery equal those from a regular one, today and as of a day in between. */
function readSide({ log, rows, relay }: Municipality): readonly string[] {
  const even = new Rows();
  for (const row of log.events) even.apply(row, log);
  const middle = Math.floor(log.events.length / 2);
  const same = (position: number) => JSON.stringify(rows.at(position)) === JSON.stringify(even.at(position));
  return [
    ...(same(log.events.length) ? [] : ['the rows are not those of a rebuild']),
    ...(same(middle) ? [] : ['the rows as of a position are not those of a rebuild']),
    ...(relay.history.every((position, n) => n === 0 || position >= (relay.history[n - 1] as number)) ? [] : ['what figures stand on went back']),
  ];
}

/** No agenda item is overdue when everything is up. */
function followed({ log, instant }: Municipality): readonly string[] {
  const late = log.cases().filter((state) => agenda(state).some((item) => item.at <= instant));
  return late.length === 0 ? [] : ['something whose time had come was never done'];
}
