import { continueAsNew } from '@temporalio/workflow';
import type { IvoStep } from '#domain/case/snapshot';
import { chase } from './acts.js';
import { CaseRun } from './case-run.js';
import { type CaseInput, concernsIvo } from './messages.js';
import { watchDuties } from './watch-duties.js';

/**
 * A notification to IVO, from the day there is something to notify until IVO has closed it. People draw up the package and send it, and
 * record what IVO answers: a number, supplements that are asked for by days of IVO's own, a decision, and what it requires a report of. This
 * workflow follows the steps and chases what is owed. Started by the workflow of a lex Sarah or a lex Maria, beside its stages.
 *
 * What is owed to IVO is watched across the steps, duty by duty, since IVO may ask for a supplement before it has given a number: that
 * it is notified at all (snarast), the investigation within two months where it was sent without, each supplement and each report
 * by the day of IVO's letter. Whoever owes it is reminded, then the managers above are told, again and again until it has been sent.
 */
export async function ivoNotification(input: CaseInput): Promise<void> {
  const run = new CaseRun(input, (snapshot) => !concernsIvo(snapshot));
  await run.begins();
  const owedToIvo = { which: ({ of }: { readonly of: string }) => of === 'ivo', lasts: () => !run.isEnding() };
  await Promise.all([walk(run), watchDuties(run, owedToIvo, chase)]);
  await run.ends();
  if (!run.isDone()) await continueAsNew<typeof ivoNotification>(run.input);
}

async function walk(run: CaseRun): Promise<void> {
  while (!run.isEnding()) {
    await untilSent(run);
    await untilNumbered(run);
    await untilDecided(run);
    await untilClosed(run);
    await untilAllIsSent(run);
    await run.until(() => run.isEnding() || run.snapshot.ivo !== null);
  }
}

/** The package is to be drawn up and sent, by whoever may notify. It may go without the investigation when it is urgent; then that is owed afterwards. */
const untilSent = (run: CaseRun) => during(run, 'toBeSent', 'Anmälan till IVO ska göras. Påminnelse till den som ska anmäla; därefter till närmaste chef.');

/** Sent, with a receipt: IVO's number is waited for. The receipt is a file in the case; the number ties IVO's letters to it. */
const untilNumbered = (run: CaseRun) => during(run, 'sent', 'Anmälan är skickad. IVO:s nummer väntas. Det som ska kompletteras bevakas till sin dag.');

/** IVO works on it: supplements are asked for, each with its day. */
const untilDecided = (run: CaseRun) => during(run, 'acknowledged', 'IVO handlägger. Kompletteringar bevakas till dagen i IVO:s brev.');

/** IVO has decided: what it requires is to be reported by the day of its letter. */
const untilClosed = (run: CaseRun) => during(run, 'decided', 'IVO har beslutat. Det IVO kräver redovisas till sin dag.');

/** IVO has closed it, and something that it asked for has not been sent. */
const untilAllIsSent = (run: CaseRun) => during(run, 'closed', 'IVO har avslutat. Det som återstår att lämna bevakas.');

async function during(run: CaseRun, step: IvoStep, text: string): Promise<void> {
  if (run.isEnding() || run.snapshot.ivo !== step) return;
  run.shows(text);
  await run.until(() => run.isEnding() || run.snapshot.ivo !== step);
}
