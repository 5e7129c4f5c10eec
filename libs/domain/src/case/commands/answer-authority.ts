import { Lacking } from '../../lacks.js';
import { startOfDay } from '../../law/calendar.js';
import { id, maybeWords, several } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { unknownFiles } from '../decide/attachments.js';
import { given } from '../decide/given.js';
import { openWith } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { at } from './shared.js';

/**
 * The statement is sent; to the request that has waited longest where none is named.
 * @throws Refusal where nothing is asked for
 */
export const answerAuthority = defineCaseCommand({
  name: 'AnswerAuthority',
  input: { request: id.nullable().default(null), attachments: several(id).default([]), text: maybeWords, at },
  who: [],
  mustStand: openWith(
    ({ outside: { authorities } }) => authorities.requests.some((row) => row.sentAt === null),
    'RecordAuthorityRequest.from',
    'Det finns ingen begäran som väntar på yttrande. Anteckna brevet först',
  ),
  offered: [{ stages: 'any', when: ['authorityWaits'] }],
  title: 'Yttrandet är skickat',
  button: 'Spara',
  form: {
    at: { label: 'Vilken dag skickades det? (om inte i dag)' },
    attachments: { label: 'Vilka filer skickades?', asked: ['hasFiles'] },
    text: { label: 'Vad svarade ni?' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const waiting = state.outside.authorities.requests.filter((row) => row.sentAt === null);
    const request = command.request === null ? waiting[0] : waiting.find(({ id }) => id === command.request);
    const { attachments, text, at } = command;
    new Lacking('AnswerAuthority')
      .need(request !== undefined, 'request', 'Begäran finns inte, eller har redan besvarats')
      .add(notPast(at, 'AnswerAuthority.at', context, request === undefined ? undefined : startOfDay(request.letterOn)))
      .add(unknownFiles(state, attachments, 'AnswerAuthority.attachments'), 'unknownReference')
      .orRefuse();
    return [{ type: 'AuthorityAnswered', at, open: { request: given(request).id, attachments }, sealed: text ? { text } : undefined }];
  },
});
