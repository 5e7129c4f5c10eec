import { parseArgs } from 'node:util';
import { removeSenders } from '#event-store/remove-senders';
import { ownerAlone } from '../parts/owner-alone.js';
import { config, say, VerbFault } from '../parts/verb.js';

/** Removes the sender of older anonymous reports (docs/anonymity.md). */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { databaseAdminUrl } = config();
  if (databaseAdminUrl === undefined) throw new VerbFault('DATABASE_ADMIN_URL saknas: ange ägarens adress till databasen.');
  return ownerAlone(databaseAdminUrl, 'anonymise', async (owner) => {
    const [now] = await owner.query<{ at: string }>(`SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`);
    const removed = await removeSenders(owner, now?.at ?? '');
    if (removed === null) {
      say('Ingen äldre anonym rapport har kvar sin avsändare. Ingenting ändrades.');
      return 0;
    }
    const { reports, events, from, chainBefore, chainAfter, position } = removed;
    say(`${reports} rapporter, ${events} händelser: avsändaren är borttagen.`);
    say(`Kedjan är omräknad från position ${from}. Sista länken före: ${chainBefore}`);
    say(`Sista länken efter: ${chainAfter}`);
    say(`Noterat med båda länkarna på position ${position}.`);
    say(
      'Säkerhetskopior, exporter, arkiverad WAL och repliker från tiden före har kvar avsändaren: ta en ny säkerhetskopia, och förstör eller lås in de gamla.',
    );
    say('Tider för inloggning finns kvar där inloggningen sköts, och hos oss så länge sessionen gäller.');
    return 0;
  });
}
