import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The fallback font where the document's own lacks a glyph: Greek, Cyrillic, Arabic and Hebrew letters and mathematical signs (DejaVu Sans, a free licence). */
export const fallbackFont: Buffer = readFileSync(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/** The ranges of characters that a font has glyphs for. @param font a TrueType file, by its table `cmap` in format 12 */
export function shapesOf(font: Buffer): readonly (readonly [number, number])[] {
  const cmap = tableOf(font, 'cmap');
  for (let n = 0; n < cmap.readUInt16BE(2); n += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * n));
    if (table.readUInt16BE(0) === 12) return Array.from({ length: table.readUInt32BE(12) }, (_, group) => rangeOf(table, 16 + 12 * group));
  }
  throw new Error('the font has no table of its signs that can be read');
}

function tableOf(font: Buffer, name: string): Buffer {
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const entry = 12 + 16 * n;
    if (font.toString('latin1', entry, entry + 4) === name) return font.subarray(font.readUInt32BE(entry + 8));
  }
  throw new Error(`the font has no table ${name}`);
}

const rangeOf = (table: Buffer, at: number): readonly [number, number] => [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
