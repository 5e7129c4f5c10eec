import type { VNode } from 'preact';
import type { NotKept } from '#attachments/attaching';
import type { ExistingCase } from '#domain/case/case';
import { attachmentTexts as said } from '#text/attachments';
import { Card } from '#ui/card';
import { longMoment } from '#ui/deadline';
import { PartForm, Send } from '#ui/form';
import { SecrecyMark } from '#ui/secrecy-mark';
import type { NamedAttachment } from './attachments.js';
import { FilesField, NotKeptFiles } from './files-field.js';

export interface AttachmentsProps {
  /** Where they are: `/arende/<id>/bilaga`. */
  readonly at: string;
  readonly attachments: readonly NamedAttachment[];
  readonly mayAdd: boolean;
}

/** The pictures and documents of a case or a record, each as a download, and the form to add one: for its page. */
export function AttachmentSection({ at, attachments, mayAdd }: AttachmentsProps): VNode {
  return (
    <Card id="bilagor" title={said.label}>
      {attachments.length === 0 ? <p>{said.none}</p> : null}
      <FileLinks at={at} files={attachments} />
      {mayAdd ? (
        <details>
          <summary>{said.add}</summary>
          <AddForm at={at} />
        </details>
      ) : null}
    </Card>
  );
}

/** Files, each as a download. */
export const FileLinks = ({ at: base, files }: { readonly at: string; readonly files: readonly NamedAttachment[] }): VNode | null =>
  files.length === 0 ? null : (
    <ul class="plain">
      {files.map(({ id, name, what, at }) => (
        <li key={id}>
          <a href={`${base}/${id}`} download>
            {name}
          </a>{' '}
          <span class="hint">{`${what}, ${longMoment(at)}`}</span>
        </li>
      ))}
    </ul>
  );

const AddForm = ({ at }: { readonly at: string }): VNode => (
  <PartForm part="Files" action={at} encType="multipart/form-data">
    <FilesField />
    <Send class="second" action={at}>
      {said.addButton}
    </Send>
  </PartForm>
);

interface AddedFilesProps {
  readonly at: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly secrecy: boolean;
  readonly notKept: readonly NotKept[];
}

/** The same on the page of a case. */
export const AddedToCase = ({ of, notKept }: { readonly of: Pick<ExistingCase, 'id' | 'number' | 'diary'>; readonly notKept: readonly NotKept[] }): VNode => (
  <AddedFiles
    at={`/arende/${of.id}/bilaga`}
    back={{ href: `/arende/${of.id}`, text: `Till ärendet ${of.number}` }}
    secrecy={of.diary.secrecy}
    notKept={notKept}
  />
);

/** Some of the files could not be stored: which, why, and a link to try again. */
export const AddedFiles = ({ at, back, secrecy, notKept }: AddedFilesProps): VNode => (
  <div class="one-thing">
    <NotKeptFiles files={notKept} />
    <h1>{said.label}</h1>
    <SecrecyMark on={secrecy} />
    <AddForm at={at} />
    <p>
      <a href={back.href}>{back.text}</a>
    </p>
  </div>
);

export const AttachmentGone = ({ text }: { readonly text: string }): VNode => (
  <>
    <h1>{said.label}</h1>
    <p class="lead">{text}</p>
  </>
);
