import { holdMasterKey, isMasterKey } from '#event-store/master-key';
import { Seal } from '#event-store/seal';
import type { Tx } from '#platform/database';
import { SettingFault } from '#platform/log';

const WRONG =
  'GENSVAR_MASTER_KEY är en annan än den som databasens ord är låsta med: inget går att läsa, och det som skrevs nu skulle inte gå att läsa sedan. ' +
  'Ange den nyckel som databasen började med (i demon: secrets.json i GENSVAR_HOME), eller en annan DATABASE_URL.';

/** @throws SettingFault for what is not 32 bytes */
export function sealOf(masterKey: string): Seal {
  try {
    return new Seal(masterKey);
  } catch (error) {
    if (error instanceof RangeError) throw new SettingFault('GENSVAR_MASTER_KEY är inte 32 byte: ange huvudnyckeln som hex (64 tecken) eller base64.');
    throw error;
  }
}

/** For one who may not write. @throws SettingFault for another key than the database's */
export async function demandMasterKey(tx: Tx, seal: Seal): Promise<void> {
  if (!(await isMasterKey(tx, seal))) throw new SettingFault(WRONG);
}

/** Binds the database to the key, if it is the first. @throws SettingFault for another key than the database's */
export async function bindMasterKey(tx: Tx, seal: Seal): Promise<void> {
  if (!(await holdMasterKey(tx, seal))) throw new SettingFault(WRONG);
}
