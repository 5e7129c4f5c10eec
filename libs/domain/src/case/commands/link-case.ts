import { linkRelations } from '../../codes/case-relations.js';
import { codesOf } from '../../codes/code.js';
import { Lacking } from '../../lacks.js';
import { id, oneOf } from '../../shapes.schema.js';
import { isOpen } from '../case.js';
import { type Decision, defineCaseCommand } from '../case-command.js';
import type { Codes } from '../choices.js';
import { notCancelled } from '../decide/guards.js';
import { linked } from '../decide/linking.js';
import { linkers } from '../who.js';
import { reasons } from './shared.js';

/** Says that the case belongs with another: the same person's matter, the same event, or a duplicate of it (docs/decisions/0028-linked-cases.md). */
export const linkCase = defineCaseCommand({
  name: 'LinkCase',
  input: { other: id, relation: oneOf(linkRelations), reasons },
  names: { other: 'case' },
  // What is a duplicate is investigated nowhere else than in the other case.
  decidesMatter: ({ relation }): boolean => relation === 'duplicateOf',
  who: linkers,
  mustStand: notCancelled,
  alone: true,
  offered: [{ stages: 'any', when: 'always' }],
  afterEnd: true,
  title: 'Koppla till ett annat ärende',
  button: 'Koppla ärendena',
  form: {
    other: { label: 'Vilket ärende hör det ihop med?', hint: 'Skriv ärendets nummer, till exempel KLA-2026-0012.' },
    relation: {
      label: 'Hur hör de ihop?',
      hint: 'Den som har hört av sig i en dubblett får ändå ett eget svar där.',
      choices: (state): Codes => codesOf(linkRelations).filter((code) => code !== 'duplicateOf' || isOpen(state)),
    },
    reasons: { label: 'Varför hör de ihop?', hint: 'Läses bara av dem som ser båda ärendena.' },
  },
  decide(state, command, context, process): Decision {
    return linked(new Lacking('LinkCase'), state, command, process, context);
  },
});
