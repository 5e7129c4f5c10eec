import type { AttachmentType } from '#domain/codes/attachments';

const MOST = 80;
const endings: Readonly<Record<AttachmentType, string>> = { jpeg: '.jpg', png: '.png', pdf: '.pdf', text: '.txt' };
/** What a file system or a header could read as something else. Joiners stay: they are part of how some scripts are written. */
const UNFIT = /[<>:"|?*\uFFFD]|(?![\u200C\u200D])\p{C}/gu;
const signs = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** The last part of the name as people write it (NFC), with the ending that is true; cut between signs, so that none loses its mark. */
export function fileName(sent: string, mediaType: AttachmentType, note = ''): string {
  const last = sent.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(UNFIT, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[\s.]+/, '');
  return `${shortened(plain).trim() || 'bilaga'}${note}${endings[mediaType]}`;
}

function shortened(name: string): string {
  let kept = '';
  for (const { segment } of signs.segment(name)) {
    if (kept.length + segment.length > MOST) break;
    kept += segment;
  }
  return kept;
}
