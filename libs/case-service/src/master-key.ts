import { holdMasterKey, type NotHeld, sealFor } from '#event-store/master-key';
import { MasterKey, type Seal } from '#event-store/seal';
import type { Tx } from '#platform/database';
import { SettingFault } from '#platform/log';

const WHY: Readonly<Record<NotHeld, string>> = {
  other:
    'GENSVAR_MASTER_KEY är en annan än den som databasens ord är låsta med: inget går att läsa, och det som skrevs nu skulle inte gå att läsa sedan. ' +
    'Ange den nyckel som databasen har (i demon: secrets.json i GENSVAR_HOME), eller en annan DATABASE_URL. ' +
    'Ska nyckeln bytas: kör gensvar rotate-key med den gamla i GENSVAR_MASTER_KEY_OLD.',
  rotating:
    'Ett byte av huvudnyckel är påbörjat och inte färdigt: en del är låst med den gamla nyckeln, en del med den nya. ' +
    'Kör gensvar rotate-key med båda, i GENSVAR_MASTER_KEY och GENSVAR_MASTER_KEY_OLD, och starta sedan.',
};

/** @param name the setting that held it @throws SettingFault for what is not 32 bytes */
export function masterKeyOf(masterKey: string, name = 'GENSVAR_MASTER_KEY'): MasterKey {
  try {
    return new MasterKey(masterKey);
  } catch (error) {
    if (error instanceof RangeError) throw new SettingFault(`${name} är inte 32 byte: ange huvudnyckeln som hex (64 tecken) eller base64.`);
    throw error;
  }
}

export function demanded<T>(found: T | NotHeld): T {
  if (found === 'other' || found === 'rotating') throw new SettingFault(WHY[found as NotHeld]);
  return found as T;
}

/** For a role that may not write. @throws SettingFault for another key than the database's */
export const demandMasterKey = async (tx: Tx, key: MasterKey): Promise<Seal> => demanded(await sealFor(tx, key));

/** Stores the key's check value in the database, if it is the first. @throws SettingFault for another key than the database's */
export const bindMasterKey = async (tx: Tx, key: MasterKey): Promise<Seal> => demanded(await holdMasterKey(tx, key));
