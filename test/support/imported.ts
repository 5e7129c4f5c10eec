import type { Core } from '#case-service/core';
import type { ExistingCase } from '#domain/case/case';
import { stepRows } from '#domain/case/facts';
import { upcast } from '#domain/case/upcast';
import { caseStream } from '#domain/ids';
import { externalKey, importedCaseId } from '#importing/imported-case';
import { importLines } from '#importing/importer';

/** A line of an import, as another system would hand it over. */
export type Row = Record<string, unknown> & { readonly externalId: string };

/** Lines go in, and what became of each is read by its own id; `core` is asked for each time, since a spec may open a new one. */
export const importing = (core: () => Core) => {
  const idOf = (externalId: string) => importedCaseId(externalKey(core().seal, externalId));
  return {
    run: (rows: readonly Row[], dryRun = false) =>
      importLines(
        core(),
        rows.map((value, n) => ({ line: n + 1, value })),
        { dryRun },
      ),
    stateOf: async (externalId: string) => (await core().cases.load(idOf(externalId))) as ExistingCase,
    /** What the case counts as by its own days. */
    stepsOf: async (externalId: string) => {
      const events = await core().store.load(caseStream(idOf(externalId)));
      return stepRows(idOf(externalId), events.map(upcast)).map(({ values }) => values);
    },
    /** What happened to the case, but for its duties. */
    typesOf: async (externalId: string) =>
      (await core().store.load(caseStream(idOf(externalId)))).map(({ type }) => type).filter((type) => !type.startsWith('Duty')),
  };
};

export const complaint = (externalId: string, more: Record<string, unknown> = {}): Row => ({
  externalId,
  kind: 'complaint',
  unit: 'afs-norra',
  receivedAt: '2024-02-01',
  closedAt: '2024-05-01',
  opinionType: 'complaint',
  ...more,
});
export const deviation = (externalId: string, more: Record<string, unknown> = {}): Row => ({
  externalId,
  kind: 'deviation',
  unit: 'afs-norra',
  receivedAt: '2024-02-05',
  closedAt: '2024-05-01',
  lawAreas: ['HSL'],
  ...more,
});
export const lexSarah = (externalId: string, more: Record<string, unknown> = {}): Row => ({
  externalId,
  kind: 'lexSarah',
  unit: 'afs-norra',
  receivedAt: '2024-02-10',
  closedAt: '2024-06-01',
  lawAreas: ['SoL'],
  ...more,
});
