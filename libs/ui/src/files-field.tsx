import type { VNode } from 'preact';
import { fieldId } from './field.js';
import { useControl } from './form.js';

/** The field of every form that takes files. */
export const FILES = 'bilagor';

/** A phone that is asked for JPEG and not HEIC converts its pictures to JPEG. */
const TAKEN = 'image/jpeg,image/png,image/webp,application/pdf,text/plain,.txt';

export interface FilesAsked {
  readonly label: string;
  readonly hint: string;
}

/** Where pictures and documents are chosen. The form must be multipart. */
export function FilesField({ label, hint, form, error }: FilesAsked & { readonly form?: string; readonly error?: string | undefined }): VNode {
  const id = fieldId(FILES, form);
  const control = useControl(FILES);
  return (
    <div class={error === undefined ? 'field' : 'field faulty'}>
      <label for={id}>{`${label} (valfritt)`}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error === undefined ? null : (
        <p class="ds-validation-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        class="files"
        id={id}
        {...control}
        type="file"
        multiple
        accept={TAKEN}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
