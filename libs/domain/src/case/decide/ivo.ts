import { hashOf } from '../../ids.js';
import type { ExistingCase } from '../case.js';

/*
 * The decision on notification, and what passes between the municipality and IVO after it. The track runs beside the stages and
 * may begin on the first day; stage "IVO-beslut" is where the position must be taken at the latest (SoL 27 kap. 6 §, PSL 3 kap. 5 §).
 */

/** The files that went along, in the order they came to the case, and their hash together: what was sent can be shown for ever. */
export function packed(state: ExistingCase, { attachments }: { readonly attachments: readonly string[] }) {
  const files = state.attachments.filter(({ id }) => attachments.includes(id));
  return { attachments: files.map(({ id }) => id), packageHash: files.length === 0 ? null : hashOf(files.map(({ sha256 }) => sha256)) };
}
