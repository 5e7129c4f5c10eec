import { askingAuthorities } from '../../codes/authorities.js';
import { Lacking } from '../../lacks.js';
import { date, maybeWords, oneOf, typedNumber } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { newId } from '../decide/context.js';
import { whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * The patientnämnd, IVO or another authority wants a statement on a complaint: the day and the number of its letter, and the day it names, if any.
 * More than one may come. @throws Refusal
 */
export const recordAuthorityRequest = defineCaseCommand({
  name: 'RecordAuthorityRequest',
  input: {
    from: oneOf(askingAuthorities),
    letterOn: date,
    theirNumber: typedNumber.nullable().default(null),
    dueOn: date.nullable().default(null),
    text: maybeWords,
  },
  who: [],
  mustStand: whileOpen,
  offered: [{ stages: 'any', when: ['complaint'] }],
  title: 'En myndighet vill ha ett yttrande',
  button: 'Spara begäran',
  form: {
    from: { label: 'Vem skriver?' },
    letterOn: { label: 'Vilken dag är brevet daterat?' },
    theirNumber: { label: 'Myndighetens diarienummer' },
    dueOn: { label: 'Vilken dag vill de ha svar?', hint: 'Lämna tomt om brevet inte nämner någon dag.' },
    text: { label: 'Vad vill de veta?' },
  },
  decide(_state, command, context): readonly NewCaseEvent[] {
    const { from, letterOn, dueOn, theirNumber, text } = command;
    new Lacking('RecordAuthorityRequest')
      .need(letterOn <= context.today, 'letterOn', 'Brevets dag kan inte ligga i framtiden')
      .need(dueOn === null || dueOn >= letterOn, 'dueOn', 'Svarsdagen kan inte ligga före brevets dag')
      .orRefuse();
    return [
      { type: 'AuthorityAsked', open: { id: newId(context, 'authorityRequest'), from, letterOn, theirNumber, dueOn }, sealed: text ? { text } : undefined },
    ];
  },
});
