import { NotAlone } from '#event-store/alone';
import { Database } from '#platform/database';
import { VerbFault } from './verb.js';

/**
 * Runs work as the database's owner that needs everybody else to be disconnected.
 *
 * @param url the owner's address
 * @throws VerbFault where somebody is connected
 */
export async function ownerAlone<T>(url: string, verb: string, work: (owner: Database) => Promise<T>): Promise<T> {
  const owner = await Database.connect(url, { poolSize: 1, applicationName: `gensvar-${verb}` });
  try {
    return await work(owner);
  } catch (error) {
    if (error instanceof NotAlone) throw new VerbFault('Någon är ansluten till databasen. Stäng Gensvars alla processer och kör verbet igen.');
    throw error;
  } finally {
    await owner.close();
  }
}
