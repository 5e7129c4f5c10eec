import type { Api } from './api.js';
import { carry } from './carry.js';
import { does, reported } from './complaint-over-http.js';
import { people } from './scenario.js';

/** A lex Sarah that the socialchef has decided to notify, and that nobody has sent. @param body further fields of its report */
export async function decidedToNotify(api: Api, body: Record<string, unknown> = {}): Promise<string> {
  const id = await reported(api, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], ...body }, 'carer');
  await carry(api.core, id, 'ivoDecision');
  const decision = [
    { type: 'AnswerConflict', answer: 'none' },
    { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'Fyra timmar på golvet.' },
    { type: 'DecideIvo', notify: 'yes', presenter: people.irregularityInvestigator.person, reasons: 'Larmet hade slutat fungera.' },
  ];
  for (const command of decision) if ((await does(api, id, command, 'director')).status !== 200) throw new Error(`${command.type} was refused`);
  return id;
}
