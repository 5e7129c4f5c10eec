import type { Lack } from '../../errors.js';
import { hashOf } from '../../ids.js';
import type { ExistingCase } from '../case.js';

/** Files that are said to go along, and that the case does not have. */
export const unknownFiles = (state: ExistingCase, ids: readonly string[], field: string): readonly Lack[] =>
  ids.every((id) => state.documents.attachments.some((kept) => kept.id === id)) ? [] : [{ field, text: 'Filen finns inte i ärendet' }];

/** The files that went along, in the order they came to the case, and their hash together: what was sent can be shown for ever. */
export function packed(state: ExistingCase, { attachments }: { readonly attachments: readonly string[] }) {
  const files = state.documents.attachments.filter(({ id }) => attachments.includes(id));
  return { attachments: files.map(({ id }) => id), packageHash: files.length === 0 ? null : hashOf(files.map(({ sha256 }) => sha256)) };
}
