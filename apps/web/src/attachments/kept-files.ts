import type { NotKept } from '#attachments/attaching';
import type { Sent } from '#attachments/cleaned';

/** The names of the sent files that were stored. Of files with the same name as many are left out as failed. */
export function keptOf(files: readonly Pick<Sent, 'name'>[], notKept: readonly Pick<NotKept, 'name'>[]): readonly string[] {
  const failed = notKept.map(({ name }) => name);
  return files.flatMap(({ name }) => {
    const at = failed.indexOf(name);
    if (at === -1) return [name];
    failed.splice(at, 1);
    return [];
  });
}
