import { ownNotifications } from '../../codes/authorities.js';
import { codesOf } from '../../codes/code.js';
import { Lacking } from '../../lacks.js';
import { stockholmDate } from '../../law/calendar.js';
import { flag, oneOf, typedKey } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import type { Codes } from '../choices.js';
import { openWith } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { decidesApart } from '../processes/authorities.js';
import { actingRole, decidingRole } from '../roles-in.js';
import { reasons } from './shared.js';

/**
 * The municipality's own decision to notify a contracted provider (SoL 27 kap. 7 §, LSS 15 § 11), or a licensed person who may be a danger
 * to patients (PSL 3 kap. 7 §). Beside lex Sarah and lex Maria, never instead of them. @throws Refusal
 */
export const decideOwnNotification = defineCaseCommand({
  name: 'DecideOwnNotification',
  input: {
    about: oneOf(ownNotifications),
    notify: flag,
    delegationPoint: typedKey.nullable().default(null),
    reasons,
  },
  endsDuties: true,
  asksLogInAgain: () => true,
  who: [],
  mustStand: openWith(
    (state) => ownNotifications.some(({ code }) => decidesApart(state, code)),
    'DecideOwnNotification.about',
    'Den anmälan hör till ett annat slag av ärende',
  ),
  offered: [{ stages: 'any', when: ['mirror', 'care', 'lexMaria'] }],
  title: 'Besluta om en egen anmälan till IVO',
  button: 'Spara beslutet',
  form: {
    about: {
      label: 'Vad gäller anmälan?',
      hint: 'Vid sidan av lex Sarah och lex Maria, aldrig i stället för dem.',
      choices: (state): Codes => codesOf(ownNotifications).filter((about) => decidesApart(state, about)),
    },
    notify: { label: 'Ska saken anmälas?', hint: 'Misstanke räcker.' },
    reasons: { label: 'Skäl', hint: 'Skälen sparas också när saken inte anmäls.' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { about, notify, delegationPoint, reasons } = command;
    const first = about === 'providerShortcomings' ? '2026-01-01' : '2013-06-01';
    const known = state.outside.authorities.own.find((row) => row.about === about);
    new Lacking('DecideOwnNotification')
      .need(decidesApart(state, about), 'about', 'Den anmälan hör till ett annat slag av ärende')
      .need(stockholmDate(context.now) >= first, 'about', 'Skyldigheten gäller inte ännu')
      .need(known?.sentAt == null, 'about', 'Anmälan är redan skickad')
      .orRefuse();
    if (known?.notify === notify) return [];
    const { actor, organisation, today } = context;
    const byRole = decidingRole(actor, state, organisation, today) ?? actingRole(actor, state, organisation, today);
    return [{ type: 'OwnNotificationDecided', open: { about, notify, byRole, delegationPoint }, sealed: { reasons } }];
  },
});
