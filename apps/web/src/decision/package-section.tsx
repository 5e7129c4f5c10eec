import type { VNode } from 'preact';
import { packageTexts as said } from '#text/ivo-package';
import { PartForm, Send } from '#ui/form';
import { Warned } from '#ui/told-line';
import type { IvoField, IvoFieldGroup } from './ivo-fields.js';
import type { PackageFile, PackageProps } from './ivo-package.js';

/** What to copy into the authority's form and the attached files, for one who is about to send. */
export function PackageSection({ caseId, order, groups, document, files }: PackageProps): VNode {
  return (
    <div class="package screen-only" id="paket">
      <h3>{said.title}</h3>
      <Warned>{said.unchangeable}</Warned>
      {groups.length === 0 ? null : (
        <>
          <h4>{said.fields}</h4>
          <p class="hint">{order}</p>
          {groups.map((group, n) => (
            <Group key={group.heading} {...group} n={n + 1} />
          ))}
        </>
      )}
      <h4>{said.files}</h4>
      <ol class="files">
        <li>
          <strong>{said.document}</strong>
          {document.file === null ? null : <FileLink caseId={caseId} file={document.file} />}
          {document.note === null ? null : <p>{document.note}</p>}
          {document.make === null ? null : (
            <PartForm part="Package" action={`/arende/${caseId}/beslut/utredning`}>
              <Send class={document.file === null ? undefined : 'second'} action={`/arende/${caseId}/beslut/utredning`}>
                {document.make}
              </Send>
            </PartForm>
          )}
        </li>
        {files
          .filter(({ n }) => n !== null)
          .map((file) => (
            <li key={file.id}>
              <FileLink caseId={caseId} file={file} />
            </li>
          ))}
      </ol>
      {files
        .filter(({ n }) => n === null)
        .map((file) => (
          <p key={file.id}>
            <FileLink caseId={caseId} file={file} /> {said.textFile}
          </p>
        ))}
      {files.length === 0 ? <p class="hint">{said.noOthers}</p> : null}
    </div>
  );
}

/** Saved under the case's number and its own: the original name may reveal too much. */
const FileLink = ({ caseId, file }: { readonly caseId: string; readonly file: PackageFile }): VNode => (
  <p>
    <a href={`/arende/${caseId}/bilaga/${file.id}${file.n === null ? '' : `?fil=${file.n}`}`} download>
      {file.name}
    </a>{' '}
    <span class="hint">{file.what}</span>
  </p>
);

function Group({ heading, ours, fields, n }: IvoFieldGroup & { readonly n: number }): VNode {
  const id = `paket-${n}`;
  const [only, ...more] = fields;
  return (
    <section class="copied" aria-labelledby={id}>
      <h5 id={id}>{`${n}. ${heading}`}</h5>
      {ours ? <p class="hint">{said.ours}</p> : null}
      {only?.term === heading && more.length === 0 ? (
        <p>
          <Copied {...only} id={`${id}-1`} named={id} />
        </p>
      ) : (
        <dl class="facts">
          {fields.map((field, at) => (
            <Field key={field.term} {...field} id={`${id}-${at + 1}`} />
          ))}
        </dl>
      )}
    </section>
  );
}

const Field = (field: IvoField & { readonly id: string }): VNode => (
  <>
    <dt id={`${field.id}-t`}>{field.term}</dt>
    <dd>
      <Copied {...field} named={`${field.id}-t`} />
    </dd>
  </>
);

/** A text with a copy button, which is shown only where a script can copy. */
const Copied = ({ text, lacking, id, named }: IvoField & { readonly id: string; readonly named: string }): VNode =>
  text === null ? (
    <span class="hint">{lacking}</span>
  ) : (
    <>
      <span class="as-written" id={id}>
        {text}
      </span>{' '}
      <button type="button" class="quiet" hidden data-copies={id} data-copied={said.copied} data-marked={said.marked} aria-describedby={named}>
        {said.copy}
      </button>
    </>
  );
