import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CaseDocument } from './case-document.js';
import { fallbackFont } from './font.js';
import { printable } from './printable.js';

const TEMPLATE = readFileSync(new URL('./document.typ', import.meta.url), 'utf8');

/** Makes documents as PDF/A-2a: tagged for screen readers, self-contained for archives. */
export class Typesetter {
  #compiler: NodeCompiler | undefined;

  /** The document as a file. Blocks the process for a few hundredths of a second. @throws when the template is at fault, never because of words */
  pdf(document: CaseDocument): Buffer {
    this.#compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [fallbackFont] }] });
    const said = JSON.stringify(document, (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value));
    try {
      return this.#compiler.pdf(
        { mainFileContent: TEMPLATE, inputs: { document: said } },
        { pdfStandard: 'a-2a', creationTimestamp: Date.parse(`${document.day}T00:00:00Z`) / 1000 },
      );
    } finally {
      // The words must not stay in memory for the next document.
      this.#compiler.evictCache(0);
    }
  }
}
