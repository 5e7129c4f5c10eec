import { type Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
/** Files that are said to go along, and that the case does not have. */
export const unknownFiles = (state: ExistingCase, ids: readonly string[], field: string): readonly Lack[] =>
  ids.every((id) => state.attachments.some((kept) => kept.id === id)) ? [] : [{ field, text: 'Filen finns inte i ärendet' }];
