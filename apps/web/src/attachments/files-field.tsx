import type { VNode } from 'preact';
import type { NotKept } from '#attachments/attaching';
import { attachmentTexts as said } from '#text/attachments';
import { FilesField as Field, type FilesAsked } from '#ui/files-field';

/** The field for pictures and documents of an event. The form must be multipart. */
export const FilesField = ({ label = said.label, hint = said.hint, error }: Partial<FilesAsked> & { readonly error?: string | undefined }): VNode => (
  <Field label={label} hint={hint} error={error} />
);

/** Why a file could not be stored, to follow its name. */
export const whyNotKept = (why: NotKept['why']): string => (typeof why === 'string' ? said.why[why] : `kunde inte sparas: ${why.refused}.`);

/** The files that could not be stored, with why. The text is kept all the same. */
export function NotKeptFiles({ files }: { readonly files: readonly NotKept[] }): VNode | null {
  if (files.length === 0) return null;
  return (
    <div class="ds-error-summary" role="alert" aria-labelledby="filer-rubrik" tabIndex={-1} id="fel">
      <h2 id="filer-rubrik">{said.notKeptTitle}</h2>
      <p>{said.notKeptLead}</p>
      <ul>
        {files.map(({ name, why }, n) => (
          <li key={n}>
            <b class="file-name">{name}</b> {whyNotKept(why)}
          </li>
        ))}
      </ul>
    </div>
  );
}
