import { parseArgs } from 'node:util';
import { demanded, masterKeyOf } from '#case-service/master-key';
import { rotateKey } from '#event-store/rotate-key';
import { ownerAlone } from '../parts/owner-alone.js';
import { config, say, VerbFault } from '../parts/verb.js';

const SAID_EVERY = 50_000;

/** Wraps the keys of the cases under another master key (docs/decisions/0018). */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const { databaseAdminUrl, masterKey, masterKeyOld } = config();
  if (databaseAdminUrl === undefined || masterKey === undefined)
    throw new VerbFault('DATABASE_ADMIN_URL (ägaren), GENSVAR_MASTER_KEY (den nya nyckeln) och GENSVAR_MASTER_KEY_OLD (den gamla) behövs.');
  const keys = { to: masterKeyOf(masterKey), from: masterKeyOld === undefined ? undefined : masterKeyOf(masterKeyOld, 'GENSVAR_MASTER_KEY_OLD') };
  return ownerAlone(databaseAdminUrl, 'rotate-key', async (owner) => {
    let said = 0;
    const told = (wrapped: number): void => {
      if (wrapped - said >= SAID_EVERY) say(`${(said = wrapped)} nycklar är omlåsta …`);
    };
    const rotated = demanded(await rotateKey(owner, keys, { told }));
    if (rotated === null) say('Databasen är redan låst med GENSVAR_MASTER_KEY. Ingenting ändrades.');
    else {
      say(
        `${rotated.resumed ? 'Ett påbörjat byte är färdigt' : 'Huvudnyckeln är bytt'}: ${rotated.wrapped} nycklar är omlåsta, nu under nyckel ${rotated.id}.`,
      );
      say(
        'Starta processerna med den nya nyckeln, utan GENSVAR_MASTER_KEY_OLD. Behåll den gamla så länge det finns säkerhetskopior från tiden före, eller ta en ny kopia och förstör dem.',
      );
    }
    return 0;
  });
}
