import { randomUUID } from 'node:crypto';

/** The public's form as it stands at its last step, ready to be sent. */
export const publicForm = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  _steg: 'granska',
  _till: 'skicka',
  _key: randomUUID(),
  opinionType: 'complaint',
  unit: 'afs-norra',
  what: 'Ingen öppnade när vi ringde på.',
  source: 'relative',
  answerBy: 'code',
  ...more,
});
