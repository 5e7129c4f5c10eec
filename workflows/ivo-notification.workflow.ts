import { continueAsNew } from '@temporalio/workflow';
import type { IvoStep } from '#domain/case/snapshot';
import { chase } from './acts.js';
import { CaseRun } from './case-run.js';
import { type CaseInput, concernsIvo } from './messages.js';
import { watchDuties } from './watch-duties.js';

/**
 * A notification to IVO, from the day there is something to notify until IVO has closed it: the package is drawn up and sent, IVO
 * acknowledges it with a number, asks for supplements by days of its own, decides, and may require a report of what was done. Started by
 * the workflow of a lex Sarah or a lex Maria, beside its stages.
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
    await drawUpPackage(run);
    await awaitNumber(run);
    await awaitDecision(run);
    await reportRequirements(run);
    await awaitReports(run);
    await run.until(() => run.isEnding() || run.snapshot.ivo !== null);
  }
}

/** The package is drawn up and sent. It may go without the investigation when it is urgent; then that is owed afterwards. */
const drawUpPackage = (run: CaseRun) => during(run, 'toBeSent', 'Anmälan till IVO ska göras. Påminnelse till den som ska anmäla; därefter till närmaste chef.');

/** Sent, with a receipt: IVO's number is waited for. The receipt is a file in the case; the number ties IVO's letters to it. */
const awaitNumber = (run: CaseRun) => during(run, 'sent', 'Anmälan är skickad. IVO:s nummer väntas. Det som ska kompletteras bevakas till sin dag.');

/** IVO works on it: supplements are asked for, each with its day. */
const awaitDecision = (run: CaseRun) => during(run, 'acknowledged', 'IVO handlägger. Kompletteringar bevakas till dagen i IVO:s brev.');

/** IVO has decided: what it requires is reported by its day. */
const reportRequirements = (run: CaseRun) => during(run, 'decided', 'IVO har beslutat. Det IVO kräver redovisas till sin dag.');

/** IVO has closed it, and something is still owed. */
const awaitReports = (run: CaseRun) => during(run, 'closed', 'IVO har avslutat. Det som återstår att lämna bevakas.');

async function during(run: CaseRun, step: IvoStep, text: string): Promise<void> {
  if (run.isEnding() || run.snapshot.ivo !== step) return;
  run.shows(text);
  await run.until(() => run.isEnding() || run.snapshot.ivo !== step);
}
