import { continueAsNew } from '@temporalio/workflow';
import type { IvoState } from '#domain/case/snapshot';
import { chase } from './acts.js';
import { CaseRun } from './case-run.js';
import { type CaseInput, concernsIvo } from './messages.js';
import { watchDuties } from './watch-duties.js';

/**
 * A notification to IVO, from the day there is something to notify until nothing concerns IVO any more (`concernsIvo`, messages.ts): IVO has closed
 * it and nothing that it asked for is left, nothing is to be notified after all, or the case is over. People draw up the package and send it, and
 * record what IVO answers: a number, supplements that are asked for by days of IVO's own, a decision, and what it requires a report of. This
 * workflow chases what is owed. Started by the workflow of a lex Sarah or a lex Maria, beside its stages.
 *
 * What is owed to IVO is watched in whatever state the notification is, duty by duty, since IVO may ask for a supplement before it has given a number: that
 * it is notified at all (snarast: as soon as possible), the investigation within two months where it was sent without, each supplement and each report
 * by the day of IVO's letter. Whoever owes it is reminded, then the managers above are told, again and again until it has been sent.
 */
export async function ivoNotification(input: CaseInput): Promise<void> {
  const run = new CaseRun(input, (snapshot) => !concernsIvo(snapshot));
  await run.waitForFirstSnapshot();
  const owedToIvo = { includes: ({ of }: { readonly of: string }) => of === 'ivo', goesOn: () => !run.isEnding() };
  await Promise.all([showStates(run), watchDuties(run, owedToIvo, chase)]);
  await run.finishReports();
  if (!run.isDone()) await continueAsNew<typeof ivoNotification>(run.input);
}

/** Shows in Temporal's pages how far the notification has come, and does nothing else: all that is owed is watched whatever the state. */
async function showStates(run: CaseRun): Promise<void> {
  while (!run.isEnding()) {
    await whileToBeSent(run);
    await whileSent(run);
    await whileAcknowledged(run);
    await whileDecided(run);
    await whileSomethingIsLeft(run);
    await run.waitUntil(() => run.isEnding() || run.snapshot.ivo !== null);
  }
}

/** The package is to be drawn up and sent, by whoever may notify. It may go without the investigation when it is urgent; then that is owed afterwards. */
const whileToBeSent = (run: CaseRun) =>
  during(run, 'toBeSent', 'Anmälan till IVO ska göras. Påminnelse till den som ska anmäla; därefter till chefen, och en vecka senare till chefen ovanför.');

/** Sent: IVO's number is waited for, which ties its letters to the case. IVO's receipt for the notification is a file in the case. */
const whileSent = (run: CaseRun) => during(run, 'sent', 'Anmälan är skickad. IVO:s nummer väntas. Det som ska kompletteras bevakas till sin dag.');

/** IVO has given its number and works on it: supplements are asked for, each with its day. */
const whileAcknowledged = (run: CaseRun) => during(run, 'acknowledged', 'IVO handlägger. Kompletteringar bevakas till dagen i IVO:s brev.');

/** IVO has decided: what it requires is to be reported by the day of its letter. */
const whileDecided = (run: CaseRun) => during(run, 'decided', 'IVO har beslutat. Det IVO kräver redovisas till sin dag.');

/** IVO has closed it, and something that it asked for has not been sent. */
const whileSomethingIsLeft = (run: CaseRun) => during(run, 'closed', 'IVO har avslutat. Det som återstår att lämna bevakas.');

async function during(run: CaseRun, state: IvoState, text: string): Promise<void> {
  if (run.isEnding() || run.snapshot.ivo !== state) return;
  run.show(text);
  await run.waitUntil(() => run.isEnding() || run.snapshot.ivo !== state);
}
