import type { VNode } from 'preact';
import type { NotKept } from '#attachments/attaching';
import type { ExistingCase } from '#domain/case/case';
import { attachmentTexts as said } from '#text/attachments';
import { longMoment } from '#ui/deadline';
import { PartForm, Send } from '#ui/form';
import { SecrecyMark } from '#ui/secrecy-mark';
import type { NamedAttachment } from './attachments.js';
import { FilesField, NotKeptFiles } from './files-field.js';

export interface AttachmentsProps {
  readonly caseId: string;
  readonly attachments: readonly NamedAttachment[];
  readonly mayAdd: boolean;
}

/** The pictures and documents of a case, each as a download, and the form to add one: for the case's page. */
export function CaseAttachments({ caseId, attachments, mayAdd }: AttachmentsProps): VNode {
  return (
    <section aria-labelledby="bilagor" class="card">
      <h2 id="bilagor">{said.label}</h2>
      {attachments.length === 0 ? <p>{said.none}</p> : null}
      <FileLinks caseId={caseId} files={attachments} />
      {mayAdd ? (
        <details>
          <summary>{said.add}</summary>
          <AddForm caseId={caseId} />
        </details>
      ) : null}
    </section>
  );
}

/** Files of a case, each as a download. */
export const FileLinks = ({ caseId, files }: { readonly caseId: string; readonly files: readonly NamedAttachment[] }): VNode | null =>
  files.length === 0 ? null : (
    <ul class="plain">
      {files.map(({ id, name, what, at }) => (
        <li key={id}>
          <a href={`/arende/${caseId}/bilaga/${id}`} download>
            {name}
          </a>{' '}
          <span class="hint">{`${what}, ${longMoment(at)}`}</span>
        </li>
      ))}
    </ul>
  );

const AddForm = ({ caseId }: { readonly caseId: string }): VNode => (
  <PartForm part="Files" action={`/arende/${caseId}/bilaga`} encType="multipart/form-data">
    <FilesField />
    <Send class="second" action={`/arende/${caseId}/bilaga`}>
      {said.addButton}
    </Send>
  </PartForm>
);

/** Some of the files could not be stored: which, why, and a link to try again. */
export const AddedFiles = ({ of, notKept }: { readonly of: Pick<ExistingCase, 'id' | 'number' | 'secrecy'>; readonly notKept: readonly NotKept[] }): VNode => (
  <div class="one-thing">
    <NotKeptFiles files={notKept} />
    <h1>{said.label}</h1>
    <SecrecyMark on={of.secrecy} />
    <AddForm caseId={of.id} />
    <p>
      <a href={`/arende/${of.id}`}>{`Till ärendet ${of.number}`}</a>
    </p>
  </div>
);

export const AttachmentGone = ({ text }: { readonly text: string }): VNode => (
  <>
    <h1>{said.label}</h1>
    <p class="lead">{text}</p>
  </>
);
