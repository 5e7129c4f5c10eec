import { labelOf } from '#domain/codes/code';
import { capitalised, inSentence } from '#domain/codes/in-sentence';
import { recordTypes } from '#domain/record-types';
import type { Asking } from '#domain/records/record-command';
import type { Tx } from '#platform/database';
import { recordsAbout } from '#read-model/record-list';
import type { CasePageProps } from './case.page.js';

/** The records that are about the case, as a line each: codes alone, since their words are read on their own pages. @throws DatabaseFault */
export async function recordLines(database: Tx, asking: Asking, caseId: string): Promise<CasePageProps['records']> {
  const found = await recordsAbout(database, asking, caseId);
  return found.flatMap(({ family, id, number, status }) => {
    const type = recordTypes.find((one) => one.family === family);
    if (type === undefined) return [];
    return [{ href: `/${type.page}/${id}`, number, what: capitalised(type.words.the), status: inSentence(labelOf(type.statuses, status)) }];
  });
}
