import type { LocalList } from '../../codes/local-lists.js';
import type { Lack } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import { isLoggedIn } from '../../org/actor.js';
import { looksPersonal } from '../../personal-data.js';
import type { Desc } from '../events.schema.js';
import type { Context } from './context.js';

/** What is stated of a case, as far as it is checked. */
type Checked =
  | 'unit'
  | 'occurredAt'
  | 'occurredTo'
  | 'noticedAt'
  | 'source'
  | 'sourceName'
  | 'senderBehind'
  | 'categories'
  | 'categoryOther'
  | 'lawAreas'
  | 'lexSarahKinds'
  | 'lexSarahKindOther';
type Stated = { readonly [F in Checked]?: Desc[F] | undefined } & { readonly receivedAt: string; readonly kind?: Desc['kind'] };

/**
 * What can't be right in what is stated of a case: at receipt, and again when it is corrected or classified. Only checks that
 * touch one of the `named` fields are made, so that an old lack never stops the mending of another.
 */
export function lacksInStated(stated: Stated, named: readonly string[], prefix: string, context: Context): readonly Lack[] {
  const lacks: Lack[] = [];
  const need = (holds: boolean, touches: readonly (keyof Stated)[], text: string) => {
    if (!holds && touches.some((field) => named.includes(field))) lacks.push({ field: `${prefix}${touches[0]}`, text });
  };
  const { receivedAt, unit, occurredAt, occurredTo, noticedAt, source, sourceName, senderBehind, categories, categoryOther, lawAreas, lexSarahKinds, kind } =
    stated;
  need(receivedAt <= context.now, ['receivedAt'], 'Mottaget datum kan inte ligga i framtiden');
  need(occurredAt == null || occurredAt <= context.now, ['occurredAt'], 'Händelsen kan inte ligga i framtiden');
  need(occurredTo == null || occurredAt == null || occurredTo >= occurredAt, ['occurredTo', 'occurredAt'], 'Slutet kan inte ligga före början');
  need(noticedAt == null || noticedAt <= context.now, ['noticedAt'], 'Tidpunkten kan inte ligga i framtiden');
  need(unit == null || context.organisation.isValidOn(unit, stockholmDate(receivedAt)), ['unit', 'receivedAt'], 'Enheten fanns inte den dag ärendet togs emot');
  need(source !== 'local' || sourceName != null, ['sourceName', 'source'], 'Ange vilken av avdelningens egna källor det är');
  need(sourceName == null || source === 'local', ['sourceName'], 'En egen källa anges bara när källan är verksamhetens egen');
  need(senderBehind == null || source === 'viaIvo', ['senderBehind'], 'Avsändaren bakom anges bara när ärendet kommer via IVO');
  need(senderBehind !== 'viaIvo', ['senderBehind'], 'Ange vem som vände sig till IVO');
  need(!(categories ?? []).includes('other') || categoryOther != null, ['categoryOther', 'categories'], 'Ange vad ”Annat” är');
  need(
    kind !== 'deviation' || new Set((lawAreas ?? []).map((law) => law === 'HSL')).size < 2,
    ['lawAreas'],
    'Vård (HSL) och omsorg bedöms i varsitt ärende. Gör ett ärende till för den andra lagen',
  );
  need(kind !== 'lexSarah' || !(lawAreas ?? []).includes('HSL'), ['lawAreas'], 'Lex Sarah gäller inte HSL. Vårdens del blir en avvikelse enligt HSL');
  need(kind !== 'lexMaria' || lawAreas == null || lawAreas.every((law) => law === 'HSL'), ['lawAreas'], 'Lex Maria gäller HSL');
  need(!(lexSarahKinds ?? []).includes('other') || stated.lexSarahKindOther != null, ['lexSarahKindOther', 'lexSarahKinds'], 'Ange vad ”Annat” är');
  return [
    ...lacks,
    ...(['sourceName', 'categoryOther', 'lexSarahKindOther'] as const)
      .filter((list) => named.includes(list))
      .flatMap((list) => entryLacks(list, stated, prefix, context)),
  ];
}

/**
 * A field that names an entry of the division's own list holds that and nothing else: it stands in the open part. It goes by the day the case was
 * received, as what describes the event does (docs/decisions/0017).
 */
function entryLacks(list: LocalList & keyof Stated, stated: Stated, prefix: string, context: Context): readonly Lack[] {
  const value = stated[list];
  if (value == null) return [];
  const lack = (text: string) => [{ field: `${prefix}${list}`, text }];
  if (!isLoggedIn(context.actor)) return lack('Fältet kan bara fyllas i av den som är inloggad');
  if (looksPersonal(value)) return lack('Fältet får inte innehålla personnummer, telefonnummer eller adress');
  return context.hasLocalEntry(list, stated.unit ?? null, value, stockholmDate(stated.receivedAt)) ? [] : lack('Posten finns inte i avdelningens lista');
}
