import type { VNode } from 'preact';
import { reportDocumentTexts as said } from '#text/report-document';

/** A frozen report made again from its position: whether the file is the same. */
export const RemadePage = ({ title, document, kept, made }: Readonly<Record<'title' | 'document' | 'kept' | 'made', string>>): VNode => (
  <>
    <p class="way-back">
      <a href={document}>{title}</a>
    </p>
    <h1>{said.againTitle}</h1>
    <p class="lead">{kept === made ? said.same : said.notSame}</p>
    <p class="typed">{said.hashes(kept, made)}</p>
  </>
);
