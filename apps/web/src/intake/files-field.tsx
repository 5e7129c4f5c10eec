import type { VNode } from 'preact';
import type { NotKept } from '#attachments/attaching';
import { attachmentTexts as said } from '#text/attachments';
import { fieldId } from '#ui/field';
import { FILES } from './uploads.js';

const ID = fieldId(FILES);

/** A phone that is told JPEG and not HEIC turns its pictures into JPEG by itself. */
const TAKEN = 'image/jpeg,image/png,image/webp,application/pdf,text/plain,.txt';

/** Where pictures and documents are chosen. The form must be multipart. */
export const FilesField = ({ label = said.label, hint = said.hint }: { readonly label?: string; readonly hint?: string }): VNode => (
  <div class="field">
    <label for={ID}>{`${label} (valfritt)`}</label>
    <p class="hint" id={`${ID}-hint`}>
      {hint}
    </p>
    <input class="files" id={ID} name={FILES} type="file" multiple accept={TAKEN} aria-describedby={`${ID}-hint`} />
  </div>
);

/** What could not be kept, by name, and why. What was written is kept all the same. */
export function NotKeptFiles({ files }: { readonly files: readonly NotKept[] }): VNode | null {
  if (files.length === 0) return null;
  return (
    <div class="ds-error-summary" role="alert" aria-labelledby="filer-rubrik" tabIndex={-1} id="fel">
      <h2 id="filer-rubrik">{said.notKeptTitle}</h2>
      <p>{said.notKeptLead}</p>
      <ul>
        {files.map(({ name, why }, n) => (
          <li key={n}>
            <b class="file-name">{name}</b> {typeof why === 'string' ? said.why[why] : `kunde inte sparas: ${why.refused}.`}
          </li>
        ))}
      </ul>
    </div>
  );
}
