import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { type LocalList, localLists } from '#domain/codes/local-lists';
import { providers } from '#domain/codes/providers';
import { roles } from '#domain/codes/roles';
import { settableRules } from '#domain/law/own-period';
import { periodInWords } from '#domain/law/period-words';
import { contactLine } from '#domain/org/municipality';
import type { OrganisationChanges } from '#organisation/change.schema';
import type { DatedEntry } from '#organisation/organisation-register';
import { municipalityTexts } from '#text/municipality';
import { longDate } from '#ui/deadline';
import { entryKey, type Known } from './change-fields.js';
import { decisionOn } from './delegations-model.js';

/** A change in a sentence: what holds from which day. */
export function sentenceOf(change: OrganisationChanges[number], { organisation, people, entries, today }: Known): string {
  const unit = (code: string) => organisation.nameOf(code, today);
  const person = (login: string) => people.find((one) => one.login === login)?.name ?? login;
  const role = (code: (typeof roles)[number]['code']) => inSentence(labelOf(roles, code));
  const where = ({ list, division }: { readonly list: LocalList; readonly division: string }) => `${labelOf(localLists, list)} (${unit(division)})`;
  const entry = (named: Pick<DatedEntry, 'list' | 'division' | 'code'>) => entries.find((one) => entryKey(one) === entryKey(named))?.label ?? named.code;
  switch (change.do) {
    case 'addUnit': {
      const { name, code, parent, provider, validFrom } = change.unit;
      const under = parent === null ? '' : ` under ${unit(parent)}`;
      return `${name} (${code}) läggs till${under}, ${inSentence(labelOf(providers, provider))}, från och med ${longDate(validFrom)}.`;
    }
    case 'renameUnit':
      return `${unit(change.unit)} (${change.unit}) heter ${change.name} från och med ${longDate(change.from)}.`;
    case 'moveUnit':
      return `${unit(change.unit)} ligger under ${unit(change.to)} från och med ${longDate(change.from)}.`;
    case 'endUnit':
      return `${unit(change.unit)} finns inte längre från och med ${longDate(change.from)}${change.successor === null ? '' : `, efterträds av ${unit(change.successor)}`}.`;
    case 'addPerson':
      return `${change.name} (${change.login}) läggs till.`;
    case 'givePost':
      return `${person(change.login)} är ${role(change.role)} vid ${unit(change.unit)} från och med ${longDate(change.from)}${change.to === null ? '' : `, till ${longDate(change.to)}`}.`;
    case 'endPost':
      return `${person(change.login)} är inte längre ${role(change.role)} vid ${unit(change.unit)} från och med ${longDate(change.to)}.`;
    case 'standIn':
      return `${person(change.login)} ersätter ${person(change.instead)} från och med ${longDate(change.from)}, till ${longDate(change.to)}.`;
    case 'delegate':
      return `${decisionOn(change.kind)}: ${role(change.role)} beslutar enligt punkt ${change.point} (nämndens beslut ${change.decision}) från och med ${longDate(change.from)}.`;
    case 'endDelegation':
      return `${decisionOn(change.kind)}: delegationen till ${role(change.role)} slutar ${longDate(change.to)}.`;
    case 'setDeadline':
      return `Fristen ${deadlineName(change.rule)} är ${periodInWords(change.period)} från och med ${longDate(change.from)}.`;
    case 'addEntry':
      return `${change.label} läggs till i ${where(change)} från och med ${longDate(change.from)}.`;
    case 'renameEntry':
      return `En post i ${where(change)} heter ${change.label}.`;
    case 'endEntry':
      return `${entry(change)} i ${where(change)} kan inte väljas från och med ${longDate(change.from)}.`;
    case 'set': {
      const said = change.name === 'municipality' ? change.value : null;
      if (said !== null) return municipalityTexts.sentence(said.name, contactLine(said), said.colour, said.crest !== null, longDate(change.from));
      return `Inställningen ${change.name} ändras från och med ${longDate(change.from)}.`;
    }
    default:
      return change satisfies never;
  }
}

/** A deadline by its name, in quotation marks; its code where there is none. */
const deadlineName = (id: string): string => `”${settableRules.find((rule) => rule.id === id)?.name ?? id}”`;
