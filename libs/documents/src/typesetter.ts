import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CaseDocument } from './case-document.js';
import { fallbackFont } from './font.js';
import { printable } from './printable.js';

const TEMPLATE = readFileSync(new URL('./document.typ', import.meta.url), 'utf8');

/** Sets documents as PDF/A-2a: tagged for those who listen, whole in itself for those who keep it. */
export class Typesetter {
  #compiler: NodeCompiler | undefined;

  /** The document as a file. A few hundredths of a second, during which nothing else is answered. @throws when the template is at fault, never for words */
  pdf(document: CaseDocument): Buffer {
    this.#compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [fallbackFont] }] });
    const said = JSON.stringify(document, (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value));
    try {
      return this.#compiler.pdf(
        { mainFileContent: TEMPLATE, inputs: { document: said } },
        { pdfStandard: 'a-2a', creationTimestamp: Date.parse(`${document.day}T00:00:00Z`) / 1000 },
      );
    } finally {
      // What was set is somebody's words: it is not kept in memory for the next.
      this.#compiler.evictCache(0);
    }
  }
}
