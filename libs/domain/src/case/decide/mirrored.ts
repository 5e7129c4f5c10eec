import { refuse } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import type { NewCaseEvent } from '../events.schema.js';
import { type BoardTold, mirrorIdOf } from '../mirroring.js';
import { processFor } from '../processes/index.js';
import { begun } from './born.js';
import { type Context, newId } from './context.js';
import type { Reported } from './report.js';

const said = 'Utföraren har informerat nämnden enligt lex Sarah. Vad som har hänt står i utförarens eget ärende.';

/** The municipality's mirror of a provider's lex Sarah, begun by what the provider has told the board. */
export function mirrorBegun(told: BoardTold, number: string, context: Context): Reported {
  const process = processFor('lexSarah', stockholmDate(told.toldAt), 'mirrored') ?? refuse('unitNotValid');
  const caseId = mirrorIdOf(told.source);
  const received: NewCaseEvent = {
    type: 'CaseReceived',
    at: context.now,
    open: {
      kind: 'lexSarah',
      process: process.id,
      number,
      incidentId: newId(context, 'incident'),
      receivedAt: told.toldAt,
      unit: told.unit,
      concernsUnit: told.providerUnit,
      lawAreas: told.lawAreas,
      externalRef: told.number,
      has: ['what'],
    },
    sealed: { what: said },
  };
  return { caseId, events: begun(caseId, received, [informed(told)], process, context).events };
}

export const informed = ({ about, source, toldAt, notifiedAt }: Pick<BoardTold, 'about' | 'source' | 'toldAt' | 'notifiedAt'>): NewCaseEvent => ({
  type: 'ProviderInformed',
  open: { about, source, toldAt, notifiedAt },
});
