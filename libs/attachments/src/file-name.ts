import type { AttachmentType } from '#domain/codes/attachments';

const MOST = 80;
const endings: Readonly<Record<AttachmentType, string>> = { jpeg: '.jpg', png: '.png', pdf: '.pdf', text: '.txt' };
/** Characters that a file system or a header could read as something else. Joiners stay, since some scripts need them. */
const UNFIT = /[<>:"|?*\uFFFD]|(?![\u200C\u200D])\p{C}/gu;
const signs = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** The last part of the name, normalised (NFC), with the extension of its real type; cut between characters, so that none loses its combining mark. */
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
