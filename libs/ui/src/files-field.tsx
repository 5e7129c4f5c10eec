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

interface FileInputProps extends FilesAsked {
  readonly form?: string | undefined;
  readonly error?: string | undefined;
  /** Media types and endings that may be chosen. */
  readonly accept: string;
  readonly multiple?: boolean;
}

/** The control by which files are chosen, with its label, hint and fault, within a field. The form must be multipart. */
export function FileInput({ label, hint, form, error, accept, multiple = false }: FileInputProps): VNode {
  const id = fieldId(FILES, form);
  const control = useControl(FILES);
  return (
    <>
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
        multiple={multiple}
        accept={accept}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        aria-invalid={error === undefined ? undefined : true}
      />
    </>
  );
}

/** Where pictures and documents are chosen. */
export const FilesField = (props: FilesAsked & Pick<FileInputProps, 'form' | 'error'>): VNode => (
  <div class={props.error === undefined ? 'field' : 'field faulty'}>
    <FileInput {...props} accept={TAKEN} multiple />
  </div>
);
