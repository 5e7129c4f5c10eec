import { sights } from '#domain/case/sight';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { periodsFrom, settableRules } from '#domain/law/own-period';
import { periodInWords } from '#domain/law/period-words';
import { takesTwo } from '#domain/org/administration';
import { managersOf } from '#domain/org/holders';
import type { OrganisationChanges } from '#organisation/change.schema';
import type { Tx } from '#platform/database';
import { organisationTexts } from '#text/organisation';
import { entryKey, type Known, postName } from './change-fields.js';

const texts = organisationTexts.deadlines;

type Change = OrganisationChanges[number];

/** What a change means, in sentences, before it is made: numbers of cases alone, never which. */
export async function consequencesOf(database: Tx, change: Change, known: Known): Promise<readonly string[]> {
  const said = await meaning(database, change, known);
  return takesTwo([change]) ? [...said, 'Det gäller först när en annan person har bekräftat det.'] : said;
}

async function meaning(database: Tx, change: Change, known: Known): Promise<readonly string[]> {
  const { organisation, people, entries, today } = known;
  const unitName = (code: string) => organisation.nameOf(code, today);
  const chiefs = (unit: string) => {
    const ids = managersOf(people, unit, organisation, today);
    return people
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  };
  switch (change.do) {
    case 'addUnit': {
      const chief = change.unit.parent === null ? '' : chiefs(change.unit.parent);
      return ['Enheten går att välja från den dagen.', chief === '' ? 'Ingen chef svarar för den än.' : `Tills den har en egen chef svarar ${chief} för den.`];
    }
    case 'renameUnit':
      return ['Koden är densamma. Inget ärende flyttas.'];
    case 'moveUnit': {
      const [open, chief] = [await openAt(database, change.unit), chiefs(change.to)];
      return [`${cases(open)} följer med.`, ...(chief === '' ? [] : [`Närmast över enheten är ${chief}.`])];
    }
    case 'endUnit': {
      const open = await openAt(database, change.unit);
      const to = change.successor === null ? (organisation.rootOf(change.unit, today)?.name ?? 'nämnden') : unitName(change.successor);
      const left = people.filter(({ posts }) => posts.some(({ unit }) => unit === change.unit)).map(({ name }) => name);
      return [`${cases(open)} går till ${to}.`, ...(left.length === 0 ? [] : [`Uppdrag finns kvar vid enheten och behöver avslutas: ${left.join(', ')}.`])];
    }
    case 'addPerson':
      return ['Personen kan logga in och ser något först när ett uppdrag har getts och bekräftats.'];
    case 'givePost': {
      const others = people.filter(
        ({ login, posts }) => login !== change.login && posts.some(({ role, unit }) => role === change.role && unit === change.unit),
      );
      return [
        sights[change.role].length === 0
          ? 'Rollen ser inga ärenden, utöver dem som personen själv har rapporterat eller handlägger.'
          : `Rollen ser ärenden vid ${unitName(change.unit)} och under den.`,
        ...(others.length === 0 ? [] : [`Samma uppdrag har redan ${others.map(({ name }) => name).join(', ')}.`]),
      ];
    }
    case 'endPost': {
      const person = people.find(({ login }) => login === change.login);
      const handled = person === undefined ? 0 : await countOf(database, 'handler = $1', person.id);
      const left = person?.posts.filter(({ role, unit, instead }) => instead === undefined && (role !== change.role || unit !== change.unit)) ?? [];
      return [
        left.length === 0
          ? 'Det är personens sista uppdrag: personen loggas ut den dagen och kan inte logga in igen.'
          : `Kvar har personen: ${left.map(({ role, unit }) => postName(role, unit, organisation, today)).join('; ')}.`,
        ...(handled === 0 ? [] : [`${cases(handled)} handläggs av personen och behöver fördelas om.`]),
      ];
    }
    case 'standIn': {
      const posts = people.find(({ login }) => login === change.instead)?.posts.filter(({ instead }) => instead === undefined) ?? [];
      return [
        `Ersättaren får de dagarna samma rättigheter: ${posts.map(({ role, unit }) => `${inSentence(labelOf(roles, role))} vid ${unitName(unit)}`).join(', ') || 'inga'}.`,
      ];
    }
    case 'delegate':
      return [organisationTexts.delegations.means];
    case 'endDelegation':
      return [organisationTexts.delegations.ends];
    case 'setDeadline': {
      const rule = settableRules.find(({ id }) => id === change.rule);
      if (rule === undefined) return [];
      const { now } = periodsFrom(rule, organisation.settings.deadlines, today);
      return [texts.now(periodInWords(now)), texts.rule, texts.soon];
    }
    case 'addEntry':
      return ['Posten går att välja i avdelningens ärenden, och får en egen rad i tabellerna.'];
    case 'renameEntry': {
      const now = entries.find((one) => entryKey(one) === entryKey(change))?.label;
      return [`${now ?? 'Posten'} byter namn överallt, också i ärenden och tabeller som redan finns.`];
    }
    case 'endEntry':
      return ['Ärenden som redan har posten behåller den, och den räknas som förut.'];
    case 'set':
      return [];
    default:
      return change satisfies never;
  }
}

const cases = (n: number): string => (n === 1 ? '1 öppet ärende' : `${n} öppna ärenden`);
const openAt = (database: Tx, unit: string): Promise<number> => countOf(database, 'unit = $1', unit);

async function countOf(database: Tx, where: string, value: string): Promise<number> {
  const [row] = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM read.case_list WHERE NOT done AND ${where}`, [value]);
  return row?.n ?? 0;
}
